/**
 * The second half of a training step: every variable takes its new value.
 * Flow: gradients → **emitUpdates** → sgd, momentum, adam → operations that a step's results wait for.
 */
import { typeOf } from '../attributes';
import type { GraphBuilder, Reference } from '../graphBuilder';
import type { GraphVariable, GraphVariables } from '../graphVariables';
import type { TracedVariable } from '../tracedVariables';
import { FLOAT32, INT32 } from '../types';
import { graphOptimizer } from './graphOptimizer';
import type { TraceOptimizer } from './optimizer';

/** What becomes of a variable: a value the step gave it, or a gradient to follow; undefined when it stays. */
export type Change = { assigned: Reference } | { gradient: Reference } | undefined;

export interface UpdatePlan {
  readonly optimizer: TraceOptimizer;
  readonly learningRate: Reference;
  /** Counts the steps that are done. */
  readonly done: GraphVariable;
}

/** @returns the operations that change variables. */
export function emitUpdates(
  graph: GraphBuilder,
  variables: GraphVariables,
  traced: readonly TracedVariable[],
  { optimizer, learningRate, done }: UpdatePlan,
  changeOf: (index: number) => Change,
): Reference[] {
  const before = graph.add('Cast', [done.value], { SrcT: typeOf(INT32), DstT: typeOf(FLOAT32) });
  const number = graph.binary('Add', before, graph.float(1));
  const rule = graphOptimizer(optimizer, { graph, learningRate, number });
  const operations = traced.flatMap(({ inGraph: variable }, index) => {
    const change = changeOf(index);
    if (!change) return [];
    // The old value is read first: all that a step computes belongs to one state of the network.
    const after = [variable.value];
    if ('assigned' in change) {
      const inputs = [variable.handle, change.assigned];
      return [graph.add('AssignVariableOp', inputs, { dtype: typeOf(variable.type) }, { after })];
    }
    const slots = rule.slots.map(slot => variables.add(`${variable.name}/${slot}`, FLOAT32, variable.shape));
    return [rule.update({ variable, slots, gradient: change.gradient, after })];
  });
  const step = [done.handle, graph.int(1)];
  const count = graph.add('AssignAddVariableOp', step, { dtype: typeOf(INT32) }, { after: [done.value] });
  return [...operations, count];
}
