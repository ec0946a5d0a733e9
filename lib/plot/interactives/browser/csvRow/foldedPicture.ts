/**
 * The picture that a row folds into: pieces of one width, under each other.
 * Flow: pixels, width → **folded picture** → folder.
 */
import { createCellGrid } from '../cellGrid';
import { greyShades, type Shade } from '../shade';

export interface FoldedPicture {
  readonly node: HTMLElement;
  /** Shows the first `count` pixels. */
  lay(count: number): void;
  choose(place: number): void;
}

const EMPTY: Shade = { background: 'var(--hatched)', ink: 'var(--ink)' };

/** @param onSelect called when pointer or keyboard comes to a pixel. */
export function createFoldedPicture(
  pixels: ArrayLike<number>,
  width: number,
  onSelect: (place: number) => void,
): FoldedPicture {
  const rows = Math.ceil(pixels.length / width);
  const shades = greyShades(pixels);
  const grid = createCellGrid({
    rows,
    columns: width,
    label: `The row folded into ${rows} rows of ${width} pixels. The arrow keys walk over it.`,
    onSelect: (row, column) => {
      const place = row * width + column;
      if (place < pixels.length) onSelect(place); // the last row may be short
    },
  });
  const paint = (place: number, isLaid: boolean) => {
    const [row, column] = [Math.floor(place / width), place % width];
    const name = `row ${row}, column ${column}`;
    const value = pixels[place];
    if (value === undefined) grid.paint(row, column, EMPTY, '', `${name}: beyond the end of the row`);
    else if (isLaid) grid.paint(row, column, shades(value), '', `${name}: ${value}`);
    else grid.paint(row, column, EMPTY, '', `${name}: not there yet`);
  };
  for (let place = 0; place < rows * width; place++) paint(place, false);
  let laid = 0;
  return {
    node: grid.node,
    lay: count => {
      for (let place = Math.min(laid, count); place < Math.max(laid, count); place++) {
        paint(place, place < count);
      }
      laid = count;
    },
    choose: place => {
      const [row, column] = [Math.floor(place / width), place % width];
      grid.mark('chosen', row, column);
      grid.select(row, column);
    },
  };
}
