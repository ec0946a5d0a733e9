/**
 * The variables that a step or function works with, and their names in the graph and in checkpoints.
 * Flow: model.weights or tf.Variables → **tracedVariables** → GraphVariables.
 */
import { tf } from '../tf';
import type { GraphVariable, GraphVariables } from './graphVariables';
import { type FeedType, typeNumber } from './types';

/** A variable of TensorFlow.js, or a weight of a layer. */
export type TraceableVariable = tf.Variable | tf.LayerVariable;

/** A variable on both sides: in TensorFlow.js, and in the graph. */
export interface TracedVariable {
  readonly variable: tf.Variable;
  readonly inGraph: GraphVariable;
}

/**
 * Adds the variables to a graph, each under its name.
 *
 * @throws RangeError if a variable is listed twice.
 */
export function tracedVariables(
  caller: string,
  variables: readonly TraceableVariable[],
  graph: GraphVariables,
): TracedVariable[] {
  const names = variableNames(variables);
  const seen = new Set<tf.Variable>();
  return variables.map((one, index) => {
    const variable = one instanceof tf.Variable ? one : (one.read() as tf.Variable);
    if (seen.has(variable))
      throw new RangeError(`${caller}: variables must hold each one once, got ${one.name} twice`);
    seen.add(variable);
    return {
      variable,
      inGraph: graph.add(names[index]!, typeNumber[variable.dtype as FeedType], variable.shape),
    };
  });
}

/**
 * The names of variables: a weight keeps the one its layer gave it; where two have the same, the ones that
 * TensorFlow.js made unique are taken.
 */
export function variableNames(variables: readonly TraceableVariable[]): string[] {
  const own = variables.map(one => (one instanceof tf.Variable ? one.name : one.originalName));
  return new Set(own).size === own.length ? own : variables.map(({ name }) => name);
}
