/**
 * The last state of a live board as an interactive figure.
 * Flow: liveBoard → **boardFigure** → Figure.
 */
import { averagePoints } from '../plot/averagePoints';
import { axisName } from '../plot/axisName';
import { BOARD_HEIGHT, type Board, type BoardLine } from '../plot/boardSvg';
import type { Figure, FigureTable, Layout, Trace } from '../plot/figure';
import { formatNumber } from '../plot/formatNumber';
import { plotText, seriesStyle, themedAxis, themedLayout } from '../plot/theme';

/** The board's panels side by side, each with its own axes; the table has one row per series. */
export function boardFigure(board: Board): Figure & { readonly table: FigureTable } {
  const { title, note, xTitle, panels } = board;
  const axes: Record<string, Layout> = {};
  panels.forEach(({ yTitle }, index) => {
    const gap = index === 0 ? 0 : 0.14; // room for the axis title between panels
    const domain = [index / panels.length + gap, (index + 1) / panels.length];
    axes[axisName('xaxis', index)] = themedAxis(xTitle, { domain, anchor: axisName('y', index) });
    axes[axisName('yaxis', index)] = themedAxis(yTitle, { anchor: axisName('x', index) });
  });
  const lines = panels.flatMap((panel, index) => panel.lines.map(line => ({ line, index })));
  return {
    data: lines.map(({ line, index }) => drawLine(line, index)),
    layout: withNote(
      themedLayout(title, { height: BOARD_HEIGHT + 40, showlegend: lines.length > 1, ...axes }),
      note,
    ),
    alt: describe(board),
    table: {
      columns: ['series', 'points', 'first', 'last', 'smallest', 'largest'],
      rows: lines.map(({ line }) => summarise(line)),
    },
  };
}

/** The note as a second, smaller line of the title, and room for it and a legend of two lines. */
function withNote(layout: Layout, note: string): Layout {
  const subtitle = { text: plotText(note), font: { size: 13 } };
  const { title, margin, showlegend } = layout as { title: object; margin: object; showlegend: boolean };
  return { ...layout, title: { ...title, subtitle }, margin: { ...margin, t: showlegend ? 112 : 68 } };
}

function drawLine({ name, style, x, y }: BoardLine, panel: number): Trace {
  const { color, dash, marker } = seriesStyle(style);
  const points = averagePoints(x, y); // thousands would only make the notebook's file large
  return {
    type: 'scatter',
    mode: points.length <= 30 ? 'lines+markers' : 'lines',
    name: plotText(name),
    x: points.map(([px]) => px),
    y: points.map(([, py]) => Number(py.toPrecision(4))),
    xaxis: axisName('x', panel),
    yaxis: axisName('y', panel),
    line: { color, dash, width: 2 },
    marker: { color, symbol: marker, size: 8 },
  };
}

function summarise({ name, y }: BoardLine): readonly (string | number)[] {
  if (y.length === 0) return [name, 0, '', '', '', ''];
  const smallest = y.reduce((low, value) => Math.min(low, value));
  const largest = y.reduce((high, value) => Math.max(high, value));
  return [name, y.length, y[0]!, y.at(-1)!, smallest, largest];
}

function describe({ title, note, xTitle, panels }: Board): string {
  const filled = panels.flatMap(panel => panel.lines).filter(line => line.y.length > 0);
  const courses = filled.map(
    ({ name, y }) => `${name}: ${formatNumber(y[0]!)} to ${formatNumber(y.at(-1)!)}.`,
  );
  return [`Line charts by ${xTitle}. ${title}${note && `: ${note}`}.`, ...courses].join(' ');
}
