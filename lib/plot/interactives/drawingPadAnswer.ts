/**
 * What the network says to a drawing, and all it computed on the way.
 * Flow: centreDigit → 28 × 28 bytes → layerOutputs → softmax → **answer** → maps, bars, sentence.
 */
import { argMax } from '../../encode/argMax';
import { outputsFor } from '../../layers/layerOutputs';
import { softmax } from '../../layers/softmax';
import { type NdArray, ndarray } from '../../types/ndarray';
import { type DrawingPadSetup, IMAGE_SIDE } from './drawingPadData';
import { percentText } from './numberText';
import { scaled } from './scaling';

export interface Answer {
  /** One per layer, first to last. */
  readonly outputs: readonly NdArray[];
  /** `[1, classes]`. */
  readonly probabilities: NdArray;
  readonly read: number;
}

/** @param image 784 bytes, as `centreDigit` gives them. */
export function answerTo(
  { layers, scaling }: Pick<DrawingPadSetup, 'layers' | 'scaling'>,
  image: Uint8Array,
): Answer {
  const inks = ndarray([1, IMAGE_SIDE, IMAGE_SIDE, 1], scaled(image, scaling));
  const outputs = outputsFor('drawingPad', layers, inks);
  const last = outputs.at(-1)!;
  const probabilities = layers.at(-1)!.type === 'softmax' ? last : softmax(last);
  return { outputs, probabilities, read: argMax(probabilities)[0]! };
}

/** @example answerText({ …, read: 7 }) // 'Reads a 7 (98.1 %), then a 1 (1.2 %).' */
export function answerText({ probabilities: { data }, read }: Answer): string {
  const order = Array.from(data.keys()).sort((a, b) => data[b]! - data[a]!);
  const second = order.find(label => label !== read)!;
  return `Reads a ${read} (${percentText(data[read]!)}), then a ${second} (${percentText(data[second]!)}).`;
}
