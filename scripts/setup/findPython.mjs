/**
 * Finds the Python that makes the course's own environment: $PYTHON, python3 or python.
 * Flow: **findPython** → python step → .venv.
 */
import { spawnSync } from 'node:child_process';
import { SetupError } from './setupError.mjs';

/** What the Python is for, and the oldest that will do. @typedef {{ purpose: string, oldest: readonly [number, number] }} Need */

/** @type {Need} */
const jupyterLab = { purpose: 'JupyterLab', oldest: [3, 10] };

const howToInstall = [
  'Debian, Ubuntu: sudo apt install python3 python3-venv',
  'Fedora: sudo dnf install python3',
  'macOS: brew install python3, or xcode-select --install',
  'Windows: winget install Python.Python.3.12',
].join('; ');

/** Prints the version first: what follows fails where Debian has split venv off. */
const question = 'import sys; print(*sys.version_info[:2], flush=True); import venv, ensurepip';

/**
 * @param {string} command
 * @param {Need['oldest']} oldest
 * @returns {{ usable: true } | { usable: false, why: string } | undefined} undefined: there is no such command
 */
function examine(command, oldest) {
  const { status, stdout, error } = spawnSync(command, ['-c', question], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  const version = /^(\d+) (\d+)/.exec(stdout ?? '');
  if (error !== undefined || version === null) return undefined;
  const [major, minor] = [Number(version[1]), Number(version[2])];
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    return { usable: false, why: `${command} is Python ${major}.${minor}` };
  }
  if (status !== 0) {
    return {
      usable: false,
      why: `${command} is Python ${major}.${minor} without venv (Debian, Ubuntu: sudo apt install python3-venv)`,
    };
  }
  return { usable: true };
}

/**
 * @param {NodeJS.ProcessEnv} [environment]
 * @param {Need} [need]
 * @returns {string} a command
 * @throws {SetupError} if there is none that will do, naming what to install
 */
export function findPython(environment = process.env, { purpose, oldest } = jupyterLab) {
  const candidates = environment.PYTHON ? [environment.PYTHON] : ['python3', 'python'];
  const found = candidates.map(command => ({ command, verdict: examine(command, oldest) }));
  const usable = found.find(({ verdict }) => verdict?.usable);
  if (usable !== undefined) return usable.command;

  const wanted = `Python ${oldest.join('.')} or newer with venv is needed for ${purpose}`;
  const reasons = found.flatMap(({ verdict }) => (verdict?.usable === false ? [verdict.why] : []));
  if (reasons.length > 0) throw new SetupError(`${wanted}; found ${reasons.join(', ')}. ${howToInstall}`);
  throw new SetupError(`${wanted}; found no ${candidates.join(', no ')}. ${howToInstall}`);
}
