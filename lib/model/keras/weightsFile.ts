/**
 * The HDF5 file with a Keras model's weights: a group for each layer, in it the weights, numbered.
 * Flow: toKeras → **writeWeights** → model.weights.h5 → **readWeights** → fromKeras.
 */
import type { Dataset, File, Group } from 'h5wasm';
import { InputError } from '../../check/inputError';
import { loadHdf5 } from './needed';

type Shape = readonly number[];

/** One array of numbers. */
export interface Weight {
  readonly shape: Shape;
  readonly data: Float32Array;
}

/** Its name in HDF5's own memory, where one file is at a time. */
const PLACE = 'weights.h5';
const BYTES_PER_NUMBER = 4;
/** HDF5 gives up on some forged files for good: for as long as the process runs. */
let stopped = false;

/** @param layers the weights of each layer, by its group, such as `layers/conv2d/vars`. */
export async function writeWeights(
  caller: string,
  layers: ReadonlyMap<string, readonly Weight[]>,
): Promise<Uint8Array> {
  const { File, FS } = await loadHdf5(caller);
  const file = new File(PLACE, 'w');
  const groups = new Map<string, Group>();
  const groupAt = (path: string): Group => {
    if (path === '') return file;
    const made = groups.get(path);
    if (made) return made;
    const [, parent = '', name] = /^(?:(.*)\/)?([^/]+)$/.exec(path)!;
    const group = groupAt(parent).create_group(name!);
    groups.set(path, group);
    return group;
  };
  try {
    for (const [path, weights] of layers) {
      const group = groupAt(path);
      for (const [index, { shape, data }] of weights.entries()) {
        group.create_dataset({ name: `${index}`, data, shape: [...shape], dtype: '<f4' });
      }
    }
  } finally {
    file.close();
  }
  const bytes = FS!.readFile(PLACE);
  FS!.unlink(PLACE);
  return bytes;
}

/**
 * The weights of each layer, after it is known that they are as many as the layers need and the file can hold.
 *
 * @param layers what is wanted of each group: the names of the weights, in their order, and their shapes.
 * @throws InputError naming the file and the first weight that is missing or of another shape or type.
 */
export async function readWeights(
  caller: string,
  path: string,
  bytes: Uint8Array,
  layers: ReadonlyMap<string, Readonly<Record<string, Shape>>>,
): Promise<Map<string, Weight[]>> {
  const { File, Dataset, FS } = await loadHdf5(caller);
  if (stopped) {
    throw new InputError(
      `${caller}: ${path}: expected HDF5 to work, found it stopped by an earlier file; start again`,
    );
  }
  FS!.writeFile(PLACE, bytes);
  let file: File | undefined;
  try {
    file = new File(PLACE, 'r');
    const isDataset = (entity: unknown): entity is Dataset => entity instanceof Dataset;
    const found = findWeights(file, layers, isDataset, (expected, found) => {
      throw new InputError(`${caller}: ${path}: expected ${expected}, found ${found}`);
    });
    const numbers = [...found.values()].flat().reduce((sum, { shape }) => sum + sizeOf(shape!), 0);
    if (numbers * BYTES_PER_NUMBER > bytes.length) {
      const most = `at most ${Math.floor(bytes.length / BYTES_PER_NUMBER)} numbers`;
      throw new InputError(
        `${caller}: ${path}: expected ${most} in model.weights.h5, found ${numbers} declared`,
      );
    }
    return new Map([...found].map(([group, datasets]) => [group, datasets.map(read)]));
  } catch (error) {
    if (error instanceof InputError) throw error;
    stopped = (error as Error).name === 'RuntimeError';
    throw new InputError(`${caller}: ${path}: expected model.weights.h5 as Keras saves it, found it damaged`);
  } finally {
    if (!stopped) close(file);
    FS!.unlink(PLACE);
  }
}

/** What could not be read can perhaps not be closed either, and has been refused already. */
function close(file: File | undefined): void {
  try {
    file?.close();
  } catch {}
}

function findWeights(
  file: File,
  layers: ReadonlyMap<string, Readonly<Record<string, Shape>>>,
  isDataset: (entity: unknown) => entity is Dataset,
  refuse: (expected: string, found: string) => never,
): Map<string, Dataset[]> {
  const found = new Map<string, Dataset[]>();
  for (const [group, wanted] of layers) {
    const datasets = Object.entries(wanted).map(([name, shape], index) => {
      const what = `${name} [${shape}] as ${group}/${index}`;
      const dataset = file.get(`${group}/${index}`);
      if (!isDataset(dataset)) return refuse(what, dataset ? 'something else' : 'none');
      const { shape: actual, dtype } = dataset;
      if (dtype !== '<f') return refuse(`${what} in float32`, `${JSON.stringify(dtype)}`.slice(0, 40));
      if (`${actual}` !== `${shape}`) return refuse(what, `[${actual}]`);
      return dataset;
    });
    const further = file.get(`${group}/${datasets.length}`);
    if (further) refuse(`${datasets.length} weights in ${group}`, 'more');
    found.set(group, datasets);
  }
  return found;
}

function read(dataset: Dataset): Weight {
  return { shape: dataset.shape!, data: dataset.value as Float32Array };
}

function sizeOf(shape: Shape): number {
  return shape.reduce((product, length) => product * length, 1);
}
