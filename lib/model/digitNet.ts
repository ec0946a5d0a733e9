/**
 * The network of `digits train`: made to reach 99 % of the test digits in the least time.
 * Flow: seed → **digitNet** → fit with digitNetRecipe.
 */
import { checkInteger } from '../check/numbers';
import { tf } from '../tensorflow/tf';

/**
 * Convolution 5 × 5 with 16 filters, convolution 3 × 3 with 32, each with same padding, ReLU and 2 × 2 max pooling; a
 * dense layer of 128 ReLU units and one of 10 logits: 207 178 parameters.
 *
 * It spends its arithmetic where it pays: against `referenceNet`, filters in the second round are twice as many and
 * smaller, and the dense layer, which is most of the parameters there, has an eighth of its units.
 *
 * @param seed a whole number ≥ 0; the initial weights (Glorot and He, biases 0) depend on it alone.
 * @returns a model from `[batch, 28, 28, 1]`, pixels in [0, 1], to logits `[batch, 10]`.
 * @throws RangeError if `seed` is anything else.
 * @example await fit(digitNet({ seed: 1 }), train, { ...digitNetRecipe, seed: 1 })
 * @see bench/README.md, on how it was chosen. Used in notebooks/11-training, notebooks/14-what-it-sees,
 *   notebooks/15-ship-it.
 */
export function digitNet({ seed }: { seed: number }): tf.LayersModel {
  checkInteger('digitNet', 'seed', seed, 0);
  const relu = (layer: number) => ({
    activation: 'relu' as const,
    kernelInitializer: tf.initializers.heNormal({ seed: seed * 4 + layer }),
  });
  return tf.sequential({
    name: 'digitnet',
    layers: [
      tf.layers.conv2d({
        ...relu(0),
        inputShape: [28, 28, 1],
        kernelSize: 5,
        filters: 16,
        padding: 'same',
        name: 'conv1',
      }),
      tf.layers.maxPooling2d({ poolSize: 2, name: 'pool1' }),
      tf.layers.conv2d({ ...relu(1), kernelSize: 3, filters: 32, padding: 'same', name: 'conv2' }),
      tf.layers.maxPooling2d({ poolSize: 2, name: 'pool2' }),
      tf.layers.flatten({ name: 'flatten' }),
      tf.layers.dense({ ...relu(2), units: 128, name: 'dense' }),
      tf.layers.dense({
        units: 10,
        kernelInitializer: tf.initializers.glorotUniform({ seed: seed * 4 + 3 }),
        name: 'logits',
      }),
    ],
  });
}
