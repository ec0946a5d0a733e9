/**
 * Records a training step once and lets TensorFlow's Session run it from then on.
 * Flow: a loss in TensorFlow.js, weights, an optimiser → **traceTrainStep** → TrainStep.
 */
import { checkInteger } from '../../check/numbers';
import { tf } from '../tf';
import { shapeOf, typeOf } from './attributes';
import { nativeBackend } from './binding';
import { emitRuns } from './emitRuns';
import { GraphBuilder } from './graphBuilder';
import { GraphVariables } from './graphVariables';
import { checkInputs, type InputDescriptions, type InputTensors, placeholders } from './inputs';
import { emitUpdates } from './optimizers/emitUpdates';
import { checkOptimizer, type TraceOptimizer } from './optimizers/optimizer';
import type { RecordedTensor } from './recording';
import type { Body } from './recordRun';
import { recordedResults } from './results';
import { type TraceableVariable, type TracedVariable, tracedVariables } from './tracedVariables';
import { LEARNING_RATE, TrainStep } from './trainStep';
import { FLOAT32, INT32 } from './types';

const CALLER = 'traceTrainStep';

/** What a step computes: the loss to make smaller, and other scalars worth seeing. */
export type StepResults<Names extends string> = Readonly<Record<Names | 'loss', tf.Tensor>>;

/** What `traceTrainStep` records: inputs, variables, and the rule that changes them. */
export interface TraceTrainStepOptions<I extends InputDescriptions> {
  /** The inputs by name; `null` as the first size stands for a batch of any size. */
  inputs: I;
  /** All variables that the step uses: `model.weights`. The trainable ones are trained. */
  variables: readonly TraceableVariable[];
  /** By name, with its numbers: `{ name: 'adam' }`. */
  optimizer: TraceOptimizer;
  /** For the dropout layers, a whole number ≥ 0. Default 0. */
  seed?: number;
}

/**
 * Records `step`, its gradients and an optimiser as one TensorFlow graph, and opens a Session on it.
 *
 * `step` runs twice, eagerly, on zeros, with two batch sizes; from then on TensorFlow computes it by itself, for
 * batches of any size. So its JavaScript runs while recording only: reading a tensor's numbers, or an `if` that
 * depends on them, is refused. For random numbers use `statelessUniform`, `statelessNormal` and `statelessDropout`;
 * dropout layers do by themselves.
 *
 * @param step gets the inputs, and the number of the step, a scalar int32 from 0.
 * @throws RangeError if an option is not as it must be.
 * @throws Error naming what cannot be recorded, and what to do; or that native TensorFlow is missing.
 * @example
 * const trainStep = traceTrainStep(
 *   ({ images, labels }) => {
 *     const logits = model.apply(images.toFloat().div(255), { training: true }) as tf.Tensor;
 *     return { loss: fusedSoftmaxCrossEntropy(labels, logits).mean() };
 *   },
 *   {
 *     inputs: { images: { shape: [null, 28, 28, 1], dtype: 'uint8' }, labels: { shape: [null], dtype: 'uint8' } },
 *     variables: model.weights,
 *     optimizer: { name: 'adam' },
 *   },
 * );
 * trainStep.run(batch, 0.001).loss // the loss of this batch, before the step
 * trainStep.toVariables(); // now the model has the trained weights
 * @see Abadi et al., TensorFlow: A System for Large-Scale Machine Learning (2016). Used in notebooks/10-tensorflow.
 */
export function traceTrainStep<const I extends InputDescriptions, Names extends string>(
  step: (inputs: InputTensors<I>, number: tf.Scalar) => StepResults<Names>,
  { inputs, variables, optimizer, seed = 0 }: TraceTrainStepOptions<I>,
): TrainStep<I, Names | 'loss'> {
  checkInputs(CALLER, inputs);
  checkOptimizer(CALLER, optimizer);
  checkInteger(CALLER, 'seed', seed, 0, 2 ** 31 - 1);
  const backend = nativeBackend(CALLER);
  const graph = new GraphBuilder();
  const inGraph = new GraphVariables(graph);
  const traced = tracedVariables(CALLER, variables, inGraph);
  const done = inGraph.add('step', INT32, []);
  const references = placeholders(graph, inputs);
  const plan = { caller: CALLER, backend, inputs, references, variables: traced, step: done.value, seed };
  const { emitter, run } = emitRuns(graph, plan, trainingBody(step, traced));

  const scalar = { dtype: typeOf(FLOAT32), shape: shapeOf([]) };
  const learningRate = graph.add('Placeholder', [], scalar, { name: LEARNING_RATE });
  const changes = emitUpdates(graph, inGraph, traced, { optimizer, learningRate, done }, index => {
    const assigned = run.assigned[index];
    const gradient = run.gradients[index];
    if (assigned) return { assigned: emitter.reference(assigned) };
    return gradient && { gradient: emitter.reference(gradient) };
  });
  const fetches = new Map(
    Object.entries(run.outputs).map(([name, output]) => {
      const attributes = { T: typeOf(output.type) };
      return [name, graph.add('Identity', [emitter.reference(output)], attributes, { after: changes })];
    }),
  );
  return new TrainStep({ backend, graph, variables: inGraph, traced, inputs, fetches });
}

/** Runs the step with its gradients, and finds what it returns among the recorded values. */
function trainingBody<I extends InputDescriptions>(
  step: (inputs: InputTensors<I>, number: tf.Scalar) => Readonly<Record<string, tf.Tensor>>,
  traced: readonly TracedVariable[],
): Body<I> {
  const trainable = traced.map(({ variable }) => variable).filter(variable => variable.trainable);
  return (recorder, tensors, number) => {
    let outputs: Record<string, RecordedTensor> = {};
    const loss = (): tf.Scalar => {
      const results = step(tensors, number);
      outputs = recordedResults(recorder, results, { caller: CALLER, scalars: true });
      if (!results.loss) throw new RangeError(`${CALLER}: what is traced must return { loss }, got no loss`);
      return results.loss as tf.Scalar;
    };
    const { grads } = tf.variableGrads(loss, trainable);
    const gradients = traced.map(({ variable }) => {
      const gradient = grads[variable.name];
      return gradient ? recorder.find(gradient) : undefined;
    });
    return { outputs, gradients };
  };
}
