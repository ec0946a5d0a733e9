/**
 * Records a step or function for two batch sizes, and writes into a graph what they have in common.
 * Flow: traceTrainStep, traceFunction → **emitRuns** → recordRun, Emitter.
 */
import { intOf, typeOf } from './attributes';
import { Emitter } from './emitter';
import type { GraphBuilder, Reference } from './graphBuilder';
import { hasBatch, type InputDescriptions } from './inputs';
import { type Body, type RecordedRun, type RunPlan, recordRun } from './recordRun';
import { INT32, typeNumber } from './types';

/** Small, so that recording is quick; different, so that sizes that come from the batch show. */
const BATCH_SIZES = [3, 5] as const;

/** @returns what gives every recorded value its place in the graph, and the run that was recorded. */
export function emitRuns<I extends InputDescriptions>(
  graph: GraphBuilder,
  plan: RunPlan<I>,
  body: Body<I>,
): { emitter: Emitter; run: RecordedRun } {
  const run = recordRun(plan, BATCH_SIZES[0], body);
  const other = hasBatch(plan.inputs) ? recordRun(plan, BATCH_SIZES[1], body) : run;
  const batch = { size: batchSize(graph, plan), recorded: BATCH_SIZES };
  return { emitter: new Emitter(plan.caller, graph, batch, run.nodes, other.nodes), run };
}

/** How many rows the first input with a batch has, as a scalar int32. */
function batchSize<I extends InputDescriptions>(
  graph: GraphBuilder,
  { inputs, references }: RunPlan<I>,
): Reference {
  const found = Object.entries(inputs).find(([, { shape }]) => shape[0] === null);
  if (!found) return graph.int(1);
  const [name, { dtype = 'float32' }] = found;
  const type = dtype === 'uint8' ? INT32 : typeNumber[dtype]; // Bytes are cast on their way in.
  const shape = graph.add('Shape', [references[name]!], { T: typeOf(type), out_type: typeOf(INT32) });
  const [from, to] = [0, 1].map(value => graph.constant(INT32, [1], Int32Array.of(value)));
  const attributes = { T: typeOf(INT32), Index: typeOf(INT32), shrink_axis_mask: intOf(1) };
  return graph.add('StridedSlice', [shape, from!, to!, to!], attributes);
}
