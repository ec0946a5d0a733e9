/**
 * The image under a sliding window, with the zeros around it.
 * Flow: image, windows → **input map** → steppers.
 */
import { paddedPixels, patchBox, type WindowAxes } from '../../windowCells';
import { type CellGrid, createCellGrid } from '../cellGrid';
import { shortText } from '../numberText';
import { greyShade, type Shade } from '../shade';

export interface InputMap {
  readonly grid: CellGrid;
  /** Frames the patch that belongs to an output. */
  frameAt(row: number, column: number): void;
}

const PADDING: Shade = { background: 'var(--hatched)', ink: 'var(--ink)' };

/**
 * @param pixels row by row.
 * @param paddingText what stands in a padded cell.
 */
export function createInputMap(pixels: ArrayLike<number>, axes: WindowAxes, paddingText: string): InputMap {
  const { columns, values } = paddedPixels(pixels, axes);
  const label = `Input, ${axes[0].input} by ${axes[1].input} pixels`;
  const grid = createCellGrid({ rows: values.length / columns, columns, label });
  const [low, high] = [Math.min(0, ...Array.from(pixels)), Math.max(...Array.from(pixels))];
  values.forEach((pixel, place) => {
    const [row, column] = [Math.floor(place / columns), place % columns];
    if (pixel === undefined) grid.paint(row, column, PADDING, paddingText);
    else grid.paint(row, column, greyShade(pixel, low, high), shortText(pixel));
  });
  return { grid, frameAt: (row, column) => grid.frame(patchBox(axes, row, column)) };
}
