/**
 * The environment in which Jupyter finds the course's kernel and settings, and writes nothing outside the clone.
 * Flow: **jupyterEnvironment** → `npm start`, `npm run notebooks`, the tests that start kernels.
 */
import { delimiter, dirname, join } from 'node:path';

/**
 * @param {string} root
 * @param {string} [home] where Jupyter keeps its own files, for tests
 * @returns {NodeJS.ProcessEnv}
 */
export function jupyterEnvironment(root, home = join(root, '.jupyter')) {
  /** @type {NodeJS.ProcessEnv} */
  const environment = {
    ...process.env,
    // Finds kernel/kernels/tslab/kernel.json and labconfig/default_setting_overrides.json.
    JUPYTER_PATH: join(root, 'kernel'),
    JUPYTER_CONFIG_PATH: root,
    JUPYTER_CONFIG_DIR: join(home, 'config'),
    JUPYTER_DATA_DIR: join(home, 'data'),
    JUPYTER_RUNTIME_DIR: join(home, 'runtime'),
    IPYTHONDIR: join(home, 'ipython'),
    // The kernel spec says `node`: the one that runs us, whatever else is installed.
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  };
  // Either would mix another Python's packages into ours.
  delete environment.PYTHONHOME;
  delete environment.PYTHONPATH;
  return environment;
}
