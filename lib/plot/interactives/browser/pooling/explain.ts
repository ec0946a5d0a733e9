/**
 * What happens under one window, in a sentence that can be read aloud.
 * Flow: patch → **explain** → view.
 */
import { equalsSign, numberText } from '../../numberText';
import type { PatchPixel } from './patch';
import type { PoolingSettings } from './settings';

/** @param result the output, or in the backward view the gradient that arrives. */
export function explain(
  patch: readonly (PatchPixel | undefined)[],
  { kind, direction }: PoolingSettings,
  result: number,
): string {
  const pixels = patch.filter(pixel => pixel !== undefined);
  const values = pixels.map(({ value }) => numberText(value));
  const shares = pixels.filter(({ share }) => share > 0);
  const first = shares[0]!;
  const place = `row ${first.row + 1}, column ${first.column + 1}`;
  const largest = pixels.filter(({ value }) => value === first.value).length;
  const tie = largest === 1 ? '' : ` ${largest} are equally large: the first in reading order wins.`;
  const padded = pixels.length === patch.length ? '' : ' Padding is no value and does not count.';
  const isMax = kind === 'max';
  if (direction === 'forward') {
    return isMax
      ? `max(${values.join(', ')}) = ${numberText(result)}, from ${place}.${tie}${padded}`
      : `(${values.join(' + ')}) / ${pixels.length} ${equalsSign(result)} ${numberText(result)}.${padded}`;
  }
  const gradient = numberText(result);
  const share = numberText(result / pixels.length);
  return isMax
    ? `The gradient ${gradient} goes whole to the winner in ${place}, the others get 0.${tie}${padded}`
    : `The gradient ${gradient} is split into ${pixels.length} equal shares of ${share}.${padded}`;
}
