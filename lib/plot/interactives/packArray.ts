/**
 * Weights and pixels as text that takes little room, for data that is stored in a notebook.
 * Flow: shiftTest, drawingPad → **packArray**, packKernel → JSON → unpackArray, unpackKernel → the page.
 */
import { quantize } from '../../layers/quantize';
import type { NdArray } from '../../types/ndarray';
import type { PackedArray, PackedKernel } from './packedArray';

const MOST_STEPS = 32_767;

/**
 * Rounds every number by at most half a step, which is a 65 534th of the largest amount in the array.
 *
 * @example unpackArray(packArray(ndarray([2], [0.5, -1]))).data // [0.500015…, -1]
 */
export function packArray({ shape, data }: NdArray): PackedArray {
  const largest = data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const step = largest / MOST_STEPS || 1;
  const bytes = Buffer.alloc(2 * data.length);
  data.forEach((value, index) => {
    bytes.writeInt16LE(Math.round(value / step), 2 * index);
  });
  return { shape, step, base64: bytes.toString('base64') };
}

/** In half the room, as `quantize` rounds them: 8 bits a weight, with a step for each channel. */
export function packKernel(kernel: NdArray): PackedKernel {
  const { shape, steps, integers } = quantize(kernel);
  return { shape, steps: Array.from(steps), base64: packBytes(new Uint8Array(integers.buffer)) };
}

/** Plain bytes as base64. */
export function packBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
