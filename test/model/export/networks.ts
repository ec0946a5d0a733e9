/** What the exports are tried on: networks that together have every kind of layer, pictures, and the right answers. */
import { digitNet } from '../../../lib/model/digitNet';
import { lenet } from '../../../lib/model/lenet';
import { toLayers } from '../../../lib/model/transplant/toLayers';
import { tf } from '../../../lib/tensorflow/tf';
import { network } from '../transplant/smallNetwork';

export const networks: Readonly<Record<string, () => tf.LayersModel>> = {
  digitnet: () => digitNet({ seed: 1 }),
  lenet: () => lenet({ seed: 1 }),
  everyLayer: () => toLayers(network),
};

/** Plain numbers, in the shape of the name. */
export interface Answers {
  images: number[];
  imagesShape: number[];
  logits: number[];
  probabilities: number[];
  classes: number[];
}

/** What the network itself says to five random pictures. */
export function answersOf(model: tf.LayersModel): Answers {
  const [, ...shape] = model.inputs[0]!.shape as number[];
  const images = tf.randomUniform([5, ...shape], 0, 1, 'float32', 3);
  const logits = tf.tidy(() => model.apply(images, { training: false }) as tf.Tensor2D);
  const [probabilities, classes] = [tf.softmax(logits), logits.argMax(1)];
  return {
    images: [...images.dataSync()],
    imagesShape: images.shape,
    logits: [...logits.dataSync()],
    probabilities: [...probabilities.dataSync()],
    classes: [...classes.dataSync()],
  };
}

/** The largest difference of two rows of numbers. */
export function apart(actual: ArrayLike<number>, expected: readonly number[]): number {
  return Math.max(...expected.map((value, index) => Math.abs(value - actual[index]!)));
}
