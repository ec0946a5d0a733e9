/**
 * The environment in which the course's Python and pip run: their own settings, and a cache of ours.
 * Flow: **pythonEnvironment** → python step, tensorflow step.
 */
import { join } from 'node:path';
import { cacheFolder } from './paths.mjs';

/** @returns {NodeJS.ProcessEnv} */
export function pythonEnvironment() {
  /** @type {NodeJS.ProcessEnv} */
  const environment = {
    ...process.env,
    PIP_CACHE_DIR: join(cacheFolder(), 'pip'),
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PIP_NO_INPUT: '1',
    // A pip told to install for the user everywhere refuses to install into a virtual environment.
    PIP_USER: '0',
  };
  // Either would mix another Python's packages into ours.
  delete environment.PYTHONHOME;
  delete environment.PYTHONPATH;
  return environment;
}
