/**
 * A Python environment beside the course's own, for work that most readers never do; made on first use.
 * Flow: findPython → **sideEnvironment** → `npm run bench` (.venv-bench), `npm run book` (.venv-book),
 * `scale/` (.venv-scale).
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandError } from './explain.mjs';
import { findPython } from './findPython.mjs';
import { venvPython, workFolder } from './paths.mjs';
import { pythonEnvironment } from './pythonEnvironment.mjs';
import { run } from './run.mjs';
import { requireSpace } from './space.mjs';
import { writeWhole } from './writeWhole.mjs';

/**
 * @typedef {object} SideEnvironment
 * @property {string} name its folder in the clone
 * @property {string} requirements the file in the clone that lists what it is made of
 * @property {string} holds what is in it, in the reader's words
 * @property {number} megabytes the room it takes
 * @property {readonly [number, number]} oldest the oldest Python that will do
 */

/** @satisfies {Record<string, SideEnvironment>} */
export const sideEnvironments = {
  bench: {
    name: '.venv-bench',
    requirements: 'bench/requirements.txt',
    holds: 'what we are measured against',
    megabytes: 4000,
    oldest: /** @type {const} */ ([3, 10]),
  },
  book: {
    name: '.venv-book',
    requirements: 'book/requirements.txt',
    holds: 'Sphinx',
    megabytes: 200,
    oldest: /** @type {const} */ ([3, 11]),
  },
  scale: {
    name: '.venv-scale',
    requirements: 'scale/requirements.txt',
    holds: 'Ray and Python’s TensorFlow',
    megabytes: 2500,
    oldest: /** @type {const} */ ([3, 11]),
  },
};

/** Written last: while it is missing, the environment is not whole. @param {string} root @param {SideEnvironment} environment */
const stampFile = (root, { name }) => join(root, name, '.whole');

/** The folder counts: its path is written into the environment's programs. @param {string} root @param {SideEnvironment} environment */
function fingerprint(root, { requirements }) {
  const wanted = readFileSync(join(root, requirements));
  return createHash('sha256').update(wanted).update(root).digest('hex');
}

/**
 * Whether it is there, made of what its requirements say now.
 *
 * @param {string} root the clone
 * @param {SideEnvironment} environment
 */
export function isWhole(root, environment) {
  const stamp = stampFile(root, environment);
  return (
    existsSync(stamp) &&
    existsSync(venvPython(root, environment.name)) &&
    readFileSync(stamp, 'utf8') === fingerprint(root, environment)
  );
}

/**
 * Makes the environment unless it is whole.
 *
 * @param {string} root the clone
 * @param {SideEnvironment} environment
 * @param {(line: string) => void} log gets one line if there is something to make
 * @returns {Promise<string>} its Python
 * @throws {import('./setupError.mjs').SetupError} in one line
 */
export async function makeSideEnvironment(root, environment, log) {
  const { name, requirements, holds, megabytes, oldest } = environment;
  const python = venvPython(root, name);
  if (isWhole(root, environment)) return python;
  const base = findPython(process.env, { purpose: name, oldest });
  requireSpace(root, megabytes, name);
  log(`making ${name} with ${holds} …`);
  for (const [command, ...args] of /** @type {[string, ...string[]][]} */ ([
    [base, '-m', 'venv', '--clear', name],
    // What is never imported need not be compiled, of TensorFlow that is nearly all.
    [python, '-m', 'pip', 'install', '--no-compile', '-r', requirements],
  ])) {
    const { status, output } = await run(command, args, { cwd: root, env: pythonEnvironment(), show: true });
    if (status !== 0) throw commandError(`python ${args.join(' ')}`, output, workFolder(root));
  }
  writeWhole(stampFile(root, environment), fingerprint(root, environment));
  return python;
}
