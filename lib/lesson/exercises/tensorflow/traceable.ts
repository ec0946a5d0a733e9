/**
 * Exercise 10: a function that decides by its numbers, written so that it can be recorded.
 */
import type { tf } from '../../../tensorflow/tf';
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';
import { recorded } from './recorded';

const oneWhereBlank = (largest: tf.Tensor): tf.Tensor => largest.add(largest.equal(0).toFloat());

export const tensorflowTraceable: ExerciseDefinition<
  // Whatever a cell declares for its tensor fits `never`. With TensorFlow's own types, every lesson would load them.
  [images: never],
  unknown,
  [images: NdArray]
> = {
  name: 'tensorflow/traceable',
  lesson: '10-tensorflow',
  parameters: ['images'],
  starter: (images: tf.Tensor2D) => images,
  solution: (images: tf.Tensor2D) => images.div(oneWhereBlank(images.max())),
  solutionText: `function brighten(images: tf.Tensor2D): tf.Tensor {
  const largest = images.max();
  return tf.where(largest.greater(0), images.div(largest), images);
}`,
  inputs: random => [
    [ndarray([2, 2], [0.1, 0.2, 0.5, 0.4])],
    [ndarray([1, 2], [0, 0])],
    [
      ndarray(
        [3, 4],
        Array.from({ length: 12 }, () => 0.1 + random.uniform() / 2),
      ),
    ],
  ],
  call: (answer, [images]) => recorded(images, tensor => answer(tensor as never)),
  tolerance: 1e-4, // A tiny number added to keep the division from 0 is all right.
  hints: [
    'While recording there are no numbers yet. `images.max()` gives a tensor with the largest; leave it a tensor.',
    'An `if` decides once, when it is recorded. `tf.where(condition, a, b)` decides at every run, number by number; its condition can be `largest.greater(0)`.',
    '0 / 0 may be computed on the way, as long as `tf.where` does not choose it.',
  ],
  mistakes: [
    {
      is: 'a division by the largest, whatever it is',
      does: (images: tf.Tensor2D) => images.div(images.max()),
      because:
        'Without ink the largest is 0, and 0 / 0 is NaN. A JavaScript `if` about a tensor does not help: a tensor is an object, which is always true. Use `tf.where`.',
    },
    {
      is: 'each image by its own largest pixel',
      does: (images: tf.Tensor2D) => images.div(oneWhereBlank(images.max(1, true))),
      because: 'One number for the whole batch is asked for: `max()` without an axis.',
    },
    {
      is: 'numbers that are read while recording',
      does: (images: tf.Tensor2D) => images.div(Math.max(...images.dataSync())),
      because:
        'While the walk is recorded, there are no numbers yet: `dataSync`, `arraySync` and the like are refused. `images.max()` stays a tensor.',
    },
    {
      is: 'a number fixed beforehand',
      does: (images: tf.Tensor2D) => images.div(255),
      because:
        'It can be recorded, but 255 is a constant of the graph now. The largest pixel differs from batch to batch.',
    },
  ],
  matters:
    'Data through tensors, decisions through `tf.where`: what is written so runs eagerly, and can be recorded as well.',
};
