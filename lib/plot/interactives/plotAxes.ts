/**
 * Two axes with round numbers, for the small plots of the interactives.
 * Flow: **plotAxes** → lossMap, lineSvg.
 *
 * Everything is drawn in `currentColor`: a page's ink follows its light or dark, a still picture sets its own.
 */
import { escapeHtml } from '../escapeHtml';
import { niceTicks } from '../niceTicks';
import { shortText } from './numberText';

export interface PlotAxis {
  /** With its unit: `'shift (pixels)'`. */
  readonly title: string;
  readonly range: readonly [low: number, high: number];
}

/** Where the plot lies in the picture, in its pixels. */
export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PlotAxes {
  /** Ticks, numbers and titles, as SVG. */
  readonly drawn: string;
  /** From a number to its place in the picture. */
  x(value: number): number;
  y(value: number): number;
}

/** Room that the numbers and the title of an axis need. */
export const AXIS_LEFT = 48;
export const AXIS_BELOW = 38;

export function plotAxes(xAxis: PlotAxis, yAxis: PlotAxis, area: PlotArea): PlotAxes {
  const { left, top, width, height } = area;
  const bottom = top + height;
  const x = scale(xAxis.range, left, left + width);
  const y = scale(yAxis.range, bottom, top);
  const middle = top + height / 2;
  const marks = [
    ...niceTicks(...xAxis.range, 5).map(
      tick =>
        `<path d="M${at(x(tick))} ${bottom}v4"/>` +
        `<text x="${at(x(tick))}" y="${bottom + 17}" text-anchor="middle">${shortText(tick)}</text>`,
    ),
    ...niceTicks(...yAxis.range, 5).map(
      tick =>
        `<path d="M${left} ${at(y(tick))}h-4"/>` +
        `<text x="${left - 7}" y="${at(y(tick) + 4)}" text-anchor="end">${shortText(tick)}</text>`,
    ),
    `<text x="${left + width / 2}" y="${bottom + 34}" text-anchor="middle">${escapeHtml(xAxis.title)}</text>`,
    `<text x="12" y="${middle}" text-anchor="middle" transform="rotate(-90 12 ${middle})">${escapeHtml(yAxis.title)}</text>`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="none" stroke-opacity="0.5"/>`,
  ];
  const drawn =
    `<g stroke="currentColor" fill="currentColor" font-size="12">` +
    `${marks.join('').replaceAll('<text ', '<text stroke="none" ')}</g>`;
  return { drawn, x, y };
}

function scale([low, high]: readonly [number, number], from: number, to: number): (value: number) => number {
  return value => from + ((value - low) / (high - low)) * (to - from);
}

/** A place in a picture with a tenth of a pixel. @example at(1.25) // '1.3' */
export function at(position: number): string {
  return String(Math.round(position * 10) / 10);
}
