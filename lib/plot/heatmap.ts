/**
 * A matrix in colours: the weights of one neuron, the distances between ten classes.
 * Flow: numbers → **heatmap** (colorScale) → Figure → `show`.
 */
import { checkAxes } from '../check/arrays';
import type { NdArray } from '../types/ndarray';
import { barMargin, type ColorOptions, chooseScale, colorBar, extent } from './colorScale';
import type { Figure, Layout } from './figure';
import { formatNumber } from './formatNumber';
import { plural } from './plural';
import { plotText, themedAxis, themedLayout } from './theme';

/** Titles, names and colours of a `heatmap`. */
export interface HeatmapOptions extends ColorOptions {
  readonly title?: string;
  /** What the columns are: `'pixel column'`. */
  readonly xTitle: string;
  /** What the rows are. */
  readonly yTitle: string;
  /** One per column; 0, 1, 2, … when not given. */
  readonly xNames?: readonly string[];
  /** One per row; 0, 1, 2, … when not given. */
  readonly yNames?: readonly string[];
  /** Writes each value into its cell, with three digits; for matrices of up to about ten columns. */
  readonly writeValues?: boolean;
  /** Replaces the description made from the values. */
  readonly alt?: string;
}

/** The width of the cells together, and of one at most, in CSS pixels. */
const MATRIX_WIDTH = 400;
const MOST_CELL = 44;

/**
 * Square cells, row 0 at the top. Values that are not finite leave a gap.
 *
 * @param values `[rows, columns]`.
 * @throws RangeError if `values` is not a matrix, or the names are not one per row and column.
 * @example heatmap(ndarray([1, 2], [-1, 0.5]), { xTitle: 'pixel', yTitle: 'neuron', valueTitle: 'weight' }).alt
 * // 'Heat map of weight: 1 row (neuron) and 2 columns (pixel). Smallest -1 at 0, 0; largest 0.5 at 0, 1.'
 * @see Used in notebooks/02-one-hot.
 */
export function heatmap(values: NdArray, options: HeatmapOptions): Figure {
  checkAxes('heatmap', 'values', values, ['rows', 'columns'], []);
  const [rows = 0, columns = 0] = values.shape;
  const xNames = checkedNames('xNames', options.xNames, columns);
  const yNames = checkedNames('yNames', options.yNames, rows);
  const { colorscale, zmin, zmax } = chooseScale('heatmap', values.data, options, 'sequential');
  const lines = Array.from({ length: rows }, (_, row) =>
    Array.from(values.data.subarray(row * columns, (row + 1) * columns)),
  );
  const written = options.writeValues && {
    text: lines.map(line => line.map(value => formatNumber(Number(value.toPrecision(3))))),
    texttemplate: '%{text}',
    textfont: { size: 12 },
  };
  const cell = Math.min(MOST_CELL, MATRIX_WIDTH / Math.max(rows, columns));
  const right = barMargin(options.valueTitle);
  return {
    data: [
      {
        type: 'heatmap',
        z: lines.map(line => line.map(value => Number(value.toPrecision(4)))),
        x: xNames.map(plotText),
        y: yNames.map(plotText),
        colorscale,
        zmin,
        zmax,
        colorbar: colorBar(options.valueTitle, 'v'),
        hoverongaps: false,
        hovertemplate: `${plotText(options.yTitle)} %{y}, ${plotText(options.xTitle)} %{x}: %{z}<extra></extra>`,
        ...written,
      },
    ],
    layout: themedLayout(options.title, {
      width: cell * columns + 64 + right,
      height: Math.max(cell * rows, 120) + (options.title === undefined ? 80 : 112),
      margin: { l: 64, r: right, t: options.title === undefined ? 16 : 48, b: 56 },
      xaxis: themedAxis(options.xTitle, nameAxis(columns)),
      yaxis: themedAxis(options.yTitle, { ...nameAxis(rows), autorange: 'reversed', scaleanchor: 'x' }),
      showlegend: false,
    }),
    alt: options.alt ?? describe(values, xNames, yNames, options),
    table: {
      columns: [`${options.yTitle} \\ ${options.xTitle}`, ...xNames],
      rows: lines.map((line, row) => [yNames[row]!, ...line]),
    },
  };
}

function checkedNames(name: string, given: readonly string[] | undefined, count: number): readonly string[] {
  if (given !== undefined && given.length !== count) {
    throw new RangeError(`heatmap: ${name} must be ${count} names, got ${given.length}`);
  }
  return given ?? Array.from({ length: count }, (_, index) => String(index));
}

/** Every name of a short axis, every fifth or so of a long one. */
function nameAxis(count: number): Layout {
  const spacing = count <= 12 ? { dtick: 1 } : { nticks: 8 };
  return {
    type: 'category',
    showgrid: false,
    zeroline: false,
    constrain: 'domain',
    tickangle: 0,
    ...spacing,
  };
}

function describe(
  values: NdArray,
  xNames: readonly string[],
  yNames: readonly string[],
  { valueTitle, xTitle, yTitle }: HeatmapOptions,
): string {
  const [rows = 0, columns = 0] = values.shape;
  const [low, high] = extent(values.data);
  const place = (value: number) => {
    const index = values.data.indexOf(value);
    return `${formatNumber(value)} at ${yNames[Math.floor(index / columns)]}, ${xNames[index % columns]}`;
  };
  const size = `${rows} ${plural(rows, 'row')} (${yTitle}) and ${columns} ${plural(columns, 'column')} (${xTitle})`;
  const ends = values.data.some(Number.isFinite)
    ? `Smallest ${place(low)}; largest ${place(high)}.`
    : 'No finite values.';
  return `Heat map of ${valueTitle}: ${size}. ${ends}`;
}
