/**
 * How strongly the loss pulls at each layer's weights.
 * Flow: model, digits → **gradientNorms** → one line per layer.
 */
import { checkModelFits } from '../model/checkModelFits';
import { imageTensor, labelTensor } from '../tensorflow/digitTensors';
import { ready, tf } from '../tensorflow/tf';
import type { Digits } from '../types/digits';

/** One layer that has weights. */
export interface GradientNorm {
  readonly layer: string;
  /** Length of the gradient for all its weights together: the root of the sum of squared slopes, in nats per unit. */
  readonly norm: number;
}

/**
 * The gradient of the mean softmax cross-entropy, as one length per layer, first layer first.
 *
 * Lengths that shrink from the last layer to the first are a vanishing gradient; all of them near 0 under a high loss
 * mean that something after the last layer is flat; lengths in the hundreds, that the next step goes far astray.
 *
 * @param model a network from `[batch, height, width, 1]`, pixels in [0, 1], to logits. Dropout does not act.
 * @param digits one batch, some hundred at most: they are all asked at once.
 * @throws RangeError if the network and the digits do not go together, or the digits have no labels.
 * @example (await gradientNorms(digitNet({ seed: 1 }), batch)).map(({ layer }) => layer) // conv1, conv2, dense, logits
 * @see Pascanu, Mikolov & Bengio, On the Difficulty of Training Recurrent Neural Networks (2013), on their size.
 *   Used in notebooks/12-autopsy.
 */
export async function gradientNorms(model: tf.LayersModel, digits: Digits): Promise<GradientNorm[]> {
  checkModelFits('gradientNorms', model, digits, { needsLabels: true });
  await ready();
  return tf.tidy(() => {
    const [images, labels] = [imageTensor(digits), labelTensor(digits)];
    const trained = model.layers.filter(layer => layer.trainableWeights.length > 0);
    const weights = trained.map(layer => layer.trainableWeights.map(weight => weight.read() as tf.Variable));
    const { grads } = tf.variableGrads(() => {
      const logits = model.apply(images, { training: false }) as tf.Tensor2D;
      return tf.losses.softmaxCrossEntropy(labels, logits) as tf.Scalar;
    }, weights.flat());
    return trained.map(({ name }, index) => {
      const squares = weights[index]!.map(({ name }) => grads[name]!.square().sum().dataSync()[0]!);
      return { layer: name, norm: Math.sqrt(squares.reduce((sum, square) => sum + square)) };
    });
  });
}
