/**
 * TensorFlow 1's idea by hand: a graph as blueprint, a session as construction site.
 * Flow: layers → **graph** → lesson 09.
 */
export {
  type DrawGraphOptions,
  type DrawnEdge,
  type DrawnNode,
  drawGraph,
  type GraphDrawing,
} from './drawGraph';
export { type GradientDescentOptions, gradientDescent } from './gradientDescent';
export { gradientFlow, gradients } from './gradients';
export {
  defineOperation,
  Graph,
  type GraphNode,
  type Operation,
  type OperationNode,
  type PlaceholderNode,
  type VariableNode,
} from './graph';
export * as op from './operations';
export { type Feeds, type Fetches, Session } from './session';
export type { Shape } from './shape';
