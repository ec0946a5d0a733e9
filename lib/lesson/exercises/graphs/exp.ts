/**
 * Exercise 09: an operation with its gradient.
 */
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';
import { smallNumbers } from '../convolution/arrays';

// Written out: a cell cannot name an interface of this file.
type Tried = { value: NdArray; gradient: NdArray };

export const graphsExp: ExerciseDefinition<[numbers: NdArray], { value: NdArray; gradient: NdArray }> = {
  name: 'graphs/exp',
  lesson: '09-graphs-and-sessions',
  parameters: ['numbers'],
  starter: tried(
    x => x,
    upstream => upstream,
  ),
  solution: tried(Math.exp, (upstream, x) => upstream * Math.exp(x)),
  solutionText: `function tryExp(numbers: NdArray): { value: NdArray; gradient: NdArray } {
  const exp: (x: GraphNode) => OperationNode = defineOperation({
    type: 'exp',
    shape: (_, x) => x,
    forward: x => ndarray(x.shape, x.data.map(Math.exp)),
    gradients: [(upstream, x) => op.multiply(upstream, exp(x))],
  });
  const graph = new Graph();
  const x = graph.variable('x', numbers);
  const powers = exp(x);
  const loss = op.sum(op.multiply(powers, powers));
  const [slope] = gradients(loss, [x]);
  const [value, gradient] = new Session(graph).run([powers, slope]);
  return { value, gradient };
}`,
  inputs: random => [
    [ndarray([2], [0, 1])],
    [ndarray([3], [-1, 2, Math.log(3)])],
    [ndarray([2], [-1000, 0.5])],
    [smallNumbers(random, 2, 3)],
    [ndarray([4], [random.normal(), random.normal(), random.normal(), random.normal()])],
  ],
  hints: [
    'First the numbers: `ndarray(x.shape, x.data.map(…))`. Then the slope: what is the derivative of eˣ?',
    'The rule for the gradient draws nodes. It is told the upstream gradient and x, and must multiply the first by the slope of eˣ at x.',
    'The slope of eˣ is eˣ, and you already have an operation for that: the rule may draw `exp(x)`.',
  ],
  mistakes: [
    {
      is: 'a gradient that hands the upstream on unchanged',
      does: tried(Math.exp, upstream => upstream),
      because: 'That is right for an operation of slope 1, such as adding. How steep is eˣ at x?',
    },
    {
      is: 'the upstream left out',
      does: tried(Math.exp, (_, x) => Math.exp(x)),
      because:
        'That is the slope of this one operation. Along a chain slopes multiply, and `upstream` holds all that comes after.',
    },
    {
      is: 'the input taken for the result',
      does: tried(Math.exp, (upstream, x) => upstream * x),
      because: 'A rule receives the inputs, so `x` is x, not eˣ. The slope must be drawn from it.',
    },
    {
      is: 'upstream and slope added',
      does: tried(Math.exp, (upstream, x) => upstream + Math.exp(x)),
      because: 'Ways that meet are added; links of one chain are multiplied.',
    },
    {
      is: 'a result that was not computed',
      does: tried(
        x => x,
        (upstream, x) => upstream * Math.exp(x),
      ),
      because: 'The gradient is ready, but `forward` still gives back its input.',
    },
    {
      is: 'another base',
      does: tried(
        x => 2 ** x,
        (upstream, x) => upstream * 2 ** x,
      ),
      because: 'The base is e, about 2.718: `Math.exp`. Only for e is the slope the power itself.',
    },
  ],
  matters:
    'A framework is a few hundred of these. Whoever can add one is no longer limited to what others have thought of.',
};

/** What the session gives if the operation computes `forward`, and its gradient is `backward`. */
function tried(
  forward: (x: number) => number,
  backward: (upstream: number, x: number) => number,
): (numbers: NdArray) => Tried {
  return ({ shape, data }) => ({
    value: ndarray(shape, data.map(forward)),
    gradient: ndarray(
      shape,
      data.map(x => backward(2 * forward(x), x)),
    ),
  });
}
