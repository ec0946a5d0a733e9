/**
 * The network this course grew from, as it was published in 2017, each of its faults on a switch.
 * Flow: seed, faults → **originNet** → fit → notebooks/12-autopsy.
 */
import { checkInteger } from '../check/numbers';
import { tf } from '../tensorflow/tf';

/**
 * What was wrong in the network itself; what was wrong in its training program is `OriginProgramFault`.
 *
 * - `sigmoidLogits`: a sigmoid squeezes the scores into (0, 1) before the softmax, so that the best probability is
 *   e / (e + 9) = 0.232 and the loss never falls below 1.461.
 * - `sigmoidDense`: the 1024 dense units are sigmoids, whose slope is a quarter at most and 0 once they saturate.
 * - `sameSpread`: all weights start with standard deviation 0.05 and all biases at 0.05, whatever the layer's size.
 * - `rawPixels`: pixels reach the first layer as 0 to 255.
 * - `deafSwitch`: the function has a parameter `useSigmoid`, and ignores it.
 */
export type OriginFault = 'sigmoidLogits' | 'sigmoidDense' | 'sameSpread' | 'rawPixels' | 'deafSwitch';

/**
 * All of them: the network as it was.
 *
 * @see Used in notebooks/12-autopsy.
 */
export const originFaults: readonly OriginFault[] = [
  'sigmoidLogits',
  'sigmoidDense',
  'sameSpread',
  'rawPixels',
  'deafSwitch',
];

/**
 * The 2017 network: two rounds of convolution (5 × 5, 16 filters, ReLU) and 2 × 2 max pooling, a dense layer of 1024
 * units, one of 10. It was trained with Adam, learning rate 0.0001, 50 digits a step, and reported 87.12 % after 50
 * steps, on the digits it had been trained on.
 *
 * @param seed a whole number ≥ 0; the initial weights depend on it alone.
 * @param faults those it shall have. Default all; with none it is `referenceNet`, number for number.
 * @param useSigmoid false leaves the sigmoids out, whatever `faults` say of them, unless the switch is deaf.
 * @returns a model from `[batch, 28, 28, 1]`, pixels in [0, 1], to scores `[batch, 10]`.
 * @throws RangeError if `seed` is anything else, or naming a fault that is none.
 * @example originNet({ seed: 1, faults: ['sigmoidLogits'] }).countParams() // 820922
 * @see Glorot & Bengio, Understanding the Difficulty of Training Deep Feedforward Neural Networks (2010), on sigmoids
 *   that saturate. Used in notebooks/12-autopsy.
 */
export function originNet({
  seed,
  faults = originFaults,
  useSigmoid = true,
}: {
  seed: number;
  faults?: readonly OriginFault[];
  useSigmoid?: boolean;
}): tf.LayersModel {
  checkInteger('originNet', 'seed', seed, 0);
  const unknown = faults.find(fault => !originFaults.includes(fault));
  if (unknown !== undefined) {
    throw new RangeError(`originNet: faults must be among ${originFaults.join(', ')}, got ${unknown}`);
  }
  const has = (fault: OriginFault): boolean => faults.includes(fault);
  const sigmoid = (fault: OriginFault): boolean => has(fault) && (useSigmoid || has('deafSwitch'));
  const start = (layer: number, healthy: 'heNormal' | 'glorotUniform') =>
    has('sameSpread')
      ? {
          kernelInitializer: tf.initializers.truncatedNormal({ stddev: 0.05, seed: seed * 4 + layer }),
          biasInitializer: tf.initializers.constant({ value: 0.05 }),
        }
      : { kernelInitializer: tf.initializers[healthy]({ seed: seed * 4 + layer }) };
  const convolution = { kernelSize: 5, filters: 16, padding: 'same', activation: 'relu' } as const;
  return tf.sequential({
    name: 'origin',
    layers: [
      // Models get pixels in [0, 1]; the fault is to undo that.
      tf.layers.rescaling({ inputShape: [28, 28, 1], scale: has('rawPixels') ? 255 : 1, name: 'pixels' }),
      tf.layers.conv2d({ ...convolution, ...start(0, 'heNormal'), name: 'conv1' }),
      tf.layers.maxPooling2d({ poolSize: 2, name: 'pool1' }),
      tf.layers.conv2d({ ...convolution, ...start(1, 'heNormal'), name: 'conv2' }),
      tf.layers.maxPooling2d({ poolSize: 2, name: 'pool2' }),
      tf.layers.flatten({ name: 'flatten' }),
      tf.layers.dense({
        ...start(2, 'heNormal'),
        units: 1024,
        activation: sigmoid('sigmoidDense') ? 'sigmoid' : 'relu',
        name: 'dense',
      }),
      tf.layers.dense({
        ...start(3, 'glorotUniform'),
        units: 10,
        activation: sigmoid('sigmoidLogits') ? 'sigmoid' : 'linear',
        name: 'logits',
      }),
    ],
  });
}
