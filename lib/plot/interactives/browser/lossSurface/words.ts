/**
 * What happens on the map, in sentences that can be read aloud.
 * Flow: descent → **words** → explorer.
 */
import type { LossSurfaceData } from '../../lossSurfaceData';
import { equalsSign, numberText } from '../../numberText';
import type { Point } from '../../twoWeights';
import { type Descent, isFlat } from './descent';

type Axes = Pick<LossSurfaceData, 'x' | 'y'>;

/** Where the point is and how high. @example 'Loss 0.6931 nats at weight 0, bias −1.' */
export function placeText({ path, losses }: Descent, { x, y }: Axes): string {
  const [a, b] = path.at(-1)!;
  return `Loss ${numberText(losses.at(-1)!)} nats at ${x.title} ${numberText(a)}, ${y.title} ${numberText(b)}.`;
}

/** The next step worked out, one line for each weight. @example 'weight: 0 − 2 × (−0.25) = 0.5' */
export function stepLines(
  { path, slopes }: Descent,
  { x, y }: Axes,
  learningRate: number,
): readonly string[] {
  const point = path.at(-1)!;
  return [x, y].map(({ title }, axis) => {
    const [value, slope] = [point[axis]!, slopes[axis]!];
    const next = value - learningRate * slope;
    const sign =
      equalsSign(next) === '=' && equalsSign(slope) === '=' && equalsSign(value) === '=' ? '=' : '≈';
    return `${title}: ${numberText(value)} − ${numberText(learningRate)} × ${bracketed(slope)} ${sign} ${numberText(next)}`;
  });
}

/** What the last step did, and whether it was a good one. */
export function lastStepText({ path, losses, ...descent }: Descent, { x, y }: Axes): string {
  const steps = path.length - 1;
  if (steps === 0) return 'No steps yet.';
  const [before, after] = losses.slice(-2) as [number, number];
  const isOutside = [x, y].some(({ range: [low, high] }, axis) => {
    const value = path.at(-1)![axis]!;
    return value < low || value > high;
  });
  return [
    `${steps} ${steps === 1 ? 'step' : 'steps'}. In the last one the loss went from ${numberText(before)} to ${numberText(after)}.`,
    after > before ? 'Up! The step was too long: the rate is too large.' : '',
    isOutside ? 'The point has left the map.' : '',
    isFlat({ path, losses, ...descent }) ? 'Hardly any slope is left: this is the valley floor.' : '',
  ]
    .filter(text => text !== '')
    .join(' ');
}

function bracketed(slope: number): string {
  return slope < 0 ? `(${numberText(slope)})` : numberText(slope);
}

/** Both slopes in one line. */
export function slopeText([dx, dy]: Point, { x, y }: Axes): string {
  return `Slope of the loss: ${numberText(dx)} for ${x.title}, ${numberText(dy)} for ${y.title}.`;
}
