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

async function runProgram(program: string, options: readonly string[]): Promise<Run> {
  const { jupyterEnvironment } = await import('../../scripts/setup/jupyterEnvironment.mjs');
  const { venvPython } = await import('../../scripts/setup/paths.mjs');
  const python = venvPython(root);
  if (!existsSync(python)) throw new Error(`${python} is missing: run \`npm start\` or \`npm test\` once`);
  const { status, stdout, stderr } = spawnSync(python, [`scripts/notebooks/${program}`, ...options], {
    cwd: root,
    env: jupyterEnvironment(root, home),
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}
