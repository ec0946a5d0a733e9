/**
 * What the shift test's page starts from.
 * Flow: shiftTest → **ShiftData** as JSON → readShiftData → the page, the still picture.
 */
import { mapWeights, type NetworkLayer } from '../../layers/networkLayer';
import type { Digits } from '../../types/digits';
import type { NdArray } from '../../types/ndarray';
import { type PackedArray, unpackArray, unpackBytes } from './packedArray';
import type { Scaling } from './scaling';

export interface ShiftNetwork<Weights> {
  readonly name: string;
  readonly layers: readonly NetworkLayer<Weights>[];
}

export interface ShiftData {
  readonly networks: readonly ShiftNetwork<PackedArray>[];
  /** `images` and `labels` as base64. */
  readonly digits: Omit<Digits, 'images' | 'labels'> & { readonly images: string; readonly labels: string };
  readonly scaling: Scaling;
  readonly maxShift: number;
}

/** The same, unpacked. */
export interface ShiftSetup {
  readonly networks: readonly ShiftNetwork<NdArray>[];
  readonly digits: Digits;
  readonly scaling: Scaling;
  readonly maxShift: number;
}

export function readShiftData({ networks, digits, ...rest }: ShiftData): ShiftSetup {
  return {
    ...rest,
    networks: networks.map(({ name, layers }) => ({ name, layers: mapWeights(layers, unpackArray) })),
    digits: { ...digits, images: unpackBytes(digits.images), labels: unpackBytes(digits.labels) },
  };
}
