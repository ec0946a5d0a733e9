/**
 * Operations that change variables, and that tie several nodes into one.
 * Flow: gradientDescent → **assign**, **group** → session.
 */
import { ndarray } from '../../types/ndarray';
import { defineOperation, type GraphNode, type OperationNode, type VariableNode } from '../graph';
import { misfit, shapesFit } from '../shape';

/** The variable takes the value when the run is over; the node itself has that value at once. */
export function assign(variable: VariableNode, value: GraphNode): OperationNode {
  const draw = defineOperation({
    type: 'assign',
    shape(node, shape) {
      if (shapesFit(shape, variable.shape)) return variable.shape;
      throw misfit`${node} cannot give ${shape} to '${variable.name}': expected ${variable.shape}`;
    },
    forward: value => value,
    assigns: variable,
  });
  return draw(value);
}

/** Evaluates all of the nodes, and has an empty value itself, shape `[0]`. */
export const group: (...nodes: GraphNode[]) => OperationNode = defineOperation({
  type: 'group',
  shape: () => [0],
  forward: () => ndarray([0]),
});
