/**
 * All that decides a training's next step, as plain arrays.
 * Flow: TrainingStep.state → **StepState** → checkpoints → TrainingStep.restore.
 */
import type { tf } from '../tensorflow/tf';

/** One variable: float32 numbers, or the int32 number of steps. */
export interface StateEntry {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}

/** By name: a weight under its own, its optimiser's slots as `weight/m`, the number of steps done as `step`. */
export type StepState = Map<string, StateEntry>;
export type ReadonlyStepState = ReadonlyMap<string, StateEntry>;

/** The numbers of tensors now, in arrays of their own. */
export function stateOf(tensors: Readonly<Record<string, tf.Tensor>>): StepState {
  const entries = Object.entries(tensors).map(([name, tensor]): [string, StateEntry] => {
    const values = tensor.dataSync<'float32' | 'int32'>().slice();
    return [name, { shape: [...tensor.shape], values }];
  });
  return new Map(entries);
}

/**
 * Refuses a state that is not of this model and optimiser.
 *
 * @param own what the training holds now.
 * @throws RangeError naming the first variable that is missing, foreign, or of another shape or type.
 */
export function checkState(given: ReadonlyStepState, own: ReadonlyStepState): void {
  for (const [name, { shape, values }] of own) {
    const found = given.get(name);
    if (!found) throw new RangeError(`restore: the state has no ${name}`);
    const same =
      found.shape.length === shape.length && found.shape.every((size, axis) => size === shape[axis]);
    if (!same || found.values.length !== values.length || found.values.constructor !== values.constructor) {
      throw new RangeError(`restore: ${name} must be ${describe({ shape, values })}, got ${describe(found)}`);
    }
  }
  const foreign = [...given.keys()].find(name => !own.has(name));
  if (foreign !== undefined) throw new RangeError(`restore: this training has no ${foreign}`);
}

function describe({ shape, values }: StateEntry): string {
  return `${values.constructor.name}(${values.length}) of shape [${shape.join(', ')}]`;
}
