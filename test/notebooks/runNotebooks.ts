/** `npm run notebooks` and its relatives, for tests: their programs with Jupyter's folders in a temporary one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { temporaryFolder } from '../temporaryFolder';

export const root = resolve(__dirname, '..', '..');
const home = temporaryFolder();

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

export function runNotebooks(...options: string[]): Promise<Run> {
  return runProgram('run.py', options);
}

export function cleanNotebooks(...options: string[]): Promise<Run> {
  return runProgram('clean.py', options);
}

/** The course's Python and the environment in which it finds the kernel. */
export async function coursePython(): Promise<{ command: string; cwd: string; env: NodeJS.ProcessEnv }> {
  const { jupyterEnvironment } = await import('../../scripts/setup/jupyterEnvironment.mjs');
  const { venvPython } = await import('../../scripts/setup/paths.mjs');
  const command = venvPython(root);
  if (!existsSync(command)) throw new Error(`${command} is missing: run \`npm start\` or \`npm test\` once`);
  return { command, cwd: root, env: jupyterEnvironment(root, home) };
}

async function runProgram(program: string, options: readonly string[]): Promise<Run> {
  const { command, ...surroundings } = await coursePython();
  const { status, stdout, stderr } = spawnSync(command, [`scripts/notebooks/${program}`, ...options], {
    ...surroundings,
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}
