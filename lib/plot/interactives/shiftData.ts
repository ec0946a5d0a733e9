/**
 * What the shift test's page starts from.
 * Flow: shiftTest → **ShiftData** as JSON → readShiftData → the page, the still picture.
 */
import { mapWeights, type NetworkLayer } from '../../layers/networkLayer';
import type { Digits } from '../../types/digits';
import { type PackedArray, unpackArray, unpackBytes } from './packedArray';

export interface ShiftNetwork<Weights> {
  readonly name: string;
  readonly layers: readonly NetworkLayer<Weights>[];
}

export interface ShiftData {
  readonly networks: readonly ShiftNetwork<PackedArray>[];
  /** `images` and `labels` as base64. */
  readonly digits: Omit<Digits, 'images' | 'labels'> & { readonly images: string; readonly labels: string };
  /** What the networks were trained on: (pixel / 255 − mean) / standardDeviation. */
  readonly scaling: { readonly mean: number; readonly standardDeviation: number };
  readonly maxShift: number;
}

/** The same, unpacked. */
export interface ShiftSetup {
  readonly networks: readonly ShiftNetwork<ReturnType<typeof unpackArray>>[];
  readonly digits: Digits;
  readonly scaling: ShiftData['scaling'];
  readonly maxShift: number;
}

export function readShiftData({ networks, digits, ...rest }: ShiftData): ShiftSetup {
  return {
    ...rest,
    networks: networks.map(({ name, layers }) => ({ name, layers: mapWeights(layers, unpackArray) })),
    digits: { ...digits, images: unpackBytes(digits.images), labels: unpackBytes(digits.labels) },
  };
}
