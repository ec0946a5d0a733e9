/**
 * Reverse-mode differentiation: the backward pass, drawn into the same blueprint.
 * Flow: loss → **gradients** → gradientDescent → session.
 */
import type { GraphNode, OperationNode } from './graph';
import { add } from './operations/arithmetic';
import { misfit, shapesFit } from './shape';

/**
 * Draws the gradient of the loss with respect to each variable.
 *
 * @param loss a node whose value is a single number, shape `[]`.
 * @param variables variables, or any other nodes that the loss depends on.
 * @returns for each of them a node of its shape.
 * @throws RangeError if the loss is no single number, does not depend on a variable, or an operation in between
 *   has no gradient.
 * @example gradients(op.sum(op.multiply(w, w)), [w]) // one node; where w is 3 its value is 6
 * @see Baydin et al., Automatic Differentiation in Machine Learning: a Survey (2018), §3.2.
 *   Derived in notebooks/09-graphs-and-sessions.
 */
export function gradients(loss: GraphNode, variables: readonly GraphNode[]): GraphNode[] {
  const flow = gradientFlow(loss, variables);
  return variables.map(variable => flow.get(variable)!);
}

/**
 * As `gradients`, with the links of the chain rule: from the loss back, every node on a way to a variable, and the
 * node that is its gradient.
 *
 * @see Derived in notebooks/09-graphs-and-sessions.
 */
export function gradientFlow(loss: GraphNode, variables: readonly GraphNode[]): Map<GraphNode, GraphNode> {
  const { graph, name, shape } = loss;
  if (shape.length > 0) throw misfit`gradients: '${name}' must be one number, shape [], got ${shape}`;
  const order = graph.evaluationOrder([loss]);
  const apart = variables.find(variable => !order.includes(variable));
  if (apart) throw misfit`gradients: '${name}' must depend on '${apart.name}', but does not`;
  const onTheWay = new Set(variables);
  for (const node of order) if (node.inputs.some(input => onTheWay.has(input))) onTheWay.add(node);

  const one = graph.scope(`gradient/${name}`, () => graph.constant(1));
  const flow = new Map<GraphNode, GraphNode>([[loss, one]]);
  for (const node of order.reverse()) {
    if (node.kind !== 'operation') continue;
    node.inputs.forEach((input, index) => {
      if (!onTheWay.has(input)) return;
      graph.scope(`gradient/${input.name}`, () => {
        const part = passBack(node, index, flow.get(node)!);
        const others = flow.get(input);
        flow.set(input, others ? add(others, part) : part);
      });
    });
  }
  return flow;
}

/** One link of the chain rule: from the gradient of a node to that of one of its inputs. */
function passBack(node: OperationNode, index: number, upstream: GraphNode): GraphNode {
  const input = node.inputs[index]!;
  const rule = node.operation.gradients?.[index];
  if (!rule) throw misfit`gradients: node '${node.name}' has no gradient with respect to '${input.name}'`;
  const part = rule(upstream, ...node.inputs);
  if (shapesFit(input.shape, part.shape)) return part;
  throw misfit`gradients: node '${node.name}' must pass ${input.shape} back to '${input.name}', got ${part.shape}`;
}
