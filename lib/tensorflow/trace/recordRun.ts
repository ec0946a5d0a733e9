/**
 * Runs a step or function once, with a batch of a given size, and records it.
 * Flow: traceTrainStep, traceFunction, once per batch size → **recordRun** → Emitter.
 */
import { tf } from '../tf';
import type { NativeBackend } from './binding';
import type { Reference } from './graphBuilder';
import { exampleOf, type InputDescriptions, type InputTensors } from './inputs';
import { withOverrides } from './overrides/overrides';
import { Recorder } from './recorder';
import type { RecordedNode, RecordedTensor } from './recording';

/** A variable that the body may use, and where the graph has its value. */
export interface RecordedVariable {
  readonly variable: tf.Variable;
  readonly inGraph: { readonly value: Reference };
}

export interface RunPlan<I extends InputDescriptions> {
  readonly caller: string;
  readonly backend: NativeBackend;
  readonly inputs: I;
  /** Where the graph has each input. */
  readonly references: Readonly<Record<keyof I, Reference>>;
  readonly variables: readonly RecordedVariable[];
  /** Where the graph has the number of the step, if it has one. */
  readonly step?: Reference;
  readonly seed: number;
}

/** What a body hands back, already found among the recorded values. */
export interface Results {
  readonly outputs: Readonly<Record<string, RecordedTensor>>;
  /** By variable; undefined where the loss does not depend on it. */
  readonly gradients: readonly (RecordedTensor | undefined)[];
}

export interface RecordedRun extends Results {
  readonly nodes: readonly RecordedNode[];
  /** By variable: what the run assigned to it, as batch normalisation does; undefined where nothing. */
  readonly assigned: readonly (RecordedTensor | undefined)[];
}

export type Body<I extends InputDescriptions> = (
  recorder: Recorder,
  tensors: InputTensors<I>,
  step: tf.Scalar,
) => Results;

/** @throws Error naming what cannot be recorded. Variables have their old values again, whatever happens. */
export function recordRun<I extends InputDescriptions>(
  plan: RunPlan<I>,
  batch: number,
  body: Body<I>,
): RecordedRun {
  const { caller, backend, inputs, references, variables, seed } = plan;
  const recorder = new Recorder(caller, backend);
  tf.engine().startScope(); // As tidy, which would look for tensors in all that is recorded.
  try {
    const examples: Record<string, tf.Tensor> = {};
    for (const [name, description] of Object.entries(inputs)) {
      const example = exampleOf(description, batch);
      examples[name] = example;
      recorder.source(references[name]!, example);
    }
    for (const { variable, inGraph } of variables) recorder.source(inGraph.value, variable);
    const step = tf.scalar(0, 'int32');
    if (plan.step !== undefined) recorder.source(plan.step, step);
    const context = { backend, seed, step: plan.step === undefined ? undefined : step };
    return keepingVariables(variables, changed => {
      const results = withOverrides(context, () =>
        recorder.record(() => body(recorder, examples as InputTensors<I>, step)),
      );
      const assigned = variables.map(each => (changed(each) ? recorder.find(each.variable) : undefined));
      return { ...results, assigned, nodes: recorder.nodes };
    });
  } catch (error) {
    throw withoutKernel(caller, error as Error);
  } finally {
    tf.engine().endScope();
  }
}

/** Lets `body` assign to variables and ask which have changed, and puts the old values back. */
function keepingVariables<T>(
  variables: readonly RecordedVariable[],
  body: (changed: (one: RecordedVariable) => boolean) => T,
): T {
  const before = new Map(variables.map(one => [one, one.variable.clone()]));
  const changed = (one: RecordedVariable): boolean => one.variable.dataId !== before.get(one)!.dataId;
  try {
    return body(changed);
  } finally {
    for (const [one, value] of before) if (changed(one)) one.variable.assign(value);
  }
}

/** TensorFlow.js's word for an operation that native TensorFlow.js lacks, with the caller and what to do. */
function withoutKernel(caller: string, error: Error): Error {
  const kernel = /^Kernel '(\w+)' not registered/.exec(error.message)?.[1];
  if (kernel === undefined) return error;
  return new Error(
    `${caller}: native TensorFlow.js has no kernel for ${kernel}; write it with other operations`,
  );
}
