/**
 * Has the training gone astray without a word? ReLU and max pooling may turn NaN into 0, and the loss stays a number.
 * Flow: fit, after every epoch → **checkWeights**.
 */
import { tf } from '../tensorflow/tf';

/**
 * Looks through all weights after an epoch.
 *
 * @throws Error naming the first array of weights with a value that is not finite.
 */
export function checkWeights(model: tf.LayersModel, epoch: number): void {
  const wrong = model.weights.find(weight =>
    tf.tidy(() => weight.read().isFinite().all().dataSync()[0] === 0),
  );
  if (wrong === undefined) return;
  throw new Error(
    `fit: weights of ${wrong.name} are no numbers any more after epoch ${epoch}; start anew with a smaller learningRate`,
  );
}
