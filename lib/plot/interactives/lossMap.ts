/**
 * The loss seen from above, with the way that gradient descent takes over it.
 * Flow: lossGrid → **lossMap** (plotAxes, contours) → still picture, page.
 */
import { seriesStyle } from '../theme';
import { contour } from './contours';
import { type LossGrid, POINTS } from './lossGrid';
import type { LossSurfaceData } from './lossSurfaceData';
import { AXIS_BELOW, AXIS_LEFT, at, type PlotArea, type PlotAxes, plotAxes } from './plotAxes';
import type { Point } from './twoWeights';

/** The longer side of the map itself. */
const SIDE = 340;
const MARGIN = 12;
/** The length of the arrow, whatever the slope: it stays in sight beside the point. */
const ARROW = 44;

export interface LossMap {
  readonly width: number;
  readonly height: number;
  /** The map as it is before anyone walks on it, as SVG. */
  readonly ground: string;
  readonly axes: PlotAxes;
  readonly area: PlotArea;
}

/**
 * The longer range takes the longer side and both have one scale, so that the way downhill crosses the lines at a
 * right angle.
 *
 * @param image the heights as a picture of `POINTS` × `POINTS` pixels, as a `data:` address.
 */
export function lossMap({ x, y }: Pick<LossSurfaceData, 'x' | 'y'>, grid: LossGrid, image: string): LossMap {
  const [wide, high] = [x.range[1] - x.range[0], y.range[1] - y.range[0]];
  const unit = SIDE / Math.max(wide, high);
  const area = { left: AXIS_LEFT, top: MARGIN, width: wide * unit, height: high * unit };
  const axes = plotAxes(x, y, area);
  const [width, height] = [area.width / (POINTS - 1), area.height / (POINTS - 1)];
  const lines = grid.levels.map(level => {
    const d = contour(grid.rows, level).map(([x1, y1, x2, y2]) => {
      const [left, top] = [area.left + x1 * width, area.top + y1 * height];
      return `M${at(left)} ${at(top)}L${at(area.left + x2 * width)} ${at(area.top + y2 * height)}`;
    });
    return `<path d="${d.join('')}" fill="none" stroke="currentColor" stroke-opacity="0.55"/>`;
  });
  // The outermost pixels stand on the border: half of each lies outside and is cut off by the inner <svg>.
  const ground =
    `<svg x="${area.left}" y="${area.top}" width="${at(area.width)}" height="${at(area.height)}">` +
    `<image x="${at(-width / 2)}" y="${at(-height / 2)}" width="${at(area.width + width)}" ` +
    `height="${at(area.height + height)}" preserveAspectRatio="none" href="${image}"/></svg>` +
    `${lines.join('')}${axes.drawn}`;
  return {
    width: AXIS_LEFT + area.width + MARGIN,
    height: MARGIN + area.height + AXIS_BELOW,
    ground,
    axes,
    area,
  };
}

/**
 * The heights as red, green, blue and alpha: the higher, the bluer, on whatever page lies below. The colour rises
 * with the root of the height, as the lines do.
 */
export function heightPixels({ rows, lowest, highest }: LossGrid): Uint8Array {
  const hue = Number.parseInt(seriesStyle(0).color.slice(1), 16);
  const range = highest - lowest || 1;
  const pixels = rows
    .flat()
    .flatMap(loss => [hue >> 16, (hue >> 8) & 255, hue & 255, 190 * Math.sqrt((loss - lowest) / range)]);
  return Uint8Array.from(pixels, Math.round);
}

/** The way so far, an arrow downhill, and a ring where the next step leads; what lies beside the map is cut off. */
export function wayOnMap({ axes, area }: LossMap, path: readonly Point[], next: Point): string {
  const { color } = seriesStyle(1);
  const place = ([x, y]: Point): Point => [axes.x(x) - area.left, axes.y(y) - area.top];
  const places = path.map(place);
  const points = places.map(([x, y]) => `${at(x)},${at(y)}`).join(' ');
  const dots = places.map(([x, y]) => `<circle cx="${at(x)}" cy="${at(y)}" r="3" fill="${color}"/>`);
  return (
    `<svg x="${area.left}" y="${area.top}" width="${at(area.width)}" height="${at(area.height)}">` +
    `<polyline points="${points}" fill="none" stroke="${color}" stroke-width="2"/>` +
    `${dots.join('')}${nextStep(places.at(-1)!, place(next))}</svg>`
  );
}

/** All in white with a dark edge, so that it is seen at any height. */
function nextStep([x1, y1]: Point, [x2, y2]: Point): string {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length === 0) return '';
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const corner = (along: number, aside: number) =>
    `${at(x1 + along * ux - aside * uy)} ${at(y1 + along * uy + aside * ux)}`;
  const shaft = `M${at(x1)} ${at(y1)}L${corner(ARROW - 9, 0)}`;
  const tip = `M${corner(ARROW, 0)}L${corner(ARROW - 11, 6)}L${corner(ARROW - 11, -6)}Z`;
  const line = `M${at(x1)} ${at(y1)}L${at(x2)} ${at(y2)}`;
  const ring = `<circle class="next" cx="${at(x2)}" cy="${at(y2)}" r="7"`;
  return (
    `<g fill="none" stroke="#000"><path d="${line}" stroke-width="3"/>${ring} stroke-width="5"/>` +
    `<path d="${shaft}" stroke-width="6"/><path d="${tip}" stroke-width="3" stroke-linejoin="round"/></g>` +
    `<g fill="none" stroke="#fff"><path d="${line}" stroke-width="1.5" stroke-dasharray="4 3"/>${ring} stroke-width="2.5"/>` +
    `<path d="${shaft}" stroke-width="3"/><path d="${tip}" fill="#fff" stroke="none"/></g>`
  );
}
