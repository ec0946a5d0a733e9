/**
 * One bar per category: how many images per digit, how fast each engine is.
 * Flow: numbers → **barChart** → Figure → `show`.
 */
import type { Figure } from './figure';
import { formatNumber } from './formatNumber';
import { plotText, seriesStyle, themedAxis, themedLayout } from './theme';

/** Titles of a `barChart`. */
export interface BarChartOptions {
  readonly title?: string;
  /** What the bars stand for: `'digit'`. */
  readonly xTitle: string;
  /** What the height means, with its unit: `'speed (images/s)'`. */
  readonly yTitle: string;
  /** Replaces the description made from the values. */
  readonly alt?: string;
}

/**
 * A bar chart with the value written above every bar.
 *
 * @throws RangeError if there are not as many values as categories.
 * @example barChart(['0', '1'], [5923, 6742], { xTitle: 'digit', yTitle: 'images' }).alt
 * // 'Bar chart of images by digit. 0: 5 923, 1: 6 742.'
 * @see Used in notebooks/01-digits-from-csv.
 */
export function barChart(
  categories: readonly string[],
  values: ArrayLike<number>,
  options: BarChartOptions,
): Figure {
  const heights = Array.from(values);
  if (heights.length !== categories.length) {
    throw new RangeError(
      `barChart: values must have one number per category, got ${heights.length} for ${categories.length}`,
    );
  }
  const written = heights.map(formatNumber);
  return {
    data: [
      {
        type: 'bar',
        x: categories.map(plotText),
        y: heights,
        text: written,
        textposition: 'outside',
        cliponaxis: false,
        hoverinfo: 'x+text',
        marker: { color: seriesStyle(0).color },
      },
    ],
    layout: themedLayout(options.title, {
      xaxis: themedAxis(options.xTitle, { type: 'category', showgrid: false }),
      yaxis: themedAxis(options.yTitle),
      showlegend: false,
    }),
    alt:
      options.alt ??
      `Bar chart of ${options.yTitle} by ${options.xTitle}. ` +
        `${categories.map((category, index) => `${category}: ${written[index]}`).join(', ')}.`,
    table: {
      columns: [options.xTitle, options.yTitle],
      rows: categories.map((category, index) => [category, heights[index]!]),
    },
  };
}
