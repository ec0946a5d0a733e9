/**
 * Exercise 10: find the leak.
 */
import type { tf } from '../../../tensorflow/tf';
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';
import { borrowTensorflow, counted, tensorOf } from './borrow';

type Answer = (logits: tf.Tensor2D, labels: tf.Tensor1D) => unknown;

/** All that the starter makes, in its order. */
function parts(
  logits: tf.Tensor2D,
  labels: tf.Tensor1D,
): Record<'readings' | 'right' | 'asFloat' | 'share', tf.Tensor> {
  const readings = logits.argMax(1);
  const right = readings.equal(labels);
  const asFloat = right.toFloat();
  return { readings, right, asFloat, share: asFloat.mean() };
}

const numberIn = (tensor: tf.Tensor): number => tensor.dataSync()[0]!;

/** An answer that disposes of some of what it makes. */
const disposing =
  (...names: (keyof ReturnType<typeof parts>)[]): Answer =>
  (logits, labels) => {
    const all = parts(logits, labels);
    const share = numberIn(all.share);
    for (const name of names) all[name].dispose();
    return share;
  };

const tidied: Answer = (logits, labels) =>
  borrowTensorflow().tidy(() => numberIn(parts(logits, labels).share));

export const tensorflowLeak: ExerciseDefinition<
  // Whatever a cell declares for its tensors fits `never`. With TensorFlow's own types, every lesson would load them.
  [logits: never, labels: never],
  unknown,
  [logits: NdArray, labels: NdArray]
> = {
  name: 'tensorflow/leak',
  lesson: '10-tensorflow',
  parameters: ['logits', 'labels'],
  starter: disposing(),
  solution: tidied,
  solutionText: `function accuracyOf(logits: tf.Tensor2D, labels: tf.Tensor1D): number {
  return tf.tidy(() => {
    const readings = logits.argMax(1);
    const right = readings.equal(labels);
    const share = right.toFloat().mean();
    return share.dataSync()[0];                 // a number leaves, and no tensor
  });
}`,
  inputs: random => [
    [ndarray([2, 3], [0, 1, 5, 4, 2, 0]), ndarray([2], [2, 1])],
    [ndarray([1, 2], [0, 1]), ndarray([1], [1])],
    [
      ndarray(
        [8, 10],
        Array.from({ length: 80 }, () => random.normal()),
      ),
      ndarray(
        [8],
        Array.from({ length: 8 }, () => random.integer(10)),
      ),
    ],
  ],
  call(answer, [logits, labels]) {
    const { result, ...left } = counted(
      () => [tensorOf(logits), tensorOf(labels, 'int32')] as never[] as [never, never],
      tensors => answer(...tensors),
    );
    return { accuracy: named(result), ...left };
  },
  hints: [
    'Count the operations: each of them makes a tensor, whether you give it a name or not.',
    'One `tf.tidy(() => { … })` around everything that makes tensors is enough.',
    'Read the number *inside* the function that `tidy` runs, and return the number.',
  ],
  mistakes: [
    {
      is: 'dispose for the tensors with a name, and none for the one without',
      does: disposing('readings', 'right', 'share'),
      because:
        '`right.toFloat().mean()` makes two tensors, and only the second one got a name. `tidy` finds the nameless ones, too.',
    },
    {
      is: 'dispose for the last tensor only',
      does: disposing('share'),
      because:
        'Those on the way to it are there as well. A tensor is not freed because nobody needs it any longer.',
    },
    {
      is: 'a tensor that `tidy` hands out, read, and then forgotten',
      does: (logits: tf.Tensor2D, labels: tf.Tensor1D) =>
        numberIn(borrowTensorflow().tidy(() => parts(logits, labels).share)),
      because:
        'What the function returns, `tidy` keeps: from there on it is yours to dispose of. Or read the number inside.',
    },
    {
      is: 'a tensor in the place of its number',
      does: (logits: tf.Tensor2D, labels: tf.Tensor1D) =>
        borrowTensorflow().tidy(() => parts(logits, labels).share),
      because: 'A number is asked for. Now the caller has a handle that somebody must dispose of.',
    },
    {
      is: 'tidying up what was only lent',
      does: (logits: tf.Tensor2D, labels: tf.Tensor1D) => {
        const share = tidied(logits, labels);
        logits.dispose();
        labels.dispose();
        return share;
      },
      because:
        '`logits` and `labels` belong to the caller, who may need them once more. Dispose of what you made, and of nothing else.',
    },
    {
      is: 'tidy around an async function',
      does: (logits: tf.Tensor2D, labels: tf.Tensor1D) => {
        const { share, ...others } = parts(logits, labels);
        const later = share.data();
        for (const tensor of [share, ...Object.values(others)]) tensor.dispose();
        return later;
      },
      because:
        '`tidy` does not wait: it tidies up at the first `await`, and what the function makes later it never sees. Read with `dataSync`, or dispose by hand.',
    },
    {
      is: 'a promise in the place of the number',
      does: async (logits: tf.Tensor2D, labels: tf.Tensor1D) => (await parts(logits, labels).share.data())[0],
      because:
        'When your function comes back, its tensors are all still there. Here `dataSync` will do: it waits.',
    },
  ],
  matters:
    'Four forgotten tensors per batch fill any computer, if the training is long enough. `tf.memory()` before and after tells.',
};

/** What came back, so that it can be shown and compared. */
function named(result: unknown): unknown {
  if (result instanceof Promise) {
    result.catch(() => {}); // Its tensors are gone by then; nobody waits for it.
    return 'a promise';
  }
  return result instanceof borrowTensorflow().Tensor ? 'a tensor' : result;
}
