/**
 * Numbers as colours; the number itself is always there too.
 * Flow: **shade** → cell grids.
 */

/** How a cell is painted: two CSS colours that can be told apart. */
export interface Shade {
  readonly background: string;
  readonly ink: string;
}

/** How each number of a map is painted. */
export type Shades = (value: number) => Shade;

/** Pixels as the data has them: zero or the smallest is black, the largest white. */
export function greyShades(values: ArrayLike<number>): Shades {
  const low = Math.min(0, ...Array.from(values));
  const high = Math.max(...Array.from(values));
  return value => {
    const level = low === high ? 0 : Math.round((255 * (value - low)) / (high - low));
    return { background: `rgb(${level} ${level} ${level})`, ink: level < 118 ? '#fff' : '#000' };
  };
}

/** Zero is the page's own colour, the largest amount the strongest: positive in one hue, negative in another. */
export function signedShades(values: ArrayLike<number>): Shades {
  const largest = Math.max(...Array.from(values, Math.abs));
  return value => {
    const percent = largest === 0 ? 0 : Math.round((60 * Math.abs(value)) / largest);
    const hue = value < 0 ? '--negative' : '--positive';
    return { background: `color-mix(in srgb, var(${hue}) ${percent}%, var(--page))`, ink: 'var(--ink)' };
  };
}
