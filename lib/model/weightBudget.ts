/**
 * Keeps a topology from asking for more weights than there are: a file of a kilobyte can ask for a layer of terabytes.
 * Flow: loadModel → **withinWeights** → TensorFlow.js makes the layers.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { tf } from '../tensorflow/tf';

interface Disposable {
  dispose(): void;
}
type AddWeight = (name: string, shape: readonly number[], ...rest: unknown[]) => Disposable;

/** How many numbers the layers now being made may still ask for, and their weights so far. */
interface Budget {
  left: number;
  readonly made: Disposable[];
}

/** Two models that load at a time have one each. */
const budget = new AsyncLocalStorage<Budget>();
let isWatched = false;

/**
 * Runs `make`; layers that it makes may have `numbers` weights in all. If it fails, nobody has its layers in hand, and
 * the weights that they got one by one are disposed.
 *
 * @throws Error naming the first layer that asks for more, before any memory is taken for it.
 */
export async function withinWeights<T>(numbers: number, make: () => Promise<T>): Promise<T> {
  watch();
  const own: Budget = { left: numbers, made: [] };
  try {
    return await budget.run(own, make);
  } catch (error) {
    for (const weight of own.made) weight.dispose();
    throw error;
  }
}

/** Every layer of TensorFlow.js gets its weights from this one method. */
function watch(): void {
  if (isWatched) return;
  isWatched = true;
  const prototype = tf.layers.Layer.prototype as unknown as { addWeight: AddWeight };
  const { addWeight } = prototype;
  prototype.addWeight = function (this: tf.layers.Layer, name, shape, ...rest) {
    const own = budget.getStore();
    if (!own) return addWeight.call(this, name, shape, ...rest);
    own.left -= shape.reduce((product, size) => product * size, 1);
    if (!(own.left >= 0)) throw new Error(`${this.name} asks for more weights than the file holds`);
    const weight = addWeight.call(this, name, shape, ...rest);
    own.made.push(weight);
    return weight;
  };
}
