/**
 * Which part of the ink a network cannot do without: cover it and see.
 * Flow: model, one digit → **occlusion** → heatmap.
 */
import { checkInteger } from '../check/numbers';
import { checkModelFits } from '../model/checkModelFits';
import { predict } from '../model/predict';
import type { tf } from '../tensorflow/tf';
import type { Digits } from '../types/digits';
import { type NdArray, ndarray } from '../types/ndarray';

/** The square that `occlusion` moves over the digit. */
export interface OcclusionOptions {
  /** Side of the square in pixels. */
  readonly size: number;
  /** How far it moves between two looks, in pixels. */
  readonly stride: number;
}

/** What `occlusion` finds. */
export interface Occlusion {
  /** What the whole digit is taken for. */
  readonly class: number;
  /** How probable that class is, in [0, 1]. */
  readonly probability: number;
  /** `[rows, columns]`, in [−1, 1]: by how much that probability falls with the square at this place. */
  readonly drops: NdArray;
}

/**
 * Moves a square of background (0) over a digit and notes how much less probable its class becomes.
 *
 *     drop(row, column) = p(class | digit) − p(class | digit without the square)
 *
 * The square's upper left corner is at pixel (row · stride, column · stride). Unlike a gradient this is a measurement:
 * what happens when the ink is really missing.
 *
 * @param digit a single one; its label is not looked at.
 * @throws RangeError if there is not exactly one digit, it and the network do not go together, or a size is out of range.
 * @example heatmap((await occlusion(model, selectDigits(test, [0]), { size: 5, stride: 1 })).drops, { xTitle: 'column', yTitle: 'row', valueTitle: 'drop' })
 * @see Zeiler & Fergus, Visualizing and Understanding Convolutional Networks (2014), §4.2.
 *   Used in notebooks/14-what-it-sees.
 */
export async function occlusion(
  model: tf.LayersModel,
  digit: Digits,
  { size, stride }: OcclusionOptions,
): Promise<Occlusion> {
  checkModelFits('occlusion', model, digit, { needsLabels: false });
  if (digit.count !== 1) throw new RangeError(`occlusion: digit must be a single one, got ${digit.count}`);
  checkInteger('occlusion', 'size', size, 1, Math.min(digit.height, digit.width));
  checkInteger('occlusion', 'stride', stride, 1);
  const whole = await predict(model, digit);
  const best = whole.classes[0]!;
  const probability = whole.probabilities[best]!;
  const rows = Math.floor((digit.height - size) / stride) + 1;
  const columns = Math.floor((digit.width - size) / stride) + 1;
  const pixels = digit.images.length;
  const images = new Uint8Array(rows * columns * pixels);
  for (let place = 0; place < rows * columns; place++) {
    const covered = images.subarray(place * pixels, (place + 1) * pixels);
    covered.set(digit.images);
    const corner = Math.floor(place / columns) * stride * digit.width + (place % columns) * stride;
    for (let row = 0; row < size; row++) {
      covered.fill(0, corner + row * digit.width, corner + row * digit.width + size);
    }
  }
  const copies = { ...digit, images, labels: new Uint8Array(0), count: rows * columns };
  const { probabilities } = await predict(model, copies);
  const drops = ndarray([rows, columns]);
  for (const place of drops.data.keys()) {
    drops.data[place] = probability - probabilities[place * digit.classes + best]!;
  }
  return { class: best, probability, drops };
}
