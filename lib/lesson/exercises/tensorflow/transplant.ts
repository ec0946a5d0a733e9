/**
 * Exercise 10: weights that were written by another framework.
 */

import type { tf } from '../../../tensorflow/tf';
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';
import { borrowTensorflow, counted, tensorOf } from './borrow';
import { convolution, dense, emptyModel, type Foreign, normal } from './foreign';

type Answer = (weights: Foreign, model: tf.LayersModel) => unknown;

const CONVOLUTION = [2, 3, 1, 0];
const DENSE = [1, 0];

/** An answer that gives the model what `change` makes of each kernel and bias. */
const transplanting =
  (change: (layer: Foreign[number], index: number) => tf.Tensor[]): Answer =>
  (weights, model) => {
    borrowTensorflow().tidy(() => model.setWeights(weights.flatMap(change)));
  };

const turned = (kernel: NdArray, convolution: readonly number[] = CONVOLUTION): tf.Tensor =>
  tensorOf(kernel).transpose([...(kernel.shape.length === 4 ? convolution : DENSE)]);

const zeros = (shape: readonly number[]): tf.Tensor => borrowTensorflow().zeros([...shape]);

export const tensorflowTransplant: ExerciseDefinition<
  // Whatever a cell declares for its model fits `never`. With TensorFlow's own types, every lesson would load them.
  [weights: { kernel: NdArray; bias: NdArray }[], model: never],
  unknown,
  [weights: Foreign, images: NdArray]
> = {
  name: 'tensorflow/transplant',
  lesson: '10-tensorflow',
  parameters: ['weights', 'images'],
  starter: (): void => {},
  solution: transplanting(({ kernel, bias }) => [turned(kernel), tensorOf(bias)]),
  solutionText: `function transplant(weights: { kernel: NdArray; bias: NdArray }[], model: tf.LayersModel): void {
  const tensor = ({ shape, data }: NdArray) => tf.tensor(Float32Array.from(data), [...shape]);
  tf.tidy(() => {
    const turned = weights.flatMap(({ kernel, bias }) => {
      const axes = kernel.shape.length === 4 ? [2, 3, 1, 0] : [1, 0];
      return [tensor(kernel).transpose(axes), tensor(bias)];
    });
    model.setWeights(turned);                   // copies, so the tensors may go
  });
}`,
  inputs: random => [
    [
      [{ kernel: ndarray([2, 3], [1, 2, 3, 4, 5, 6]), bias: ndarray([2], [10, 20]) }],
      ndarray([1, 3], [1, 0, 0]),
    ],
    [[dense(random, 3, 3)], normal(random, [2, 3])],
    [[dense(random, 4, 4), dense(random, 2, 4)], normal(random, [3, 4])],
    [[convolution(random, 2, 2, 2, 2)], normal(random, [2, 4, 5, 2])],
    [[convolution(random, 3, 2, 1, 3), dense(random, 5, 3 * 4 * 3)], normal(random, [2, 4, 5, 2])],
  ],
  call(answer, [weights, images]) {
    const tf = borrowTensorflow();
    const model = emptyModel(weights, images.shape.slice(1));
    try {
      const { result, tensorsLeft } = counted(
        () => undefined,
        () => attempted(() => answer(weights as never, model as never)),
      );
      if (result.refused !== undefined) return result; // What it left is not the point then.
      const outputs = tf.tidy(() => (model.predict(tensorOf(images)) as tf.Tensor).arraySync());
      return { outputs, tensorsLeft, ...result };
    } finally {
      model.dispose();
    }
  },
  tolerance: 1e-5,
  hints: [
    'A dense kernel comes as [units, inputs] and is wanted as [inputs, units]. Which operation turns a matrix?',
    '`tensor.transpose([2, 3, 1, 0])` says for each axis of the result where it comes from: its first axis is the old axis 2.',
    '`model.setWeights` takes all weights of the model in one list: kernel and bias of the first layer that has some, then of the next.',
  ],
  mistakes: [
    {
      is: 'another shape for the same sequence of numbers',
      does: transplanting(({ kernel, bias }) => {
        const axes = kernel.shape.length === 4 ? CONVOLUTION : DENSE;
        return [tensorOf(kernel).reshape(axes.map(axis => kernel.shape[axis]!)), tensorOf(bias)];
      }),
      because:
        'The shape is right now, so nobody complains, but the numbers stand in the old order. `reshape` moves nothing; `transpose` does.',
    },
    {
      is: 'kernels as they came',
      does: transplanting(({ kernel, bias }) => [tensorOf(kernel), tensorOf(bias)]),
      because:
        'There the outputs stand first, here they stand last: [units, inputs] must become [inputs, units].',
    },
    {
      is: 'height and width changed places',
      does: transplanting(({ kernel, bias }) => [turned(kernel, [3, 2, 1, 0]), tensorOf(bias)]),
      because:
        'All axes turned round is one swap too many: every kernel of a convolution lies on its side. Height comes before width on both sides.',
    },
    {
      is: 'dense kernels turned, convolutions only given the right shape',
      does: transplanting(({ kernel, bias }) => {
        const [filters, channels, height, width] = kernel.shape as [number, number, number, number];
        const given = kernel.shape.length === 4;
        return [
          given ? tensorOf(kernel).reshape([height, width, channels, filters]) : turned(kernel),
          tensorOf(bias),
        ];
      }),
      because: 'The convolutions need `transpose`, too: `reshape` moves no number.',
    },
    {
      is: 'no biases',
      does: transplanting(({ kernel, bias }) => [turned(kernel), zeros(bias.shape)]),
      because: 'The kernels are right. The biases are still those of the empty model.',
    },
    {
      is: 'whole numbers only',
      does: transplanting(({ kernel, bias }) => {
        const cut = (array: NdArray): NdArray => ndarray(array.shape, array.data.map(Math.trunc));
        return [turned(cut(kernel)), tensorOf(cut(bias))];
      }),
      because: 'An int32 tensor cuts 0.7 down to 0. Weights are float32.',
    },
    {
      is: 'the first layer only',
      does: transplanting(({ kernel, bias }, index) =>
        index === 0 ? [turned(kernel), tensorOf(bias)] : [zeros(turned(kernel).shape), zeros(bias.shape)],
      ),
      because: 'The first layer is right. The others are still empty.',
    },
    {
      is: 'a right transplant that leaves its tensors lying about',
      does: (weights, model: tf.LayersModel) => {
        const tensors = weights.flatMap(({ kernel, bias }) => [tensorOf(kernel), tensorOf(bias)]);
        const kernels = tensors.filter((_, index) => index % 2 === 0);
        const axes = (kernel: tf.Tensor): number[] => (kernel.rank === 4 ? CONVOLUTION : DENSE);
        const all = tensors.map(tensor =>
          kernels.includes(tensor) ? tensor.transpose(axes(tensor)) : tensor,
        );
        model.setWeights(all);
      },
      because:
        'The outputs are right. `setWeights` copies what it is given, so your own tensors are still there: put a `tidy` around.',
    },
    {
      is: 'a right transplant that disposes of all but the tensors before turning',
      does: (weights, model: tf.LayersModel) => {
        const untouched = weights.map(({ kernel }) => tensorOf(kernel));
        const tensors = untouched.flatMap((kernel, index) => [
          kernel.transpose(kernel.rank === 4 ? CONVOLUTION : DENSE),
          tensorOf(weights[index]!.bias),
        ]);
        model.setWeights(tensors);
        for (const tensor of tensors) tensor.dispose();
      },
      because:
        'The outputs are right, and one tensor for each kernel is left: `transpose` makes a new one and leaves the old one where it is.',
    },
  ],
  matters:
    'This is how trained networks change house. One trap more for the road: a framework with channels first also flattens them first, so a dense kernel behind a flatten must have its rows sorted anew.',
};

/** Why it failed, or what it gave; a transplant gives nothing, or the model. */
function attempted(act: () => unknown): { refused?: string; returned?: unknown } {
  try {
    const returned = act();
    return returned === undefined || typeof returned === 'object' ? {} : { returned };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}
