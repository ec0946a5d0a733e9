/**
 * Loads the two packages that read and write Keras's files, and says in plain words when one is missing.
 * Flow: **needed** → archive, weightsFile.
 */
type Zip = typeof import('@zip.js/zip.js');
type Hdf5 = typeof import('h5wasm');

/**
 * The ZIP reader and writer.
 *
 * @throws Error if it is not installed.
 */
export async function loadZip(caller: string): Promise<Zip> {
  const zip = await needed(caller, '@zip.js/zip.js', () => import('@zip.js/zip.js'));
  zip.configure({ useWebWorkers: false });
  return zip;
}

/**
 * HDF5, compiled to WebAssembly. Its files lie in its own memory: what a file says, it cannot reach the disk.
 *
 * @throws Error if it is not installed.
 */
export async function loadHdf5(caller: string): Promise<Hdf5> {
  const hdf5 = await needed(caller, 'h5wasm', () => import('h5wasm'));
  const module = await hdf5.ready;
  module.activate_throwing_error_handler(); // Otherwise HDF5 prints pages.
  return hdf5;
}

/** What `load` imports. @throws Error naming the package and the command that installs it, if it is not there. */
export async function needed<Package>(
  caller: string,
  name: string,
  load: () => Promise<Package>,
): Promise<Package> {
  try {
    return await load();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error;
    const { peerDependencies } = require('digits-cnn/package.json') as {
      peerDependencies: Record<string, string>;
    };
    const both = ['@zip.js/zip.js', 'h5wasm'].map(each => `${each}@${peerDependencies[each]}`);
    throw new Error(
      `${caller}: ${name} must be installed, found no such package; npm install ${both.join(' ')}`,
    );
  }
}
