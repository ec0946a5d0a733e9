/**
 * The size of an output, worked out with the numbers of the moment.
 * Flow: sliding window → **sizeText** → steppers.
 */
import type { WindowAxis } from '../../../../layers/slidingWindow';
import type { WindowAxes } from '../../windowCells';

/** Both axes, or one line for both when they are alike. */
export function sizeLines([vertical, horizontal]: WindowAxes): readonly string[] {
  const isSquare = vertical.input === horizontal.input;
  return isSquare
    ? [`Output height and width: ${sizeText(vertical, 'above and left', 'below and right')}`]
    : [
        `Output height: ${sizeText(vertical, 'above', 'below')}`,
        `Output width: ${sizeText(horizontal, 'left', 'right')}`,
      ];
}

/** @example '⌊(7 + 1 + 1 − 3) / 2⌋ + 1 = 4 (padding: 1 above, 1 below)' */
function sizeText(axis: WindowAxis, beforeSide: string, afterSide: string): string {
  const { input, window, stride, before, after, output } = axis;
  const isPadded = before + after > 0;
  const length = isPadded ? `${input} + ${before} + ${after}` : input;
  const padding = isPadded ? ` (padding: ${before} ${beforeSide}, ${after} ${afterSide})` : '';
  return `⌊(${length} − ${window}) / ${stride}⌋ + 1 = ${output}${padding}`;
}
