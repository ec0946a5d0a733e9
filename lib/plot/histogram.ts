/**
 * How often which value occurs: the pixels of all images, a layer's activations.
 * Flow: numbers → **histogram** → Figure → `show`.
 */
import { checkInteger } from '../check/numbers';
import { extent } from './colorScale';
import type { Figure, Layout, Trace } from './figure';
import { formatNumber } from './formatNumber';
import { plural } from './plural';
import { LOG_AXIS, plotText, seriesStyle, themedAxis, themedLayout } from './theme';

/** Values counted together, as many as you like. */
export interface HistogramSeries {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

/** Titles and bins of a `histogram`. */
export interface HistogramOptions {
  readonly title?: string;
  /** What the values are, with their unit: `'ink (0–255)'`. */
  readonly xTitle: string;
  /** What is counted: `'pixels'`. */
  readonly yTitle: string;
  /** How many bins of equal width, 20 when not given. */
  readonly bins?: number;
  /** Where the first bin begins and the last one ends; from the smallest to the largest value when not given. */
  readonly range?: readonly [low: number, high: number];
  /** `'log'` when a few bins hold nearly everything; empty bins then leave a gap. */
  readonly yScale?: 'linear' | 'log';
  /** Replaces the description made from the counts. */
  readonly alt?: string;
}

/**
 * Counts in bins of equal width, as stepped outlines that differ in colour and dash. A bin holds its lower edge, the
 * last one both. Values outside the range, and those that are not numbers, are left out and mentioned.
 *
 * @throws RangeError if there is no series, or if `range` does not go upwards.
 * @example histogram([{ name: 'a', values: [1, 1, 3] }], { bins: 2, xTitle: 'value', yTitle: 'values' }).alt
 * // 'Histogram of value in 2 bins of 1 from 1 to 3, counting values. a: 3 values, most (2) from 1 to 2.'
 * @see Used in notebooks/01-digits-from-csv.
 */
export function histogram(series: readonly HistogramSeries[], options: HistogramOptions): Figure {
  const { bins = 20, xTitle, yTitle, yScale = 'linear' } = options;
  if (series.length === 0) throw new RangeError('histogram: series must hold at least one, got none');
  checkInteger('histogram', 'bins', bins, 1);
  const edges = binEdges(series, bins, options.range);
  const counted = series.map(({ name, values }) => ({ name, counts: countValues(values, edges), values }));
  return {
    data: counted.map(({ name, counts }, index) => drawOutline(name, counts, edges, index)),
    layout: themedLayout(options.title, {
      xaxis: themedAxis(xTitle, { range: [edges[0], edges[bins]], zeroline: false }),
      yaxis: themedAxis(yTitle, yScale === 'log' ? logAxis(counted) : { rangemode: 'tozero' }),
      showlegend: series.length > 1,
    }),
    alt: options.alt ?? describe(counted, edges, options),
    table: {
      columns: [`${xTitle}: from`, 'to', ...series.map(({ name }) => name)],
      rows: Array.from({ length: bins }, (_, bin) => [
        edges[bin]!,
        edges[bin + 1]!,
        ...counted.map(({ counts }) => counts[bin]!),
      ]),
    },
  };
}

/** From below a count of 1 to above the largest. */
function logAxis(counted: readonly { readonly counts: readonly number[] }[]): Layout {
  const most = Math.max(1, ...counted.flatMap(({ counts }) => counts));
  return { ...LOG_AXIS, range: [Math.log10(0.5), Math.log10(2 * most)] };
}

/** `bins + 1` positions, evenly spaced. */
function binEdges(
  series: readonly HistogramSeries[],
  bins: number,
  range: readonly [number, number] | undefined,
): readonly number[] {
  if (range !== undefined && !(range[0] < range[1])) {
    throw new RangeError(`histogram: range must go from low to high, got [${range.join(', ')}]`);
  }
  const [low, high] = range ?? extent(series.flatMap(({ values }) => extent(values)));
  const end = high > low ? high : low + 1;
  // The last edge is the end itself: rounding must not leave the largest value out.
  return Array.from({ length: bins + 1 }, (_, bin) =>
    bin === bins ? end : low + ((end - low) * bin) / bins,
  );
}

function countValues(values: ArrayLike<number>, edges: readonly number[]): readonly number[] {
  const bins = edges.length - 1;
  const [low, high] = [edges[0]!, edges[bins]!];
  const counts: number[] = new Array(bins).fill(0);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!(value >= low && value <= high)) continue;
    counts[Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins))]! += 1;
  }
  return counts;
}

/** One point per edge; `hv` holds each count until the next edge. The last count is repeated to end the last bin. */
function drawOutline(
  name: string,
  counts: readonly number[],
  edges: readonly number[],
  index: number,
): Trace {
  const { color, dash } = seriesStyle(index);
  const bin = (at: number) => Math.min(at, counts.length - 1);
  const between = (at: number) => `${formatNumber(edges[bin(at)]!)} to ${formatNumber(edges[bin(at) + 1]!)}`;
  return {
    type: 'scatter',
    mode: 'lines',
    name: plotText(name),
    x: edges,
    y: edges.map((_, at) => counts[bin(at)]!),
    line: { shape: 'hv', color, dash, width: 2 },
    fill: 'tozeroy',
    fillcolor: `${color}33`,
    hovertext: edges.map((_, at) => `${between(at)}: ${formatNumber(counts[bin(at)]!)}`),
    hoverinfo: 'text+name',
  };
}

function describe(
  counted: readonly (HistogramSeries & { readonly counts: readonly number[] })[],
  edges: readonly number[],
  { xTitle, yTitle }: HistogramOptions,
): string {
  const bins = edges.length - 1;
  const [low, high] = [edges[0]!, edges[bins]!];
  const width = formatNumber((high - low) / bins);
  const each = counted.map(({ name, values, counts }) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    const most = Math.max(...counts);
    const bin = counts.indexOf(most);
    const place = `${formatNumber(edges[bin]!)} to ${formatNumber(edges[bin + 1]!)}`;
    const peak = total === 0 ? '' : `, most (${formatNumber(most)}) from ${place}`;
    const out = values.length - total;
    const left = out === 0 ? '' : `, ${formatNumber(out)} more left out`;
    return `${name}: ${formatNumber(total)} values${peak}${left}.`;
  });
  return (
    `Histogram of ${xTitle} in ${bins} ${plural(bins, 'bin')} of ${width} from ${formatNumber(low)} ` +
    `to ${formatNumber(high)}, counting ${yTitle}. ${each.join(' ')}`
  );
}
