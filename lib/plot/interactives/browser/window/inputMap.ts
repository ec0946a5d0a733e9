/**
 * An image under a sliding window, with the zeros around it.
 * Flow: image, windows → **input map** → steppers.
 */
import { shortText } from '../../numberText';
import { paddedPixels, patchBox, type WindowAxes } from '../../windowCells';
import { createCellGrid } from '../cellGrid';
import type { Shade, Shades } from '../shade';

export interface InputMapOptions {
  readonly axes: WindowAxes;
  /** What it is, for those who listen. */
  readonly label: string;
  readonly shades: (values: ArrayLike<number>) => Shades;
  /** What stands in a padded cell. */
  readonly paddingText: string;
}

export interface InputMap {
  readonly node: HTMLElement;
  /** @param values one per pixel, row by row. */
  paint(values: ArrayLike<number>): void;
  /** Frames the patch that belongs to an output. */
  frameAt(row: number, column: number): void;
  /** Rings one pixel. */
  ring(row: number, column: number): void;
}

const PADDING: Shade = { background: 'var(--hatched)', ink: 'var(--ink)' };

export function createInputMap({ axes, label, shades, paddingText }: InputMapOptions): InputMap {
  const [vertical, horizontal] = axes;
  const empty = new Float64Array(vertical.input * horizontal.input);
  const { columns, values } = paddedPixels(empty, axes);
  const grid = createCellGrid({ rows: values.length / columns, columns, label });
  return {
    node: grid.node,
    paint: values => {
      const shadeOf = shades(values);
      paddedPixels(values, axes).values.forEach((value, place) => {
        const [row, column] = [Math.floor(place / columns), place % columns];
        if (value === undefined) grid.paint(row, column, PADDING, paddingText);
        else grid.paint(row, column, shadeOf(value), shortText(value));
      });
    },
    frameAt: (row, column) => grid.frame(patchBox(axes, row, column)),
    ring: (row, column) => grid.mark('ringed', row + vertical.before, column + horizontal.before),
  };
}
