/**
 * The optimiser, as operations: a training step is a node like any other.
 * Flow: loss → gradients → **gradientDescent** → session.
 */
import { checkBetween } from '../check/numbers';
import { ndarray } from '../types/ndarray';
import { gradients } from './gradients';
import type { GraphNode, OperationNode, VariableNode } from './graph';
import { add, scale, subtract } from './operations/arithmetic';
import { assign, group } from './operations/state';

/** The step of `gradientDescent`. */
export interface GradientDescentOptions {
  /** > 0; or a node of shape `[]`, such as a placeholder, to change it while training. */
  readonly learningRate: number | GraphNode;
  /** The share of the old velocity that is kept, in (0, 1); no velocity at all when left out. */
  readonly momentum?: number;
  /** What to train; every variable that the loss depends on when left out. */
  readonly variables?: readonly VariableNode[];
}

/**
 * Draws a step down the gradient; every run of the returned node takes one.
 *
 *     v ← momentum · v + gradient        w ← w − learningRate · v        (without momentum: v is the gradient)
 *
 * @param loss a node whose value is a single number.
 * @throws RangeError if an option is out of range, there is nothing to train, or as `gradients`.
 * @example session.run(gradientDescent(loss, { learningRate: 0.1 }), feeds) // the variables are one step better
 * @see Derived in notebooks/09-graphs-and-sessions.
 */
export function gradientDescent(loss: GraphNode, options: GradientDescentOptions): OperationNode {
  const { learningRate, momentum, variables = variablesOf(loss) } = options;
  const { graph } = loss;
  if (typeof learningRate === 'number') {
    checkBetween('gradientDescent', 'learningRate', learningRate, 0, Number.POSITIVE_INFINITY);
  }
  if (momentum !== undefined) checkBetween('gradientDescent', 'momentum', momentum, 0, 1);
  if (variables.length === 0) {
    throw new RangeError(`gradientDescent: '${loss.name}' must depend on a variable, got none to train`);
  }
  const slopes = gradients(loss, variables);
  const steps = variables.map((variable, index) =>
    graph.scope(`train/${variable.name}`, () => {
      const slope = slopes[index]!;
      if (momentum === undefined) return assign(variable, subtract(variable, scale(slope, learningRate)));
      const velocity = graph.variable('velocity', ndarray(variable.initial.shape));
      const moved = assign(velocity, add(scale(velocity, momentum), slope));
      return assign(variable, subtract(variable, scale(moved, learningRate)));
    }),
  );
  return graph.scope('train', () => group(...steps));
}

function variablesOf(loss: GraphNode): VariableNode[] {
  return loss.graph.evaluationOrder([loss]).filter(node => node.kind === 'variable');
}
