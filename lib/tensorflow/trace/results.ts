/**
 * What a step or function hands back while it is recorded.
 * Flow: the user's code → **recordedResults** → outputs of the graph.
 */
import { tf } from '../tf';
import type { Recorder } from './recorder';
import type { RecordedTensor } from './recording';

/** What is wanted, in words for the error. */
export interface WantedResults {
  caller: string;
  /** Whether tensors must have no axes, so that they can be given as numbers. */
  scalars: boolean;
}

/**
 * The recorded values of tensors by name.
 *
 * @throws RangeError if the results are anything else, such as a promise.
 */
export function recordedResults(
  recorder: Recorder,
  results: unknown,
  { caller, scalars }: WantedResults,
): Record<string, RecordedTensor> {
  const wanted = scalars ? 'scalar tensors' : 'tensors';
  const refuse = (found: string): never => {
    throw new RangeError(`${caller}: what is traced must return ${wanted} by name, got ${found}`);
  };
  if (results instanceof Promise) {
    results.catch(() => {}); // It fails for the same reason, and nobody waits for it.
    refuse('a promise');
  }
  if (results instanceof tf.Tensor || typeof results !== 'object' || results === null)
    refuse(describe(results));
  const found: Record<string, RecordedTensor> = {};
  for (const [name, result] of Object.entries(results as object)) {
    if (!(result instanceof tf.Tensor) || (scalars && result.rank > 0)) {
      refuse(`${describe(result)} as ${name}`);
    }
    found[name] = recorder.find(result);
  }
  return found;
}

function describe(value: unknown): string {
  return value instanceof tf.Tensor ? `a tensor of shape [${value.shape.join(', ')}]` : String(value);
}
