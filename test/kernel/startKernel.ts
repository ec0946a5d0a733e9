/**
 * Starts a kernel for tests: the real process, spoken to over the real Jupyter protocol through client.py.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { TestKernel } from './testKernel';

export const root: string = resolve(__dirname, '..', '..');
/** What JUPYTER_PATH names: our kernel, or tslab as published. */
export const specs = { ours: join(root, 'kernel'), stock: join(__dirname, 'stock') };

export interface StartOptions {
  /** More of it, for client and kernel. */
  readonly env?: NodeJS.ProcessEnv;
  /** How long the kernel may take to answer; 60 when left out. */
  readonly readySeconds?: number;
}

/**
 * @param specFolder what JUPYTER_PATH names
 * @param folder the notebook's, where the kernel starts; an empty one of its own when left out
 */
export async function startKernel(
  specFolder: string = specs.ours,
  folder?: string,
  { env = {}, readySeconds = 60 }: StartOptions = {},
): Promise<TestKernel> {
  const python = join(root, '.venv', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  if (!existsSync(python))
    throw new Error(`startKernel: ${python} is missing: run \`npm start\` or \`npm test\` once`);
  const home = mkdtempSync(join(tmpdir(), 'kernel-home-'));
  // Not a folder of the repository: stock tslab breaks when a file near the notebook changes.
  const notebooks = folder ?? join(home, 'notebooks');
  if (!folder) {
    mkdirSync(notebooks);
    symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'), 'junction');
  }
  const program = [join(__dirname, 'client.py'), 'tslab', notebooks, String(readySeconds)];
  const bridge = spawn(python, program, {
    env: {
      ...process.env,
      ...env,
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
      HOME: home,
      JUPYTER_PATH: specFolder,
      JUPYTER_CONFIG_DIR: join(home, 'config'),
      JUPYTER_DATA_DIR: join(home, 'data'),
      JUPYTER_RUNTIME_DIR: join(home, 'runtime'),
      IPYTHONDIR: join(home, 'ipython'),
    },
  });
  const kernel = new TestKernel(bridge, home);
  await kernel.ready;
  return kernel;
}
