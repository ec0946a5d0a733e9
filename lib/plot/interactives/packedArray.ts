/**
 * Numbers in little room, for data that is stored in a notebook.
 * Flow: packArray, packKernel → **packed arrays** as JSON → unpackArray, unpackKernel → the page.
 */
import { dequantize } from '../../layers/quantize';
import { type NdArray, ndarray } from '../../types/ndarray';

/** An array in 16 bits a number: `step` times a whole number from −32 767 to 32 767. */
export interface PackedArray {
  readonly shape: readonly number[];
  readonly step: number;
  /** The whole numbers, low byte first, as base64: 2.7 characters each. */
  readonly base64: string;
}

/** Weights in 8 bits each, with a step for each channel. */
export interface PackedKernel {
  readonly shape: readonly number[];
  readonly steps: readonly number[];
  /** The whole numbers from −127 to 127, as base64: 1.3 characters each. */
  readonly base64: string;
}

/** In Node and in the browser alike. */
export function unpackArray({ shape, step, base64 }: PackedArray): NdArray {
  const bytes = unpackBytes(base64);
  const view = new DataView(bytes.buffer);
  return ndarray(
    shape,
    Float64Array.from({ length: bytes.length / 2 }, (_, index) => step * view.getInt16(2 * index, true)),
  );
}

export function unpackKernel({ shape, steps, base64 }: PackedKernel): NdArray {
  const integers = Int8Array.from(unpackBytes(base64));
  return dequantize({ shape, steps: Float64Array.from(steps), integers });
}

export function unpackBytes(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0));
}
