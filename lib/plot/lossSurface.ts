/**
 * The loss over two parameters as a map, with the way downhill.
 * Flow: loss, gradient, steps taken → **lossSurface** (lossMarks, colorScale) → Figure → `show`.
 */
import { checkInteger } from '../check/numbers';
import { barMargin, chooseScale, colorBar } from './colorScale';
import type { Figure, FigureTable } from './figure';
import { formatNumber } from './formatNumber';
import { downhillArrows, pathMarks } from './lossMarks';
import { plotText, themedAxis, themedLayout } from './theme';

/** One of the two parameters. */
export interface SurfaceAxis {
  /** What it is called: `'weight'`. */
  readonly title: string;
  readonly range: readonly [low: number, high: number];
}

/** The two parameters of a `lossSurface`, and what is drawn over it. */
export interface LossSurfaceOptions {
  readonly title?: string;
  readonly x: SurfaceAxis;
  readonly y: SurfaceAxis;
  /** What the height means, with its unit; `'loss'` when not given. */
  readonly valueTitle?: string;
  /** The loss's gradient `[∂/∂x, ∂/∂y]`: arrows point against it. */
  readonly gradient?: (x: number, y: number) => readonly [number, number];
  /** Where gradient descent has been, from the first to the last step. */
  readonly path?: readonly (readonly [x: number, y: number])[];
  /** How many points the map is computed from in each direction, 31 when not given. */
  readonly points?: number;
  /** Replaces the description made from the losses. */
  readonly alt?: string;
}

/** The longer side of the map, in CSS pixels. */
const SIDE = 400;

/**
 * Lines of equal loss, seen from above; the darker, the higher. Both parameters have the same scale, so that an
 * arrow against the gradient crosses the lines at a right angle (if it does not, the gradient is wrong).
 *
 * @param loss called `points²` times.
 * @throws RangeError if a range does not go upwards or `points` is below 2.
 * @example lossSurface((w, b) => w * w + b * b, { x: { title: 'w', range: [-1, 1] }, y: { title: 'b', range: [-1, 1] } })
 * @see Used in notebooks/05-cross-entropy.
 */
export function lossSurface(loss: (x: number, y: number) => number, options: LossSurfaceOptions): Figure {
  const { x, y, valueTitle = 'loss', points = 31, gradient, path } = options;
  checkInteger('lossSurface', 'points', points, 2);
  const xs = gridPositions('x', x, points);
  const ys = gridPositions('y', y, points);
  const z = ys.map(b => xs.map(a => loss(a, b)));
  const { colorscale, zmin, zmax } = chooseScale(
    'lossSurface',
    z.flat(),
    { valueTitle, scale: 'sequential' },
    'sequential',
  );
  const longer = Math.max(x.range[1] - x.range[0], y.range[1] - y.range[0]);
  const pixels = ({ range }: SurfaceAxis) => (SIDE * (range[1] - range[0])) / longer;
  const top = (options.title === undefined ? 16 : 48) + (path === undefined ? 0 : 28);
  const right = barMargin(valueTitle);
  const axis = { showgrid: false, zeroline: false, constrain: 'domain' };
  return {
    data: [
      {
        type: 'contour',
        x: xs,
        y: ys,
        z: z.map(row => row.map(value => Number(value.toPrecision(4)))),
        colorscale,
        zmin,
        zmax,
        ncontours: 16,
        line: { color: '#333333', width: 0.5 },
        colorbar: colorBar(valueTitle, 'v'),
        hovertemplate: `${plotText(valueTitle)} %{z}<extra></extra>`,
        showlegend: false,
      },
      ...(gradient === undefined ? [] : [downhillArrows(gradient, x.range, y.range)]),
      ...(path === undefined ? [] : pathMarks(path)),
    ],
    layout: themedLayout(options.title, {
      width: pixels(x) + 64 + right,
      height: pixels(y) + top + 56,
      margin: { l: 64, r: right, t: top, b: 56 },
      xaxis: themedAxis(x.title, { ...axis, range: x.range }),
      yaxis: themedAxis(y.title, { ...axis, range: y.range, scaleanchor: 'x' }),
      showlegend: path !== undefined,
    }),
    alt: options.alt ?? describe(xs, ys, z, options),
    table: tabulate(xs, ys, z, options),
  };
}

function gridPositions(name: string, { range: [low, high] }: SurfaceAxis, points: number): readonly number[] {
  if (!(low < high)) {
    throw new RangeError(`lossSurface: ${name}.range must go from low to high, got [${low}, ${high}]`);
  }
  return Array.from({ length: points }, (_, index) => low + ((high - low) * index) / (points - 1));
}

function describe(
  xs: readonly number[],
  ys: readonly number[],
  z: readonly (readonly number[])[],
  { x, y, valueTitle = 'loss', gradient, path }: LossSurfaceOptions,
): string {
  const places = z.flatMap((row, j) => row.map((value, i) => ({ value, at: [xs[i]!, ys[j]!] as const })));
  const sorted = places.filter(({ value }) => Number.isFinite(value)).sort((a, b) => a.value - b.value);
  const where = (at: readonly [number, number]) =>
    `${x.title} ${rounded(at[0])}, ${y.title} ${rounded(at[1])}`;
  const [low, high] = [sorted[0], sorted.at(-1)];
  const spans = [x, y].map(({ title, range }) => `${title} (${rounded(range[0])} to ${rounded(range[1])})`);
  const [start, end] = [path?.[0], path?.at(-1)];
  return [
    `Contour map of ${valueTitle} over ${spans.join(' and ')}.`,
    low && high
      ? `Lowest ${rounded(low.value)} at ${where(low.at)}; highest ${rounded(high.value)} at ${where(high.at)}.`
      : 'No finite values.',
    ...(gradient === undefined ? [] : ['Arrows point downhill.']),
    ...(start && end
      ? [`A path of ${path!.length - 1} steps goes from ${where(start)} to ${where(end)}.`]
      : []),
  ].join(' ');
}

/** A coarse grid: nine positions in each direction at most. */
function tabulate(
  xs: readonly number[],
  ys: readonly number[],
  z: readonly (readonly number[])[],
  { x, y }: LossSurfaceOptions,
): FigureTable {
  const most = Math.min(9, xs.length);
  const kept = Array.from({ length: most }, (_, i) => Math.round((i * (xs.length - 1)) / (most - 1)));
  return {
    columns: [`${y.title} \\ ${x.title}`, ...kept.map(i => rounded(xs[i]!))],
    rows: kept.map(j => [ys[j]!, ...kept.map(i => z[j]![i]!)]),
  };
}

function rounded(value: number): string {
  return formatNumber(Number(value.toPrecision(3)));
}
