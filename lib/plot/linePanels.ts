/**
 * Several things measured of the same runs, each in a panel of its own.
 * Flow: numbers → **linePanels** → Figure → `show`.
 */
import { axisName } from './axisName';
import type { Figure, FigureTable, Layout, Trace } from './figure';
import { formatNumber } from './formatNumber';
import { checkedLine, type Line, type LineSeries } from './line';
import { panelPlace, panelTitle } from './panelPlace';
import { LOG_AXIS, plotText, seriesStyle, TEXT_COLOR, themedAxis, themedLayout } from './theme';

/** A level to compare with: what guessing costs, a limit. */
export interface LevelMark {
  readonly name: string;
  readonly y: number;
}

/** One chart among `linePanels`. */
export interface LinePanel {
  /** What is measured, with its unit. */
  readonly yTitle: string;
  /** Lines of the same name look alike in all panels. */
  readonly series: readonly LineSeries[];
  /** Levels to compare the lines with; none when not given. */
  readonly marks?: readonly LevelMark[];
  /** `'log'` when the values differ by powers of ten; values that are not positive then leave a gap. */
  readonly yScale?: 'linear' | 'log';
}

/** What `linePanels` have in common. */
export interface LinePanelsOptions {
  readonly title?: string;
  /** Of the axis that all panels have in common, with its unit. */
  readonly xTitle: string;
  /** Panels side by side, 2 when not given; the others come below. */
  readonly columns?: number;
  /** Replaces the description made from the first and last value of each line. */
  readonly alt?: string;
}

/** In pixels, with the gap below it. */
const PANEL_HEIGHT = 210;
const MARGIN = { l: 48, r: 16, t: 104, b: 56 };

/**
 * Line charts in rows and columns, over the same range of x. Values that are not finite leave a gap.
 *
 * @throws RangeError if there is no panel, a panel has no line, or a line's `x` and `y` differ in length.
 * @example linePanels([{ yTitle: 'loss', series: [{ name: 'a', y: [2, 1] }] }], { xTitle: 'step' }).alt
 * // 'Line charts by step. loss: a 2 to 1.'
 * @see Used in notebooks/12-autopsy.
 */
export function linePanels(panels: readonly LinePanel[], options: LinePanelsOptions): Figure {
  if (panels.length === 0) throw new RangeError('linePanels: panels must hold at least one, got none');
  return drawPanels(panels.map(checkedPanel), options);
}

function drawPanels(panels: readonly CheckedPanel[], options: LinePanelsOptions): Figure {
  const { title, xTitle } = options;
  const columns = Math.min(options.columns ?? 2, panels.length);
  const rows = Math.ceil(panels.length / columns);
  const names = [...new Set(panels.flatMap(({ series }) => series.map(({ name }) => name)))];
  const range = rangeOf(panels.flatMap(({ series }) => series.flatMap(({ x }) => x)));
  const places = panels.map((_, index) => panelPlace(index, columns, rows));
  const axes: Record<string, Layout> = {};
  for (const [index, { yScale }] of panels.entries()) {
    const lowest = index + columns >= panels.length;
    axes[axisName('xaxis', index)] = themedAxis(lowest ? xTitle : '', {
      ...{ domain: places[index]!.x, anchor: axisName('y', index), range },
    });
    axes[axisName('yaxis', index)] = themedAxis('', {
      ...{ domain: places[index]!.y, anchor: axisName('x', index) },
      ...(yScale === 'log' ? LOG_AXIS : {}),
    });
  }
  return {
    data: panels.flatMap((panel, index) => [
      ...panel.series.map(line => drawLine(line, names.indexOf(line.name), index, panels)),
      ...(panel.marks ?? []).map(mark => drawMark(mark, range, index)),
    ]),
    layout: themedLayout(title, {
      height: rows * PANEL_HEIGHT + MARGIN.t + MARGIN.b,
      margin: MARGIN,
      showlegend: names.length > 1,
      legend: { orientation: 'h', x: 0, y: 1 + 26 / (rows * PANEL_HEIGHT), yanchor: 'bottom' },
      annotations: panels.map(({ yTitle }, index) => panelTitle(yTitle, places[index]!)),
      ...axes,
    }),
    alt: options.alt ?? describe(panels, xTitle),
    table: tabulate(panels),
  };
}

/** A panel whose lines all have their places. */
interface CheckedPanel extends LinePanel {
  readonly series: readonly Line[];
}

function checkedPanel(panel: LinePanel): CheckedPanel {
  if (panel.series.length === 0) {
    throw new RangeError(`linePanels: "${panel.yTitle}" must hold at least one line, got none`);
  }
  return { ...panel, series: panel.series.map(line => checkedLine('linePanels', line)) };
}

function rangeOf(places: readonly number[]): [number, number] {
  const [low, high] = places.reduce(
    ([low, high], x) => [Math.min(low, x), Math.max(high, x)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return low < high ? [low, high] : places.length > 0 ? [low - 1, low + 1] : [0, 1];
}

function drawLine(line: Line, style: number, index: number, panels: readonly CheckedPanel[]): Trace {
  const { color, dash, marker } = seriesStyle(style);
  const before = panels.slice(0, index).some(({ series }) => series.some(({ name }) => name === line.name));
  return {
    type: 'scatter',
    mode: line.y.length <= 30 ? 'lines+markers' : 'lines',
    name: plotText(line.name),
    legendgroup: String(style),
    showlegend: !before,
    x: line.x,
    y: line.y.map(value => Number(value.toPrecision(4))),
    ...{ xaxis: axisName('x', index), yaxis: axisName('y', index) },
    line: { color, dash, width: 2 },
    marker: { color, symbol: marker, size: 7 },
  };
}

function drawMark({ name, y }: LevelMark, [low, high]: readonly [number, number], index: number): Trace {
  return {
    type: 'scatter',
    mode: 'lines+text',
    x: [low, high],
    y: [y, y],
    text: ['', plotText(name)],
    textposition: 'bottom left',
    ...{ xaxis: axisName('x', index), yaxis: axisName('y', index) },
    line: { color: TEXT_COLOR, dash: 'dot', width: 1 },
    hoverinfo: 'skip',
    showlegend: false,
  };
}

function describe(panels: readonly CheckedPanel[], xTitle: string): string {
  const told = panels.map(({ yTitle, series, marks = [] }) => {
    const lines = series.map(({ name, y }) =>
      y.length === 0
        ? `${name} no values yet`
        : `${name} ${formatNumber(y[0]!)} to ${formatNumber(y[y.length - 1]!)}`,
    );
    const levels = marks.map(({ name, y }) => `level ${name} at ${formatNumber(y)}`);
    return `${yTitle}: ${[...lines, ...levels].join(', ')}.`;
  });
  return `Line charts by ${xTitle}. ${told.join(' ')}`;
}

/** One row per line: all points of all panels would be a book. */
function tabulate(panels: readonly CheckedPanel[]): FigureTable {
  return {
    columns: ['measured', 'line', 'points', 'first', 'last', 'smallest', 'largest'],
    rows: panels.flatMap(({ yTitle, series }) =>
      series.map(({ name, y }) => {
        const finite = y.filter(Number.isFinite);
        if (finite.length === 0) return [yTitle, name, y.length, '', '', '', ''];
        const [smallest, largest] = rangeOfValues(finite);
        return [yTitle, name, y.length, y[0]!, y[y.length - 1]!, smallest, largest];
      }),
    ),
  };
}

function rangeOfValues(values: readonly number[]): [number, number] {
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}
