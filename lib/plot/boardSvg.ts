/**
 * A frame of a live board: line panels side by side, drawn in a millisecond or two without plotly.
 * Flow: liveBoard → **boardSvg** (niceTicks, theme) → notebook output.
 */
import { averagePoints } from './averagePoints';
import { escapeHtml } from './escapeHtml';
import { formatNumber } from './formatNumber';
import { niceTicks } from './niceTicks';
import { FONT_FAMILY, GRID_COLOR, seriesStyle, TEXT_COLOR } from './theme';

/** A line of a panel; its style is that of the series number `style`. */
export interface BoardLine {
  readonly name: string;
  readonly style: number;
  readonly x: readonly number[];
  readonly y: readonly number[];
}
/** A chart of the board: lines with a y-axis in common. */
export interface BoardPanel {
  readonly yTitle: string;
  readonly lines: readonly BoardLine[];
}
/** All that is on the board at one moment. */
export interface Board {
  readonly title: string;
  /** The numbers of the moment: epoch, loss, speed, … */
  readonly note: string;
  readonly xTitle: string;
  readonly panels: readonly BoardPanel[];
}

export const BOARD_WIDTH = 720;
export const BOARD_HEIGHT = 320;
const TOP = 64;
const BOTTOM = 44;
const LEFT = 56;
const RIGHT = 12;
const DASHES: Readonly<Record<string, string>> = {
  solid: '',
  dash: '8 5',
  dot: '2 4',
  dashdot: '8 4 2 4',
  longdash: '14 5',
  longdashdot: '14 4 2 4',
};

/** The board as it stands, as an SVG with a transparent background; `alt` is its description. */
export function boardSvg(board: Board, alt: string): string {
  const width = BOARD_WIDTH / board.panels.length;
  const panels = board.panels.map((panel, index) =>
    drawPanel(panel, board.xTitle, {
      left: index * width + LEFT,
      right: (index + 1) * width - RIGHT,
      top: TOP + 20 * panel.lines.length,
      bottom: BOARD_HEIGHT - BOTTOM,
    }),
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${BOARD_WIDTH}" height="${BOARD_HEIGHT}" ` +
    `viewBox="0 0 ${BOARD_WIDTH} ${BOARD_HEIGHT}" font-family="${FONT_FAMILY}" font-size="13" ` +
    `fill="${TEXT_COLOR}" role="img"><title>${escapeHtml(alt)}</title>` +
    `${text(board.title, LEFT, 20, 'font-size="17"')}${text(board.note, LEFT, 44)}${panels.join('')}</svg>`
  );
}

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function drawPanel({ yTitle, lines }: BoardPanel, xTitle: string, area: Area): string {
  const xRange = rangeOf(lines.flatMap(line => extent(line.x)));
  const yRange = rangeOf(lines.flatMap(line => extent(line.y)));
  const x = (value: number) =>
    area.left + ((value - xRange[0]) / (xRange[1] - xRange[0])) * (area.right - area.left);
  const y = (value: number) =>
    area.bottom - ((value - yRange[0]) / (yRange[1] - yRange[0])) * (area.bottom - area.top);
  const middle = (area.top + area.bottom) / 2;
  const turned = `text-anchor="middle" transform="rotate(-90 ${area.left - 42} ${middle})"`;
  return [
    ...niceTicks(...yRange, 4).map(
      tick =>
        rule(area.left, y(tick), area.right, y(tick)) +
        text(formatNumber(tick), area.left - 6, y(tick) + 4, 'text-anchor="end"'),
    ),
    ...niceTicks(...xRange, 6).map(
      tick =>
        rule(x(tick), area.bottom, x(tick), area.bottom + 4) +
        text(formatNumber(tick), x(tick), area.bottom + 18, 'text-anchor="middle"'),
    ),
    text(xTitle, (area.left + area.right) / 2, area.bottom + 36, 'text-anchor="middle"'),
    text(yTitle, area.left - 42, middle, turned),
    ...lines.map((line, index) => drawLegend(line, area.left, area.top - 20 * (lines.length - index) + 6)),
    ...lines.map(line => drawLine(line, x, y)),
  ].join('');
}

function drawLine(line: BoardLine, x: (value: number) => number, y: (value: number) => number): string {
  const { color } = seriesStyle(line.style);
  const points = averagePoints(line.x, line.y).map(([px, py]) => `${x(px).toFixed(1)},${y(py).toFixed(1)}`);
  const last = points.at(-1)?.split(',');
  const dot = last === undefined ? '' : `<circle cx="${last[0]}" cy="${last[1]}" r="4" fill="${color}"/>`;
  return `<polyline points="${points.join(' ')}" fill="none" ${stroke(line.style)}/>${dot}`;
}

function drawLegend({ name, style, y }: BoardLine, left: number, height: number): string {
  const latest = y.length === 0 ? '' : ` ${formatNumber(y.at(-1)!)}`;
  return (
    `<line x1="${left}" y1="${height - 4}" x2="${left + 28}" y2="${height - 4}" ${stroke(style)}/>` +
    text(name + latest, left + 34, height)
  );
}

function stroke(style: number): string {
  const { color, dash } = seriesStyle(style);
  return `stroke="${color}" stroke-width="2" stroke-dasharray="${DASHES[dash]}"`;
}

function rule(x1: number, y1: number, x2: number, y2: number): string {
  const [a, b, c, d] = [x1, y1, x2, y2].map(value => value.toFixed(1));
  return `<line x1="${a}" y1="${b}" x2="${c}" y2="${d}" stroke="${GRID_COLOR}"/>`;
}

function text(content: string, x: number, y: number, attributes: string = ''): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${attributes}>${escapeHtml(content)}</text>`;
}

function extent(values: readonly number[]): readonly number[] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : [];
}

/** Smallest and largest of the values, never equal. */
function rangeOf(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0) return [0, 1];
  if (low < high) return [low, high];
  const room = Math.abs(low) * 0.1 || 1;
  return [low - room, low + room];
}
