/**
 * LeNet-5, the network that read cheques in the 1990s.
 * Flow: seed → **lenet** → fit.
 */
import { checkInteger } from '../check/numbers';
import { tf } from '../tensorflow/tf';

/**
 * Convolution 5 × 5 with 6 filters, average pooling 2 × 2, convolution 5 × 5 with 16 filters, average pooling 2 × 2, then
 * dense layers of 120, 84 and 10 units; tanh throughout: 61 706 parameters.
 *
 * This is the form in which LeNet-5 is taught today. The paper's first layer sees 32 × 32 pixels, the digit with an empty
 * frame of 2; `same` padding adds that frame. What differs from the paper: every one of the 16 filters sees all 6
 * maps (there ten of them saw 3 or 4), pooling has no weights of its own (there a factor and a bias per map, and a
 * sigmoid), tanh is not stretched to 1.7159 · tanh(2x / 3), the last layer gives logits (there distances to drawn
 * letter shapes), and the initial weights are Glorot's.
 *
 * @param seed a whole number ≥ 0; the initial weights (Glorot, biases 0) depend on it alone.
 * @returns a model from `[batch, 28, 28, 1]`, pixels in [0, 1], to logits `[batch, 10]`.
 * @throws RangeError if `seed` is anything else.
 * @example lenet({ seed: 1 }).countParams() // 61706
 * @see LeCun, Bottou, Bengio & Haffner, Gradient-Based Learning Applied to Document Recognition (1998), §II.B.
 */
export function lenet({ seed }: { seed: number }): tf.LayersModel {
  checkInteger('lenet', 'seed', seed, 0);
  const weighted = (layer: number) => ({
    activation: 'tanh' as const,
    kernelInitializer: tf.initializers.glorotUniform({ seed: seed * 5 + layer }),
  });
  return tf.sequential({
    name: 'lenet',
    layers: [
      tf.layers.conv2d({
        ...weighted(0),
        inputShape: [28, 28, 1],
        kernelSize: 5,
        filters: 6,
        padding: 'same',
        name: 'conv1',
      }),
      tf.layers.averagePooling2d({ poolSize: 2, name: 'pool1' }),
      tf.layers.conv2d({ ...weighted(1), kernelSize: 5, filters: 16, name: 'conv2' }),
      tf.layers.averagePooling2d({ poolSize: 2, name: 'pool2' }),
      tf.layers.flatten({ name: 'flatten' }),
      tf.layers.dense({ ...weighted(2), units: 120, name: 'dense1' }),
      tf.layers.dense({ ...weighted(3), units: 84, name: 'dense2' }),
      tf.layers.dense({ ...weighted(4), units: 10, activation: 'linear', name: 'logits' }),
    ],
  });
}
