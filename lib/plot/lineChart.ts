/**
 * Lines over a common axis: loss over epochs, accuracy over steps.
 * Flow: numbers → **lineChart** → Figure → `show`.
 */
import type { Figure, FigureTable, Layout, Trace } from './figure';
import { formatNumber } from './formatNumber';
import { checkedLine, type Line, type LineSeries } from './line';
import { LOG_AXIS, plotText, seriesStyle, themedAxis, themedLayout } from './theme';

/** Titles and scales of a `lineChart`. */
export interface LineChartOptions {
  readonly title?: string;
  /** What runs along the axis, with its unit: `'time (s)'`. */
  readonly xTitle: string;
  /** What the lines measure, with its unit. */
  readonly yTitle: string;
  /** `'log'` when positions differ by powers of ten, as learning rates do; those that are not positive are left out. */
  readonly xScale?: 'linear' | 'log';
  /** `'log'` when the values differ by powers of ten; values that are not positive then leave a gap. */
  readonly yScale?: 'linear' | 'log';
  /** Replaces the description made from the first and last value of each line. */
  readonly alt?: string;
}

/**
 * A line chart; lines differ in colour, dash and, up to 30 points, marker.
 *
 * @throws RangeError if there is no series, or if a series' `x` and `y` differ in length.
 * @example lineChart([{ name: 'loss', y: [2.3, 0.4] }], { xTitle: 'epoch', yTitle: 'loss' }).alt
 * // 'Line chart of loss against epoch. loss: 2.3 at 1 to 0.4 at 2.'
 * @see Used in notebooks/02-one-hot.
 */
export function lineChart(series: readonly LineSeries[], options: LineChartOptions): Figure {
  if (series.length === 0) throw new RangeError('lineChart: series must hold at least one line, got none');
  const lines = series.map(line => checkedLine('lineChart', line));
  return {
    data: lines.map(drawLine),
    layout: themedLayout(options.title, {
      xaxis: themedAxis(options.xTitle, xAxis(lines, options)),
      yaxis: themedAxis(options.yTitle, options.yScale === 'log' ? LOG_AXIS : {}),
      showlegend: lines.length > 1,
    }),
    alt: options.alt ?? describe(lines, options),
    table: tabulate(lines, options),
  };
}

function xAxis(lines: readonly Line[], { xScale }: LineChartOptions): Layout {
  if (xScale === 'log') return LOG_AXIS;
  return countsFew(lines) ? { dtick: 1 } : {};
}

/** Epochs and the like: an axis with a tick at 1.5 would be silly. */
function countsFew(lines: readonly Line[]): boolean {
  const positions = lines.flatMap(line => line.x);
  return positions.every(Number.isInteger) && Math.max(...positions) - Math.min(...positions) <= 12;
}

function drawLine({ name, x, y }: Line, index: number): Trace {
  const { color, dash, marker } = seriesStyle(index);
  return {
    type: 'scatter',
    mode: y.length <= 30 ? 'lines+markers' : 'lines',
    name: plotText(name),
    x,
    y,
    line: { color, dash, width: 2 },
    marker: { color, symbol: marker, size: 8 },
  };
}

function describe(lines: readonly Line[], { xTitle, yTitle }: LineChartOptions): string {
  const ends = lines.map(({ name, x, y }) => {
    if (y.length === 0) return `${name}: no values yet.`;
    const at = (index: number) => `${formatNumber(y.at(index)!)} at ${formatNumber(x.at(index)!)}`;
    return `${name}: ${at(0)} to ${at(-1)}.`;
  });
  return `Line chart of ${yTitle} against ${xTitle}. ${ends.join(' ')}`;
}

/** One row per `x` that any line has, in order. */
function tabulate(lines: readonly Line[], { xTitle }: LineChartOptions): FigureTable {
  const columns = lines.map(({ x, y }) => new Map(x.map((value, index) => [value, y[index]!])));
  const positions = [...new Set(lines.flatMap(line => line.x))].sort((a, b) => a - b);
  return {
    columns: [xTitle, ...lines.map(line => line.name)],
    rows: positions.map(x => [x, ...columns.map(column => column.get(x) ?? '')]),
  };
}
