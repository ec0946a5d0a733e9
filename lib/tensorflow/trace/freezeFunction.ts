/**
 * Records a function of tensors as a graph of its own, with its variables as constants: a network to take away.
 * Flow: a function in TensorFlow.js, weights → **freezeFunction** → GraphDef with named ends → SavedModel export.
 */
import { tf } from '../tf';
import { typeOf } from './attributes';
import { nativeBackend } from './binding';
import { emitRuns } from './emitRuns';
import { GraphBuilder, type Reference } from './graphBuilder';
import { checkInputs, type InputDescriptions, type InputTensors, placeholders } from './inputs';
import { recordedResults } from './results';
import type { TraceableVariable } from './tracedVariables';
import type { TraceFunctionOptions } from './traceFunction';
import { type FeedType, typeNumber } from './types';

const CALLER = 'freezeFunction';

/** Where a value goes into a graph or comes out of it. */
export interface GraphEnd {
  readonly reference: Reference;
  /** TensorFlow's number of the type. */
  readonly type: number;
  /** −1 stands for the batch. */
  readonly shape: readonly number[];
}

/** A graph without variables. */
export interface FrozenGraph {
  /** A GraphDef message. */
  readonly graph: Uint8Array;
  readonly inputs: Readonly<Record<string, GraphEnd>>;
  readonly outputs: Readonly<Record<string, GraphEnd>>;
}

/**
 * The graph of a function. What `traceFunction` says of a function holds here too; the variables' values of this moment
 * are in the graph, and no later ones.
 *
 * @param compute gets the inputs and returns tensors by name, each with the batch as its first axis.
 * @throws RangeError if an option is not as it must be.
 * @throws Error naming what cannot be recorded, and what to do; or that native TensorFlow is missing.
 */
export function freezeFunction<const I extends InputDescriptions>(
  compute: (inputs: InputTensors<I>) => Readonly<Record<string, tf.Tensor>>,
  { inputs, variables = [] }: TraceFunctionOptions<I>,
): FrozenGraph {
  checkInputs(CALLER, inputs);
  const backend = nativeBackend(CALLER);
  const graph = new GraphBuilder();
  const frozen = variables.map(one => frozenVariable(graph, one));
  const references = placeholders(graph, inputs);
  const plan = { caller: CALLER, backend, inputs, references, variables: frozen, seed: 0 };
  const { emitter, run } = emitRuns(graph, plan, (recorder, tensors) => {
    const outputs = recordedResults(recorder, compute(tensors), { caller: CALLER, scalars: false });
    return { outputs, gradients: [] };
  });
  const ins = Object.entries(inputs).map(([name, { shape, dtype = 'float32' }]): [string, GraphEnd] => {
    const sizes = shape.map(size => size ?? -1);
    return [name, { reference: references[name]!, type: typeNumber[dtype], shape: sizes }];
  });
  const outs = Object.entries(run.outputs).map(([name, output]): [string, GraphEnd] => {
    const { type, shape } = output;
    const reference = graph.add('Identity', [emitter.reference(output)], { T: typeOf(type) }, { name });
    return [name, { reference, type, shape: [-1, ...shape.slice(1)] }];
  });
  return { graph: graph.encode(), inputs: Object.fromEntries(ins), outputs: Object.fromEntries(outs) };
}

/** A variable whose place in the graph is taken by a constant. */
function frozenVariable(
  graph: GraphBuilder,
  one: TraceableVariable,
): { variable: tf.Variable; inGraph: { value: Reference } } {
  const variable = one instanceof tf.Variable ? one : (one.read() as tf.Variable);
  const values = variable.dataSync<'float32'>();
  return {
    variable,
    inGraph: { value: graph.constant(typeNumber[variable.dtype as FeedType], variable.shape, values) },
  };
}
