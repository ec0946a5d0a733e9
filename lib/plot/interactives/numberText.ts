/**
 * Numbers as the interactives write them.
 * Flow: **numberText** → sums, cells, descriptions, still pictures.
 */
import { formatNumber } from '../formatNumber';

/** Four significant digits and a real minus sign. @example numberText(-1 / 3) // '−0.3333' */
export function numberText(value: number): string {
  return formatNumber(value).replace('-', '−');
}

/** At most two decimals, for a cell that has no room for more. @example shortText(-1 / 3) // '−0.33' */
export function shortText(value: number): string {
  const parts = Math.abs(value) < 100 ? 100 : 1;
  return numberText(Math.round(value * parts) / parts);
}

/** @example percentText(0.98765) // '98.8 %' */
export function percentText(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** `=`, or `≈` where the written number is not the whole one. @example equalsSign(1 / 3) // '≈' */
export function equalsSign(value: number): string {
  const written = Number(formatNumber(value).replaceAll('\u202f', ''));
  return Math.abs(written - value) <= 1e-9 * Math.abs(value) ? '=' : '≈';
}

/** A grid with more columns leaves no room for numbers: the 7 × 7 image with the padding of a 5 × 5 kernel just does. */
export const MOST_WRITTEN_COLUMNS = 11;
