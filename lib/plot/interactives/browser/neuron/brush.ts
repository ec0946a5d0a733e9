/**
 * What a stroke does to the weights.
 * Flow: place, brush → **painted** → weight painter.
 */
import type { Choice } from '../choice';

export type Brush = 'raise' | 'lower' | 'erase';

export const BRUSHES: readonly Choice<Brush>[] = [
  ['raise', 'raises weights (for)'],
  ['lower', 'lowers weights (against)'],
  ['erase', 'erases to 0'],
];

export interface Stroke {
  readonly brush: Brush;
  readonly row: number;
  readonly column: number;
  /** By how much one touch raises or lowers. */
  readonly amount: number;
}

/** The weights after one touch: in full at its place, by half at the four places around. */
export function painted(
  weights: readonly number[],
  width: number,
  { brush, row, column, amount }: Stroke,
): readonly number[] {
  return weights.map((weight, place) => {
    const distance = Math.abs(Math.floor(place / width) - row) + Math.abs((place % width) - column);
    if (distance > 1) return weight;
    const share = distance === 0 ? 1 : 0.5;
    if (brush === 'erase') return weight * (1 - share);
    return weight + share * (brush === 'raise' ? amount : -amount);
  });
}
