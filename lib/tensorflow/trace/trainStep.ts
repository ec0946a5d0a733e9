/**
 * A training step that TensorFlow's Session computes.
 * Flow: traceTrainStep → **TrainStep**, one call per batch → fit.
 */
import type { Feeds, InputDescriptions } from './inputs';
import { TracedGraph } from './tracedGraph';
import { FLOAT32 } from './types';

/** Where a train step's graph takes its learning rate. */
export const LEARNING_RATE = 'learningRate';

/** Made by `traceTrainStep`; `Names` are the results of the step, `loss` first among them. */
export class TrainStep<I extends InputDescriptions, Names extends string> extends TracedGraph<I, Names> {
  /**
   * One step: computes the loss of the batch, and changes the variables.
   *
   * Synchronous; await something between two steps, so that the event loop gets its turn.
   *
   * @param inputs arrays of the inputs' types, or tensors.
   * @returns loss and other results, from before the change.
   * @throws RangeError if an input is missing or does not fit.
   */
  run(inputs: Feeds<I>, learningRate: number): Record<Names, number> {
    const rate = { name: LEARNING_RATE, type: FLOAT32, shape: [], values: Float32Array.of(learningRate) };
    const { binding } = this.backend;
    const numbers: Record<string, number> = {};
    for (const [name, { id }] of this.fetch(inputs, [rate])) {
      numbers[name] = binding.tensorDataSync(id)[0]!;
      binding.deleteTensor(id);
    }
    return numbers;
  }
}
