/**
 * Set-up: makes whatever a clone of the course still lacks, in order, and takes milliseconds when nothing is.
 *
 *     node → packages → library → python → tensorflow → data → kernel
 *
 * Runs with nothing installed but Node. Each step says what is missing and makes it; each may be killed at any
 * moment and is made again by the next run.
 * Flow: `npm start`, `npm test`, `npm run digits` → **setUp** → steps.
 */
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { courseRoot, workFolder } from './paths.mjs';
import { plainMessage, SetupError } from './setupError.mjs';
import { data } from './steps/data.mjs';
import { kernel } from './steps/kernel.mjs';
import { library } from './steps/library.mjs';
import { node } from './steps/node.mjs';
import { packages } from './steps/packages.mjs';
import { python } from './steps/python.mjs';
import { tensorflow } from './steps/tensorflow.mjs';

/** @typedef {'node' | 'packages' | 'library' | 'python' | 'tensorflow' | 'data' | 'kernel'} StepName */

/** @typedef {(line: string) => void} Log */

/**
 * @typedef {object} Step
 * @property {StepName} name
 * @property {StepName[]} needs steps without which this one cannot be made
 * @property {(root: string) => string | undefined} missing what has to be done and why, or undefined when nothing
 *   has; answers in milliseconds
 * @property {(root: string, log: Log) => Promise<void>} [make] without it, only the reader can mend what is missing
 */

/** @type {readonly Step[]} */
export const steps = [node, packages, library, python, tensorflow, data, kernel];

/** @type {Log} */
const toStandardError = line => process.stderr.write(`${line}\n`);

/**
 * @param {Step} step
 * @param {string} root
 * @param {Log} log
 */
async function makeIfMissing(step, root, log) {
  const todo = step.missing(root);
  if (todo === undefined) return;
  if (step.make === undefined) throw new SetupError(todo);
  log(`${step.name}: ${todo} …`);
  const started = performance.now();
  await step.make(root, log);
  log(`${step.name}: ready after ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * Makes the steps that are not ready. A step that fails stops those that need it, no others.
 *
 * @param {readonly Step[]} wanted
 * @param {string} root
 * @param {Log} log
 * @returns {Promise<string[]>} one line per failure
 */
async function makeMissing(wanted, root, log) {
  /** @type {Set<StepName>} */
  const unmade = new Set();
  const failures = [];
  for (const step of wanted) {
    if (step.needs.some(need => unmade.has(need))) {
      unmade.add(step.name);
      continue;
    }
    try {
      await makeIfMissing(step, root, log);
    } catch (error) {
      failures.push(`${step.name}: ${plainMessage(error)}`);
      unmade.add(step.name);
    }
  }
  return failures;
}

/**
 * @param {object} [options]
 * @param {string} [options.root] the clone; by default the one these scripts are in
 * @param {readonly StepName[]} [options.only] only these steps; by default all
 * @param {Log} [options.log] gets one line when a step starts and one when it is ready
 * @returns {Promise<void>}
 * @throws {SetupError} one line per step that failed, after all others are through
 */
export async function setUp({ root = courseRoot, only, log = toStandardError } = {}) {
  const wanted = steps.filter(step => only === undefined || only.includes(step.name));
  if (wanted.every(step => step.missing(root) === undefined)) return;

  const failures = await alone(root, log, () => makeMissing(wanted, root, log));
  if (failures.length > 0) throw new SetupError(failures.join('\n'));
}

/**
 * Runs what makes parts of the clone while nobody else does.
 *
 * @template T
 * @param {string} root
 * @param {Log} log
 * @param {() => Promise<T>} make
 * @returns {Promise<T>}
 */
export function alone(root, log, make) {
  return withLock(join(workFolder(root), 'lock'), make, ({ pid }) =>
    log(`another set-up is at work in this folder (process ${pid}); waiting for it …`),
  );
}

/**
 * `setUp` for programs: on failure prints the lines and ends the program with exit code 1.
 *
 * @param {Parameters<typeof setUp>[0]} [options]
 */
export async function setUpOrExit(options) {
  try {
    await setUp(options);
  } catch (error) {
    process.stderr.write(`${plainMessage(error)}\n`);
    process.exit(1);
  }
}
