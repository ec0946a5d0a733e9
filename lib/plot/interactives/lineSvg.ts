/**
 * A few lines over a number, as a small picture that a page draws anew at every move.
 * Flow: numbers → **lineSvg** (plotAxes) → shift test, loss surface explorer.
 */
import { escapeHtml } from '../escapeHtml';
import { seriesStyle } from '../theme';
import { AXIS_BELOW, AXIS_LEFT, at, type PlotAxis, plotAxes } from './plotAxes';

export interface SmallLine {
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export interface LineSvgOptions {
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  /** Where on the x axis the reader is. */
  readonly now?: number;
  /** What the lines show, for a reader who does not see them. */
  readonly alt: string;
}

export const LINE_WIDTH = 380;
export const LINE_HEIGHT = 230;
const DASHES: readonly string[] = ['', '7 4'];

/**
 * One line, or two with a legend: they are told apart by colour, dash and marker. The `<svg>` is meant to stand inside
 * a page or another picture.
 */
export function lineSvg(lines: readonly SmallLine[], { x, y, now, alt }: LineSvgOptions): string {
  const top = lines.length < 2 ? 8 : 30;
  const area = {
    left: AXIS_LEFT,
    top,
    width: LINE_WIDTH - AXIS_LEFT - 12,
    height: LINE_HEIGHT - top - AXIS_BELOW,
  };
  const axes = plotAxes(x, y, area);
  const rule =
    now === undefined
      ? ''
      : `<path d="M${at(axes.x(now))} ${area.top}v${area.height}" stroke="currentColor" stroke-width="2"/>`;
  const drawn = lines.map((line, index) => {
    const places = line.x.map((value, i) => [at(axes.x(value)), at(axes.y(line.y[i]!))] as const);
    return `${stroke(places.map(place => place.join(',')).join(' '), index)}${places
      .map(place => marker(...place, index))
      .join('')}`;
  });
  const legend = (lines.length < 2 ? [] : lines).map((line, index) => {
    const left = AXIS_LEFT + index * ((LINE_WIDTH - AXIS_LEFT) / 2);
    return (
      `${stroke(`${left},12 ${left + 30},12`, index)}${marker(String(left + 15), '12', index)}` +
      `<text x="${left + 36}" y="16" fill="currentColor">${escapeHtml(line.name)}</text>`
    );
  });
  return (
    `<svg viewBox="0 0 ${LINE_WIDTH} ${LINE_HEIGHT}" font-size="12" ` +
    `role="img" aria-label="${escapeHtml(alt)}">${axes.drawn}${rule}${drawn.join('')}${legend.join('')}</svg>`
  );
}

function stroke(points: string, index: number): string {
  const dash = DASHES[index] === '' ? '' : ` stroke-dasharray="${DASHES[index]}"`;
  return `<polyline points="${points}" fill="none" stroke="${seriesStyle(index).color}" stroke-width="2"${dash}/>`;
}

function marker(x: string, y: string, index: number): string {
  const { color } = seriesStyle(index);
  return index === 0
    ? `<circle cx="${x}" cy="${y}" r="3.5" fill="${color}"/>`
    : `<rect x="${at(Number(x) - 3.5)}" y="${at(Number(y) - 3.5)}" width="7" height="7" fill="${color}"/>`;
}
