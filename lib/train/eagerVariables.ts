/**
 * What an eager training changes: the model's own weights, the optimiser's slots, the number of steps done.
 * Flow: model, optimiser → **eagerVariables** → eagerStep.
 */
import { tf } from '../tensorflow/tf';
import { variableNames } from '../tensorflow/trace/tracedVariables';

/** A weight that is trained, with what the optimiser keeps for it. */
export interface TrainedWeight {
  readonly weight: tf.Variable;
  readonly slots: readonly tf.Variable[];
}

export interface EagerVariables {
  readonly trained: readonly TrainedWeight[];
  /** How many steps are done, a scalar int32. */
  readonly done: tf.Variable;
  /** All of them, also the weights that are not trained, by the names that the session has for them. */
  readonly byName: Readonly<Record<string, tf.Variable>>;
  /** Frees all but the model's weights. */
  dispose(): void;
}

/** @param slotNames what the optimiser keeps for every trained weight. */
export function eagerVariables(model: tf.LayersModel, slotNames: readonly string[]): EagerVariables {
  const byName: Record<string, tf.Variable> = {};
  const trained: TrainedWeight[] = [];
  const names = variableNames(model.weights);
  for (const [index, name] of names.entries()) {
    const weight = model.weights[index]!.read() as tf.Variable;
    byName[name] = weight;
    if (!weight.trainable) continue;
    const slots = slotNames.map(() => newVariable(() => tf.zerosLike(weight)));
    for (const [position, slot] of slots.entries()) byName[`${name}/${slotNames[position]}`] = slot;
    trained.push({ weight, slots });
  }
  const done = newVariable(() => tf.scalar(0, 'int32'));
  byName.step = done;
  return {
    trained,
    done,
    byName,
    dispose: () => tf.dispose([...trained.flatMap(({ slots }) => slots), done]),
  };
}

function newVariable(initial: () => tf.Tensor): tf.Variable {
  return tf.tidy(() => tf.variable(initial(), false));
}
