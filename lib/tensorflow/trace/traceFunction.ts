/**
 * Records a function of tensors, such as a prediction, and lets TensorFlow's Session run it from then on.
 * Flow: a function in TensorFlow.js, weights → **traceFunction** → TracedFunction.
 */
import type { tf } from '../tf';
import { typeOf } from './attributes';
import { nativeBackend } from './binding';
import { emitRuns } from './emitRuns';
import { GraphBuilder } from './graphBuilder';
import { GraphVariables } from './graphVariables';
import { checkInputs, type Feeds, type InputDescriptions, type InputTensors, placeholders } from './inputs';
import { recordedResults } from './results';
import { TracedGraph } from './tracedGraph';
import { type TraceableVariable, tracedVariables } from './tracedVariables';

const CALLER = 'traceFunction';

/** What `traceFunction` records: its inputs and its variables. */
export interface TraceFunctionOptions<I extends InputDescriptions> {
  /** The inputs by name; `null` as the first size stands for a batch of any size. */
  inputs: I;
  /** All variables that the function uses: `model.weights`. Default none. */
  variables?: readonly TraceableVariable[];
}

/** Made by `traceFunction`; `Names` are the results of the function. */
export class TracedFunction<I extends InputDescriptions, Names extends string> extends TracedGraph<I, Names> {
  /**
   * Computes the function. Synchronous; await something between two runs, so that the event loop gets its turn.
   *
   * @param inputs arrays of the inputs' types, or tensors.
   * @returns tensors of the caller's: dispose of them.
   * @throws RangeError if an input is missing or does not fit.
   */
  run(inputs: Feeds<I>): Record<Names, tf.Tensor> {
    const results = this.fetch(inputs).map(([name, value]) => [name, this.backend.createOutputTensor(value)]);
    return Object.fromEntries(results) as Record<Names, tf.Tensor>;
  }
}

/**
 * Records `compute` as a TensorFlow graph and opens a Session on it. What `traceTrainStep` says of a step holds for
 * the function too.
 *
 * The graph has the variables' values of this moment; `fromVariables` brings newer ones.
 *
 * @param compute gets the inputs and returns tensors by name.
 * @throws RangeError if an option is not as it must be.
 * @throws Error naming what cannot be recorded, and what to do; or that native TensorFlow is missing.
 * @example
 * const ask = traceFunction(({ images }) => ({ logits: model.apply(images) as tf.Tensor }), {
 *   inputs: { images: { shape: [null, 28, 28, 1] } },
 *   variables: model.weights,
 * });
 * ask.run({ images }).logits // [batch, 10]
 * @see Used in notebooks/10-tensorflow.
 */
export function traceFunction<const I extends InputDescriptions, Names extends string>(
  compute: (inputs: InputTensors<I>) => Readonly<Record<Names, tf.Tensor>>,
  { inputs, variables = [] }: TraceFunctionOptions<I>,
): TracedFunction<I, Names> {
  checkInputs(CALLER, inputs);
  const backend = nativeBackend(CALLER);
  const graph = new GraphBuilder();
  const inGraph = new GraphVariables(graph);
  const traced = tracedVariables(CALLER, variables, inGraph);
  const references = placeholders(graph, inputs);
  const plan = { caller: CALLER, backend, inputs, references, variables: traced, seed: 0 };
  const { emitter, run } = emitRuns(graph, plan, (recorder, tensors) => {
    const outputs = recordedResults(recorder, compute(tensors), { caller: CALLER, scalars: false });
    return { outputs, gradients: [] };
  });
  const changed = traced.find((_, index) => run.assigned[index]);
  if (changed) {
    throw new Error(
      `${CALLER}: a function must not assign to a variable, and ${changed.inGraph.name} is assigned to`,
    );
  }
  const fetches = new Map(
    // Of their own, because what is fed cannot be fetched.
    Object.entries(run.outputs).map(([name, output]) => [
      name,
      graph.add('Identity', [emitter.reference(output)], { T: typeOf(output.type) }),
    ]),
  );
  return new TracedFunction({ backend, graph, variables: inGraph, traced, inputs, fetches });
}
