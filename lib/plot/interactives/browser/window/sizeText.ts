/**
 * The size of an output, worked out with the numbers of the moment.
 * Flow: sliding window → **sizeText** → steppers.
 */
import type { Padding, WindowAxis } from '../../../../layers/slidingWindow';
import { type WindowAxes, zerosAfter } from '../../windowCells';

/** Both axes, or one line for both when they are alike. */
export function sizeLines([vertical, horizontal]: WindowAxes, padding: Padding): readonly string[] {
  const isSquare = vertical.input === horizontal.input && vertical.window === horizontal.window;
  return isSquare
    ? [`Output height and width: ${sizeText(vertical, padding, ['above and left', 'below and right'])}`]
    : [
        `Output height: ${sizeText(vertical, padding, ['above', 'below'])}`,
        `Output width: ${sizeText(horizontal, padding, ['left', 'right'])}`,
      ];
}

/** @example '⌊(7 − 3) / 2⌋ + 1 = 3' */
function sizeText(axis: WindowAxis, padding: Padding, sides: readonly [string, string]): string {
  const { input, window, stride, before, output } = axis;
  if (padding === 'valid') return `⌊(${input} − ${window}) / ${stride}⌋ + 1 = ${output}`;
  const after = zerosAfter(axis);
  const zeros =
    before + after === 0 ? 'no zeros' : `zeros added: ${before} ${sides[0]}, ${after} ${sides[1]}`;
  return `⌈${input} / ${stride}⌉ = ${output}, ${zeros}`;
}
