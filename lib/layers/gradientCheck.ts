/**
 * Is a gradient right? Nudge the input, see how the value moves, compare.
 * Flow: a function and its gradient by hand → **gradientCheck** → the proof.
 */
import { checkFinite, checkShape } from '../check/arrays';
import { checkBetween, checkInteger } from '../check/numbers';
import { createRandom } from '../random/random';
import { type NdArray, ndarray } from '../types/ndarray';

/** How to nudge. */
export interface GradientCheckOptions {
  /** Size of a nudge, > 0; 1e-5 when left out, where float64's rounding and the curve's bend are both small. */
  readonly step?: number;
  /** Nudge along this many random directions instead of every element: for inputs too large to try each number. */
  readonly directions?: number;
  /** Of the random directions, ≥ 0. */
  readonly seed?: number;
}

/** What the nudges showed. */
export interface GradientCheck {
  /**
   * The largest |analytic − numeric| / max(|analytic|, |numeric|, resolution) outside of kinks; below 1e-6 the
   * gradient is right. The resolution, 1e-8 · max(1, |f(x)|) / step, keeps rounding from looking like an error where
   * a slope is next to 0.
   */
  readonly maxRelativeError: number;
  /** Where it was found: an index into the input's numbers, or the number of the direction; −1 for an empty input. */
  readonly worstIndex: number;
  /** The slope that was claimed there, and the one that was measured. */
  readonly analytic: number;
  readonly numeric: number;
  /**
   * Indices (or directions) where the slope to the left differs from the slope to the right: the function has a
   * corner within reach of the nudge, as ReLU has at 0 and max pooling has at ties. No gradient is right there, so
   * they are left out of the comparison. Move the input a little, and no index should be left here.
   */
  readonly kinks: readonly number[];
}

/**
 * Compares a gradient with central differences.
 *
 *     numeric = (f(x + step · d) − f(x − step · d)) / (2 · step)        analytic = gradient · d
 *
 * d runs over the single elements, or over random directions of length 1.
 *
 * @param f from an array to one number, without randomness.
 * @param x where to check, any shape, finite. Not changed.
 * @param analytic the gradient of f at x, same shape.
 * @param options `step` (1e-5), `directions` (none: every element), `seed` (1).
 * @throws RangeError if the shapes differ, an array or f near x is not finite, or an option is out of range.
 * @example gradientCheck(x => x.data[0]! ** 2, ndarray([1], [3]), ndarray([1], [6])).maxRelativeError < 1e-6 // true
 * @see Baydin et al., Automatic Differentiation in Machine Learning: a Survey (2018), §2.1.
 *   Derived in notebooks/03-sigmoid.
 */
export function gradientCheck(
  f: (x: NdArray) => number,
  x: NdArray,
  analytic: NdArray,
  { step = 1e-5, directions, seed = 1 }: GradientCheckOptions = {},
): GradientCheck {
  checkFinite('gradientCheck', 'x', x);
  checkShape('gradientCheck', 'analytic', analytic, x.shape);
  checkFinite('gradientCheck', 'analytic', analytic);
  checkBetween('gradientCheck', 'step', step, 0, Number.POSITIVE_INFINITY);
  const resolution = (1e-8 * Math.max(1, Math.abs(valueAt(f, x, x.data, 0)))) / step;
  const kinks: number[] = [];
  let worst = { maxRelativeError: 0, worstIndex: -1, analytic: 0, numeric: 0 };
  let index = -1;
  for (const direction of nudges(x, directions, seed)) {
    index++;
    const along = (by: number): number => valueAt(f, x, direction, by);
    const claimed = direction.reduce((sum, part, i) => sum + part * analytic.data[i]!, 0);
    const numeric = (along(step) - along(-step)) / (2 * step);
    const error = Math.abs(claimed - numeric) / Math.max(Math.abs(claimed), Math.abs(numeric), resolution);
    if (error > SUSPICIOUS && isKink(along, step)) kinks.push(index);
    else if (error >= worst.maxRelativeError) {
      worst = { maxRelativeError: error, worstIndex: index, analytic: claimed, numeric };
    }
  }
  return { ...worst, kinks };
}

/** An error above this is either a wrong gradient or a kink. */
const SUSPICIOUS = 1e-6;

/**
 * Is there a corner within reach of the nudge? A smooth curve's slopes to the left and to the right come together
 * when the step is halved: their difference is halved too. At a corner it is not, or not at the second halving.
 */
function isKink(along: (by: number) => number, step: number): boolean {
  const here = along(0);
  const bend = (by: number): number => Math.abs(along(by) - 2 * here + along(-by)) / by;
  const [wide, half, quarter] = [bend(step), bend(step / 2), bend(step / 4)];
  const rounding = (1e-13 * Math.max(1, Math.abs(here))) / step;
  return wide > rounding && (Math.abs(half / wide - 0.5) > 0.1 || Math.abs(quarter / half - 0.5) > 0.1);
}

/** Every unit vector, or so many random directions of length 1. */
function* nudges(x: NdArray, directions: number | undefined, seed: number): Generator<Float64Array> {
  if (directions === undefined) {
    for (let i = 0; i < x.data.length; i++) {
      const unit = new Float64Array(x.data.length);
      unit[i] = 1;
      yield unit;
    }
    return;
  }
  checkInteger('gradientCheck', 'directions', directions, 1);
  const random = createRandom(seed);
  for (let i = 0; i < directions; i++) {
    const draw = x.data.map(() => random.normal());
    const length = Math.sqrt(draw.reduce((sum, part) => sum + part * part, 0));
    yield draw.map(part => part / length);
  }
}

/** f at x + by · direction. */
function valueAt(f: (x: NdArray) => number, x: NdArray, direction: Float64Array, by: number): number {
  const value = f(
    ndarray(
      x.shape,
      x.data.map((start, i) => start + by * direction[i]!),
    ),
  );
  if (!Number.isFinite(value)) throw new RangeError(`gradientCheck: f must be finite near x, got ${value}`);
  return value;
}
