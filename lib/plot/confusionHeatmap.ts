/**
 * Which class is taken for which: one row per true class, one column per predicted class.
 * Flow: evaluate's `confusion` → **confusionHeatmap** → Figure → `show`.
 */
import type { Figure, Trace } from './figure';
import { formatNumber } from './formatNumber';
import { plotText, themedAxis, themedLayout } from './theme';

/** Names in a `confusionHeatmap`. */
export interface ConfusionHeatmapOptions {
  readonly title?: string;
  /** The classes' names; `'0'`, `'1'`, … when not given. */
  readonly classNames?: readonly string[];
  /** Replaces the description made from the counts. */
  readonly alt?: string;
}

/** Pale to strong, both ends opaque, so that the counts written on them stay readable on any page. */
const RIGHT_COLORS = [
  [0, '#cfe3f1'],
  [1, '#0072B2'],
] as const;
const WRONG_COLORS = [
  [0, '#fde5d3'],
  [1, '#D55E00'],
] as const;

/**
 * A confusion matrix. Right answers (the diagonal, blue) and errors (orange) have a colour scale each: a good
 * network makes so few errors that on one scale they would all look like none. A count of 0 stays empty.
 *
 * @param counts `[classes][classes]`: `counts[t][p]` images of class `t` were taken for class `p`.
 * @throws RangeError if `counts` is not square or the names are not one per class.
 * @example confusionHeatmap([[8, 2], [0, 10]]).alt
 * // 'Confusion matrix of 20 images, 18 right (90 %). Most frequent errors: 0 taken for 1 (2).'
 * @see Used in notebooks/14-what-it-sees.
 */
export function confusionHeatmap(
  counts: readonly (readonly number[])[],
  options: ConfusionHeatmapOptions = {},
): Figure {
  const names = checkedNames(counts, options.classNames);
  const ticks = { type: 'category', showgrid: false, zeroline: false };
  const side = 96 + 40 * names.length;
  return {
    data: [
      heatmap(counts, names, RIGHT_COLORS, (row, column) => row === column),
      heatmap(counts, names, WRONG_COLORS, (row, column) => row !== column),
    ],
    layout: themedLayout(options.title, {
      width: side,
      height: side + (options.title === undefined ? 0 : 48),
      xaxis: themedAxis('predicted class', ticks),
      yaxis: themedAxis('true class', { ...ticks, autorange: 'reversed' }),
      showlegend: false,
    }),
    alt: options.alt ?? describe(counts, names),
    table: {
      columns: ['true \\ predicted', ...names],
      rows: counts.map((row, index) => [names[index]!, ...row]),
    },
  };
}

function checkedNames(counts: readonly (readonly number[])[], given?: readonly string[]): readonly string[] {
  const classes = counts.length;
  const ragged = counts.findIndex(row => row.length !== classes);
  if (ragged >= 0) {
    const found = counts[ragged]!.length;
    throw new RangeError(`confusionHeatmap: counts[${ragged}] must have ${classes} columns, got ${found}`);
  }
  const names = given ?? counts.map((_, index) => String(index));
  if (names.length !== classes) {
    throw new RangeError(`confusionHeatmap: classNames must be ${classes} names, got ${names.length}`);
  }
  return names;
}

function heatmap(
  counts: readonly (readonly number[])[],
  names: readonly string[],
  colorscale: typeof RIGHT_COLORS | typeof WRONG_COLORS,
  belongs: (row: number, column: number) => boolean,
): Trace {
  const z = counts.map((row, t) => row.map((count, p) => (count > 0 && belongs(t, p) ? count : null)));
  return {
    type: 'heatmap',
    x: names.map(plotText),
    y: names.map(plotText),
    z,
    colorscale,
    zmin: 0,
    zmax: Math.max(1, ...z.flat().map(Number)),
    showscale: false,
    hoverongaps: false,
    xgap: 1,
    ygap: 1,
    texttemplate: '%{z}',
    hovertemplate: 'true %{y}, predicted %{x}: %{z}<extra></extra>',
  };
}

function describe(counts: readonly (readonly number[])[], names: readonly string[]): string {
  const cells = counts.flatMap((row, t) => row.map((count, p) => ({ t, p, count })));
  const sum = (kept: typeof cells) => kept.reduce((total, cell) => total + cell.count, 0);
  const total = sum(cells);
  const right = sum(cells.filter(({ t, p }) => t === p));
  const errors = cells.filter(({ t, p, count }) => t !== p && count > 0).sort((a, b) => b.count - a.count);
  const worst = errors.slice(0, 3).map(({ t, p, count }) => `${names[t]} taken for ${names[p]} (${count})`);
  return (
    `Confusion matrix of ${formatNumber(total)} images, ${formatNumber(right)} right` +
    ` (${formatNumber((100 * right) / Math.max(1, total))} %). ` +
    (worst.length === 0 ? 'No errors.' : `Most frequent errors: ${worst.join(', ')}.`)
  );
}
