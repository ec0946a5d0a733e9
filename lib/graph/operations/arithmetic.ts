/**
 * Operations on numbers one by one, and on all of them.
 * Flow: nodes → **arithmetic** → gradients, gradientDescent.
 */
import { checkShape } from '../../check/arrays';
import { ndarray } from '../../types/ndarray';
import {
  defineGradient,
  defineOperation,
  type GraphNode,
  type Operation,
  type OperationNode,
} from '../graph';
import { misfit, shapesFit } from '../shape';

type Unary = (x: GraphNode) => OperationNode;
type Binary = (a: GraphNode, b: GraphNode) => OperationNode;

/** a + b, both of one shape. */
export const add: Binary = pairwise('add', (a, b) => a + b, [g => g, g => g]);

/** a − b, both of one shape. */
export const subtract: Binary = pairwise('subtract', (a, b) => a - b, [g => g, g => scale(g, -1)]);

/** a · b, number by number, both of one shape. */
export const multiply: Binary = pairwise('multiply', (a, b) => a * b, [
  (upstream, _, b) => multiply(upstream, b),
  (upstream, a) => multiply(upstream, a),
]);

/** Every number of x times one number: `factor`, or the value of a node of shape `[]`. */
export function scale(x: GraphNode, factor: number | GraphNode): OperationNode {
  return scaleBy(x, typeof factor === 'number' ? x.graph.constant(factor) : factor);
}

const scaleBy: Binary = defineOperation({
  type: 'scale',
  shape(node, x, factor) {
    if (factor.length === 0) return x;
    throw misfit`${node} cannot scale by ${factor}: expected one number, []`;
  },
  forward: ({ shape, data }, factor) => ({ shape, data: data.map(value => value * factor.data[0]!) }),
  gradients: [(upstream, _, factor) => scale(upstream, factor), (upstream, x) => sum(multiply(upstream, x))],
});

/** All numbers added up. */
export const sum: Unary = total('sum', () => 1);

/** The mean of all numbers. */
export const mean: Unary = total('mean', size => {
  if (size > 0) return size;
  throw new RangeError('the mean must be of at least one number, got none');
});

type Rules = Operation['gradients'];

/** Two arrays of one shape in, one out, number by number. */
function pairwise(type: string, rule: (a: number, b: number) => number, gradients: Rules): Binary {
  return defineOperation({
    type,
    shape(node, a, b) {
      if (shapesFit(a, b)) return a.map((size, axis) => size ?? b[axis] ?? null);
      throw misfit`${node} cannot pair ${a} with ${b}: expected the same shape`;
    },
    forward(a, b) {
      checkShape(type, 'b', b, a.shape);
      return { shape: a.shape, data: a.data.map((value, index) => rule(value, b.data[index]!)) };
    },
    gradients,
  });
}

/** The sum over a divisor. All numbers have the same share in it, so the gradient is the same everywhere. */
function total(type: string, divisor: (size: number) => number): Unary {
  const share = defineGradient(`${type}Gradient`, ({ data: [upstream] }, { shape, data }) => ({
    shape,
    data: data.map(() => upstream! / divisor(data.length)),
  }));
  return defineOperation({
    type,
    shape: () => [],
    forward: ({ data }) => ndarray([], [data.reduce((sum, value) => sum + value, 0) / divisor(data.length)]),
    gradients: [share],
  });
}
