/**
 * A model's weights as plain arrays, to keep them while the model gets others.
 * Flow: model → **weights** → weight averaging, early stopping, checkpoints → model.
 */
import { tf } from '../tensorflow/tf';

/** In the order of `model.weights`. */
export type Weights = readonly Float32Array[];

/** The weights as they are now; what happens to the model later does not change them. */
export function readWeights(model: tf.LayersModel): Weights {
  return model.weights.map(weight => weight.read().dataSync<'float32'>());
}

/** Gives a model weights that were read from it or from one of the same layers; the arrays stay the caller's. */
export function writeWeights(model: tf.LayersModel, weights: Weights): void {
  tf.tidy(() => {
    for (const [index, weight] of model.weights.entries()) {
      // A copy, because a tensor may go on using the array it was made from.
      weight.write(tf.tensor(weights[index]!.slice(), weight.shape as number[]));
    }
  });
}
