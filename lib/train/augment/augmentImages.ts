/**
 * Moves every image of a batch by chance: shifted, turned, scaled. Its class stays what it was.
 * Flow: images in [0, 1], seed, number of the step → **augmentImages** → the network.
 */
import { tf } from '../../tensorflow/tf';
import { type Draw, statelessUniform } from '../../tensorflow/trace/stateless';
import type { Augmentation } from './augmentation';
import { projectImages } from './projectImages';
import { projections } from './projections';

/**
 * Every image moved in its own way; seed and step alone decide how. No gradient flows back through it.
 *
 * @param images `[batch, height, width, 1]`; outside of them all is 0.
 * @returns the same shape, each number between the smallest and the largest of `images` and 0.
 * @see Simard, Steinkraus & Platt, Best Practices for Convolutional Neural Networks (2003).
 *   Used in notebooks/13-recipe-ladder, by `augmentDigits`.
 */
export function augmentImages(images: tf.Tensor4D, augmentation: Augmentation, draw: Draw): tf.Tensor4D {
  const [batch, height, width] = images.shape;
  return tf.tidy(() => {
    // From [0, 1) to [−1, 1): the part of the largest move that each image makes.
    const parts = statelessUniform([batch, 4], draw).mul(2).sub(1) as tf.Tensor2D;
    return projectImages(images, projections(parts, augmentation, { height, width }));
  });
}
