/**
 * What the drawing pad's page starts from.
 * Flow: drawingPad → **DrawingPadData** as JSON → readDrawingPadData → the page, the still picture.
 */
import { mapWeights, type NetworkLayer } from '../../layers/networkLayer';
import type { Digits } from '../../types/digits';
import type { NdArray } from '../../types/ndarray';
import { type PackedArray, type PackedKernel, unpackArray, unpackBytes, unpackKernel } from './packedArray';
import type { Scaling } from './scaling';

/** MNIST's images, which `centreDigit` makes. */
export const IMAGE_SIDE = 28;

export interface DrawingPadData {
  /** Kernels in 8 bits a weight, everything else in 16. */
  readonly layers: readonly NetworkLayer<PackedArray | PackedKernel>[];
  readonly scaling: Scaling;
  /** `images` and `labels` as base64. */
  readonly digits: Omit<Digits, 'images' | 'labels'> & { readonly images: string; readonly labels: string };
}

/** The same, unpacked. */
export interface DrawingPadSetup {
  readonly layers: readonly NetworkLayer[];
  readonly scaling: Scaling;
  readonly digits: Digits;
}

export function readDrawingPadData({ layers, scaling, digits }: DrawingPadData): DrawingPadSetup {
  return {
    layers: mapWeights(layers, unpackWeights),
    scaling,
    digits: { ...digits, images: unpackBytes(digits.images), labels: unpackBytes(digits.labels) },
  };
}

function unpackWeights(packed: PackedArray | PackedKernel): NdArray {
  return 'steps' in packed ? unpackKernel(packed) : unpackArray(packed);
}
