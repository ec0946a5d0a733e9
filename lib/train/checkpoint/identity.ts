/**
 * What a checkpoint must have in common with the training that goes on from it.
 * Flow: fit's model, digits and options → **identityOf** → checkpoint → compared at resume.
 */
import { createHash } from 'node:crypto';
import type { tf } from '../../tensorflow/tf';
import type { Digits } from '../../types/digits';
import type { Plan } from '../plan';
import type { Engine } from '../trainingStep';

/** One line for each part, in words that a refusal can quote. */
export type Identity = Readonly<Record<string, string>>;

/** The identity of a training. The learning rates are not in it: those of the steps done are compared by themselves. */
export function identityOf(plan: Plan, engine: Engine): Identity {
  const { model, train, validation, batchSize, seed } = plan;
  return {
    model: describeModel(model),
    digits: describeDigits(train),
    validation: validation ? describeDigits(validation) : 'none',
    engine,
    batchSize: String(batchSize),
    seed: String(seed),
    optimizer: describeOptions(plan.optimizer),
    augment: describeOptions(plan.augment),
    labelSmoothing: String(plan.labelSmoothing),
    averaging: describeOptions(plan.averaging),
    earlyStopping: describeOptions(plan.earlyStopping),
  };
}

/** The first twelve digits of a SHA-256, enough to tell things apart. */
export function digestOf(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 12);
}

function describeDigits({ images, labels, count, height, width, classes }: Digits): string {
  return `${count} digits of ${height} × ${width} in ${classes} classes (${digestOf(images, labels)})`;
}

/** Layers and how they are joined, by their places: names that TensorFlow.js counts on do not matter. */
function describeModel(model: tf.LayersModel): string {
  const places = new Map(model.layers.map(({ name }, index) => [name, `layer ${index}`]));
  const { name: _, ...config } = model.getConfig() as Record<string, unknown>;
  const layers = JSON.stringify(config, (_, value) => places.get(value) ?? value);
  return `${model.layers.length} layers, ${model.countParams()} parameters (${digestOf(layers)})`;
}

/** Options in the order of their names. */
function describeOptions(options: object | undefined): string {
  if (!options) return 'none';
  return Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
