/**
 * Keeps a topology from asking for more weights than there are: a file of a kilobyte can ask for a layer of terabytes.
 * Flow: loadModel → **withinWeights** → TensorFlow.js makes the layers.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { tf } from '../tensorflow/tf';

type AddWeight = (name: string, shape: readonly number[], ...rest: unknown[]) => unknown;

/** How many numbers the layers now being made may still ask for. Two models that load at a time have one each. */
const budget = new AsyncLocalStorage<{ left: number }>();
let isWatched = false;

/**
 * Runs `make`; layers that it makes may have `numbers` weights in all.
 *
 * @throws Error naming the first layer that asks for more, before any memory is taken for it.
 */
export function withinWeights<T>(numbers: number, make: () => Promise<T>): Promise<T> {
  watch();
  return budget.run({ left: numbers }, make);
}

/** Every layer of TensorFlow.js gets its weights from this one method. */
function watch(): void {
  if (isWatched) return;
  isWatched = true;
  const prototype = tf.layers.Layer.prototype as unknown as { addWeight: AddWeight };
  const { addWeight } = prototype;
  prototype.addWeight = function (this: tf.layers.Layer, name, shape, ...rest) {
    const own = budget.getStore();
    if (own) {
      own.left -= shape.reduce((product, size) => product * size, 1);
      if (!(own.left >= 0)) throw new Error(`${this.name} asks for more weights than the file holds`);
    }
    return addWeight.call(this, name, shape, ...rest);
  };
}
