/**
 * What is drawn onto a loss map: arrows downhill, and the way that gradient descent took.
 * Flow: lossSurface → **lossMarks**.
 */
import type { Trace } from './figure';
import { seriesStyle } from './theme';

type Range = readonly [low: number, high: number];

/** Arrows along the longer side; the longest is as long as the distance between two, less a little air. */
const ARROWS = 9;
const ARROW_COLOR = '#1a1a1a';

/**
 * Arrows against the gradient on a grid, their lengths as its lengths; where it is not finite, none.
 *
 * One trace for all: from tail to tip, then a gap. Only the tip has a marker, turned along the line.
 */
export function downhillArrows(
  gradient: (x: number, y: number) => readonly [number, number],
  xRange: Range,
  yRange: Range,
): Trace {
  const spacing = Math.max(xRange[1] - xRange[0], yRange[1] - yRange[0]) / ARROWS;
  const slopes = positions(yRange, spacing)
    .flatMap(y => positions(xRange, spacing).map(x => ({ x, y, slope: gradient(x, y) })))
    .map(({ x, y, slope: [dx, dy] }) => ({ x, y, dx, dy, size: Math.hypot(dx, dy) }))
    .filter(({ size }) => Number.isFinite(size) && size > 0);
  const steepest = slopes.reduce((most, { size }) => Math.max(most, size), 0);
  const moved = (from: number, slope: number) => from - 0.9 * spacing * (slope / steepest);
  return {
    type: 'scatter',
    mode: 'lines+markers',
    x: slopes.flatMap(({ x, dx }) => [x, moved(x, dx), null]),
    y: slopes.flatMap(({ y, dy }) => [y, moved(y, dy), null]),
    line: { color: ARROW_COLOR, width: 1.5 },
    marker: {
      symbol: 'arrow',
      angleref: 'previous',
      color: ARROW_COLOR,
      size: slopes.flatMap(() => [0, 10, 0]),
      opacity: 1, // marks of several sizes would be see-through, with a white edge
      line: { width: 0 },
    },
    hoverinfo: 'skip',
    showlegend: false,
  };
}

/** The middles of as many equal parts as fit. */
function positions([low, high]: Range, spacing: number): readonly number[] {
  const count = Math.max(1, Math.round((high - low) / spacing));
  return Array.from({ length: count }, (_, i) => low + ((i + 0.5) * (high - low)) / count);
}

/** The steps as a line with a dot each; start and end have marks and names of their own. */
export function pathMarks(path: readonly (readonly [x: number, y: number])[]): readonly Trace[] {
  const { color } = seriesStyle(1);
  const mark = (name: string, shown: typeof path, symbol: string, size: number, mode: string): Trace => ({
    type: 'scatter',
    mode,
    name,
    x: shown.map(([x]) => x),
    y: shown.map(([, y]) => y),
    line: { color, width: 2 },
    marker: { color, symbol, size, line: { color: '#ffffff', width: mode === 'markers' ? 1.5 : 0 } },
    hovertemplate: '%{x:.4~g}, %{y:.4~g}',
  });
  return [
    mark('gradient descent', path, 'circle', 5, 'lines+markers'),
    mark('start', path.slice(0, 1), 'square', 12, 'markers'),
    mark('end', path.slice(-1), 'star', 16, 'markers'),
  ];
}
