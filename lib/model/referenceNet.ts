/**
 * The network on which every speed of this course is quoted.
 * Flow: seed → **referenceNet** → fit.
 */
import { checkInteger } from '../check/numbers';
import { tf } from '../tensorflow/tf';

const HEIGHT = 28;
const WIDTH = 28;
const CLASSES = 10;

/**
 * Two rounds of convolution (5 × 5, 16 filters, same padding, ReLU) and 2 × 2 max pooling, then a dense layer of
 * 1024 ReLU units and one of 10 logits: 820 922 parameters.
 *
 * It is the network this course grew from, in healthy form: ReLU in place of sigmoid, logits at the end.
 *
 * @param seed a whole number ≥ 0; the initial weights (Glorot and He, biases 0) depend on it alone.
 * @returns a model from `[batch, 28, 28, 1]`, pixels in [0, 1], to logits `[batch, 10]`.
 * @throws RangeError if `seed` is anything else.
 * @example referenceNet({ seed: 1 }).countParams() // 820922
 * @see He et al., Delving Deep into Rectifiers (2015), on the initial weights. Used in notebooks/00-start-here.
 */
export function referenceNet({ seed }: { seed: number }): tf.LayersModel {
  checkInteger('referenceNet', 'seed', seed, 0);
  const he = (layer: number) => tf.initializers.heNormal({ seed: seed * 4 + layer });
  const glorot = (layer: number) => tf.initializers.glorotUniform({ seed: seed * 4 + layer });
  const convolution = { kernelSize: 5, filters: 16, padding: 'same', activation: 'relu' } as const;
  return tf.sequential({
    name: 'reference',
    layers: [
      tf.layers.conv2d({
        ...convolution,
        inputShape: [HEIGHT, WIDTH, 1],
        kernelInitializer: he(0),
        name: 'conv1',
      }),
      tf.layers.maxPooling2d({ poolSize: 2, name: 'pool1' }),
      tf.layers.conv2d({ ...convolution, kernelInitializer: he(1), name: 'conv2' }),
      tf.layers.maxPooling2d({ poolSize: 2, name: 'pool2' }),
      tf.layers.flatten({ name: 'flatten' }),
      tf.layers.dense({ units: 1024, activation: 'relu', kernelInitializer: he(2), name: 'dense' }),
      tf.layers.dense({ units: CLASSES, kernelInitializer: glorot(3), name: 'logits' }),
    ],
  });
}
