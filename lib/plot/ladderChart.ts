/**
 * One rung per step of a recipe, from the bottom up: where it got to, how far its seeds lie apart.
 * Flow: measurements → **ladderChart** → Figure → `show`.
 */
import type { Figure } from './figure';
import { formatNumber } from './formatNumber';
import { plotText, seriesStyle, themedAxis, themedLayout } from './theme';

/** One rung of the ladder. */
export interface LadderStep {
  readonly name: string;
  /** One value per seed, at least one: a dot each. */
  readonly values: ArrayLike<number>;
  /** Written to the right of the rung: `'3.9 min'`. */
  readonly note?: string;
}

/** Titles of a `ladderChart`. */
export interface LadderChartOptions {
  readonly title?: string;
  /** What runs along the axis, with its unit: `'right (%)'`. */
  readonly xTitle: string;
  /** What the notes are: the column in the table. Default `'note'`. */
  readonly noteTitle?: string;
  /** Replaces the description made from the values. */
  readonly alt?: string;
}

const ROW_HEIGHT = 30;
const FRAME_HEIGHT = 80;

/**
 * Rungs from bottom to top, each with a dot per seed, and the mean ± standard deviation as a marker with a bar; one
 * value has no bar. Values far from all others stretch the axis: show the upper rungs again without them.
 *
 * @throws RangeError if there is no rung, or one has no value or one that is not finite.
 * @example ladderChart([{ name: 'plain', values: [98, 99] }], { xTitle: 'right (%)' }).alt
 * // 'Ladder of right (%), from the bottom up. plain: 98.5 ± 0.7071 (2 values).'
 * @see Used in notebooks/13-recipe-ladder.
 */
export function ladderChart(steps: readonly LadderStep[], options: LadderChartOptions): Figure {
  if (steps.length === 0) throw new RangeError('ladderChart: steps must hold at least one, got none');
  const rungs = steps.map(measured);
  const names = rungs.map(({ name }) => plotText(name));
  const { color, marker } = seriesStyle(0);
  const seeds = seriesStyle(1);
  return {
    data: [
      {
        type: 'scatter',
        mode: 'markers',
        name: 'each seed',
        x: rungs.flatMap(({ values }) => values),
        y: rungs.flatMap(({ values }, rung) => values.map(() => names[rung])),
        marker: { color: seeds.color, symbol: 'line-ns-open', size: 11, line: { width: 2 } },
      },
      {
        type: 'scatter',
        mode: 'markers',
        name: 'mean ± sd',
        x: rungs.map(({ mean }) => mean),
        y: names,
        error_x: { type: 'data', array: rungs.map(({ spread }) => spread), color, thickness: 2, width: 5 },
        marker: { color, symbol: marker, size: 9 },
      },
    ],
    layout: themedLayout(options.title, {
      height: FRAME_HEIGHT + 28 + (options.title === undefined ? 0 : 32) + ROW_HEIGHT * rungs.length,
      // Wide enough where the reader's font is wider than the one that text is measured by.
      legend: { orientation: 'h', x: 0, y: 1.02, yanchor: 'bottom', entrywidth: 90 },
      xaxis: themedAxis(options.xTitle),
      yaxis: { ...themedAxis(''), type: 'category', categoryorder: 'array', categoryarray: names },
      annotations: rungs.flatMap(({ note }, rung) =>
        note === undefined ? [] : [{ ...NOTE, y: names[rung], text: plotText(note) }],
      ),
      ...(rungs.some(({ note }) => note !== undefined) ? { margin: withRoom(options.title, rungs) } : {}),
    }),
    alt: options.alt ?? describe(rungs, options),
    table: {
      columns: [
        'rung',
        `mean of ${options.xTitle}`,
        'standard deviation',
        'values',
        options.noteTitle ?? 'note',
      ],
      rows: rungs.map(({ name, mean, spread, values, note }) => [
        name,
        formatNumber(mean),
        values.length > 1 ? formatNumber(spread) : '',
        values.map(formatNumber).join(', '),
        note ?? '',
      ]),
    },
  };
}

const NOTE = {
  xref: 'paper',
  x: 1.01,
  xanchor: 'left',
  yref: 'y',
  yanchor: 'middle',
  showarrow: false,
} as const;
const PIXELS_PER_LETTER = 7.5;

interface Measured {
  readonly name: string;
  readonly values: readonly number[];
  readonly mean: number;
  /** 0 for a single value. */
  readonly spread: number;
  readonly note: string | undefined;
}

function measured({ name, values: given, note }: LadderStep): Measured {
  const values = Array.from(given);
  if (values.length === 0 || !values.every(Number.isFinite)) {
    const found = values.length === 0 ? 'none' : values.find(value => !Number.isFinite(value));
    throw new RangeError(`ladderChart: "${name}" must have finite values, got ${found}`);
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const spread = values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0;
  return { name, values, mean, spread, note };
}

/** Room for the longest note at the right. */
function withRoom(
  title: string | undefined,
  rungs: readonly Measured[],
): Record<'l' | 'r' | 't' | 'b', number> {
  const longest = Math.max(...rungs.map(({ note }) => note?.length ?? 0));
  return { l: 64, r: 16 + PIXELS_PER_LETTER * longest, t: (title === undefined ? 16 : 48) + 28, b: 56 };
}

function describe(rungs: readonly Measured[], { xTitle }: LadderChartOptions): string {
  const parts = rungs.map(({ name, mean, spread, values }) =>
    values.length > 1
      ? `${name}: ${formatNumber(mean)} ± ${formatNumber(spread)} (${values.length} values).`
      : `${name}: ${formatNumber(mean)}.`,
  );
  return `Ladder of ${xTitle}, from the bottom up. ${parts.join(' ')}`;
}
