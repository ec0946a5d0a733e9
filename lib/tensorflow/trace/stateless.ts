/**
 * Random numbers inside a training step: TensorFlow's own operations, which draw anew at every step of a graph.
 * (TensorFlow.js draws in JavaScript; a graph would hold the numbers of one draw for ever.)
 * Flow: seed, number of the step → **stateless** → dropout, augmentation.
 *
 * "Stateless" because the numbers depend on seed and step alone: the same two give the same numbers, so a training
 * that is resumed goes on exactly as an undisturbed one. Without native TensorFlow they are drawn in JavaScript, other
 * numbers by the same rule.
 */
import { checkShare } from '../../check/numbers';
import { createRandom, type Random } from '../../random/random';
import { nativeMissing, tf } from '../tf';
import { operation, typeAttribute } from './operation';

/** What the numbers depend on. */
export interface Draw {
  /** A whole number. Draws of one step that shall differ need different seeds. */
  seed: number;
  /** The number of the step, a scalar int32; a traced step hands it to its function. */
  step: tf.Tensor;
}

/** Numbers in `[0, 1)`, each equally likely. */
export function statelessUniform(shape: number[], where: Draw): tf.Tensor {
  if (nativeMissing !== undefined) return drawInJavaScript(shape, where, uniform);
  return draw('StatelessRandomUniform', shape, where);
}

/** Draws from the normal distribution with mean 0 and standard deviation 1. */
export function statelessNormal(shape: number[], where: Draw): tf.Tensor {
  if (nativeMissing !== undefined) return drawInJavaScript(shape, where, random => random.normal());
  return draw('StatelessRandomNormal', shape, where);
}

/**
 * Sets each number to 0 with probability `rate`, and divides the others by `1 − rate`, so that the mean stays.
 *
 * @param rate in `[0, 1)`.
 * @throws RangeError if `rate` is anything else.
 */
export function statelessDropout(inputs: tf.Tensor, rate: number, where: Draw): tf.Tensor {
  checkShare('statelessDropout', 'rate', rate);
  return tf.tidy(() => {
    const kept = statelessUniform(inputs.shape, where).greaterEqual(rate).toFloat();
    return inputs.mul(kept.mul(1 / (1 - rate)));
  });
}

function draw(op: string, shape: number[], { seed, step }: Draw): tf.Tensor {
  return tf.tidy(() => {
    const inputs = [tf.tensor1d(shape, 'int32'), tf.stack([tf.scalar(seed, 'int32'), step])];
    const types = [
      typeAttribute('T', 'int32'),
      typeAttribute('Tseed', 'int32'),
      typeAttribute('dtype', 'float32'),
    ];
    return operation(op, inputs, types)[0]!;
  });
}

/** As many values as float32 keeps apart from 1. */
const FLOATS = 2 ** 24;
const uniform = (random: Random): number => random.integer(FLOATS) / FLOATS;

function drawInJavaScript(
  shape: number[],
  { seed, step }: Draw,
  next: (random: Random) => number,
): tf.Tensor {
  const random = createRandom(seed + 2 ** 32 * step.dataSync()[0]!);
  const values = new Float32Array(tf.util.sizeFromShape(shape)).map(() => next(random));
  return tf.tensor(values, shape);
}
