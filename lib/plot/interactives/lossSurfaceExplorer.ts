/**
 * The loss over two weights, to walk on: by hand, and by gradient descent at a rate that the reader chooses.
 * Flow: examples, a softmax classifier → **lossSurfaceExplorer** → Interactive → `show`.
 */
import { checkAxes, checkFinite, checkShape } from '../../check/arrays';
import { checkInteger } from '../../check/numbers';
import { dense } from '../../layers/dense';
import { type NdArray, ndarray } from '../../types/ndarray';
import type { SurfaceAxis } from '../lossSurface';
import type { Interactive } from './interactive';
import type { LossSurfaceData } from './lossSurfaceData';
import { lossSurfacePicture } from './lossSurfacePicture';
import type { TwoWeights } from './twoWeights';

/** One of the two weights that move, with its name and its range on the map. */
export interface MovingWeight extends SurfaceAxis {
  /** Its row in the kernel: the input it is multiplied by; `'bias'` for a weight of the bias. */
  readonly input: number | 'bias';
  /** Its column: the class whose logit it takes part in. */
  readonly unit: number;
}

/** The classifier of a `lossSurfaceExplorer`, its digits, and the two weights that move. */
export interface LossSurfaceExplorerOptions {
  /** `[examples, inputs]`, what the classifier sees. */
  readonly inputs: NdArray;
  /** `[examples, classes]`, one-hot or smoothed; at most 3 000 numbers. */
  readonly labels: NdArray;
  /** `[inputs, classes]`; the two weights start with the values they have here. */
  readonly kernel: NdArray;
  /** `[classes]`. */
  readonly bias: NdArray;
  readonly x: MovingWeight;
  readonly y: MovingWeight;
  /** Where its slider begins, 0.001 to 1 000; 1 when left out. */
  readonly learningRate?: number;
}

/** The map takes over a thousand losses, each over all examples, whenever a page is opened. */
const MOST_LABELS = 3000;

/**
 * The cross-entropy of `softmax(dense(inputs, kernel, bias))` as a map over two of its weights, all others held
 * still. The point can be dragged; an arrow shows where the next step would lead; steps leave a path and a curve
 * of the loss. A rate that is too large jumps over the valley and up the other side.
 *
 * One neuron is a classifier of two classes whose first column is 0. The page gets the logits with seven digits.
 *
 * @throws RangeError if shapes do not fit, a number is not finite, the two weights are one, a range does not go
 *   upwards or does not hold its weight, or one range is more than four times as long as the other.
 * @example show(lossSurfaceExplorer({ inputs, labels: oneHot(digits.labels, 10), kernel, bias,
 *   x: { title: 'weight of the centre', input: 24, unit: 0, range: [-4, 4] },
 *   y: { title: 'bias', input: 'bias', unit: 0, range: [-4, 4] } }))
 * @see Derived in notebooks/05-cross-entropy.
 */
export function lossSurfaceExplorer(options: LossSurfaceExplorerOptions): Interactive {
  const { x, y, learningRate = 1 } = options;
  checkArguments(options);
  if (!(learningRate >= 0.001 && learningRate <= 1000)) {
    throw new RangeError(`lossSurfaceExplorer: learningRate must be in [0.001, 1000], got ${learningRate}`);
  }
  const data: LossSurfaceData = {
    model: onlyTwoMove(options),
    x: { title: x.title, range: x.range },
    y: { title: y.title, range: y.range },
    start: [weightAt(options, x), weightAt(options, y)],
    learningRate,
  };
  return { page: 'lossSurfaceExplorer', data, ...lossSurfacePicture(data) };
}

/** All logits with both weights at 0, and the two columns of inputs that the weights are multiplied by. */
function onlyTwoMove({ inputs, labels, kernel, bias, x, y }: LossSurfaceExplorerOptions): TwoWeights {
  const [examples, classes] = labels.shape as [number, number];
  const still = {
    kernel: ndarray(kernel.shape, kernel.data.slice()),
    bias: ndarray([classes], bias.data.slice()),
  };
  for (const { input, unit } of [x, y]) {
    if (input === 'bias') still.bias.data[unit] = 0;
    else still.kernel.data[input * classes + unit] = 0;
  }
  const column = ({ input }: MovingWeight, row: number) =>
    input === 'bias' ? 1 : inputs.data[row * inputs.shape[1]! + input]!;
  const columns = Array.from({ length: examples }, (_, row) => [column(x, row), column(y, row)]);
  const sevenDigits = (values: ArrayLike<number>) =>
    Array.from(values, value => Number(value.toPrecision(7)));
  return {
    labels,
    fixed: ndarray(labels.shape, sevenDigits(dense(inputs, still.kernel, still.bias).data)),
    inputs: ndarray([examples, 2], sevenDigits(columns.flat())),
    units: [x.unit, y.unit],
  };
}

function weightAt({ kernel, bias }: LossSurfaceExplorerOptions, { input, unit }: MovingWeight): number {
  return input === 'bias' ? bias.data[unit]! : kernel.data[input * kernel.shape[1]! + unit]!;
}

function checkArguments(options: LossSurfaceExplorerOptions): void {
  const caller = 'lossSurfaceExplorer';
  const { inputs, labels, kernel, bias, x, y } = options;
  checkAxes(caller, 'inputs', inputs, ['examples', 'inputs'], []);
  checkAxes(caller, 'labels', labels, ['examples', 'classes'], []);
  if (labels.data.length > MOST_LABELS) {
    throw new RangeError(
      `${caller}: labels must hold at most ${MOST_LABELS} numbers, got ${labels.data.length}`,
    );
  }
  checkShape(caller, 'labels', labels, [inputs.shape[0]!, labels.shape[1]!]);
  checkShape(caller, 'kernel', kernel, [inputs.shape[1]!, labels.shape[1]!]);
  checkShape(caller, 'bias', bias, [labels.shape[1]!]);
  for (const name of ['inputs', 'kernel', 'bias'] as const) checkFinite(caller, name, options[name]);
  for (const name of ['x', 'y'] as const) checkWeight(caller, name, options);
  if (x.input === y.input && x.unit === y.unit) {
    throw new RangeError(
      `${caller}: x and y must be two weights, got input ${x.input}, unit ${x.unit} twice`,
    );
  }
  const lengths = [x, y].map(({ range: [low, high] }) => high - low);
  const ratio = Math.max(...lengths) / Math.min(...lengths);
  if (ratio > 4) {
    throw new RangeError(
      `${caller}: x.range and y.range must be equally long up to a factor of 4, got ${Number(ratio.toPrecision(3))}`,
    );
  }
}

function checkWeight(caller: string, name: 'x' | 'y', options: LossSurfaceExplorerOptions): void {
  const { [name]: weight, kernel } = options;
  const [low, high] = weight.range;
  const [inputs, classes] = kernel.shape as [number, number];
  if (weight.input !== 'bias') checkInteger(caller, `${name}.input`, weight.input, 0, inputs - 1);
  checkInteger(caller, `${name}.unit`, weight.unit, 0, classes - 1);
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) {
    throw new RangeError(`${caller}: ${name}.range must go from low to high, got [${low}, ${high}]`);
  }
  const value = weightAt(options, weight);
  if (value < low || value > high) {
    throw new RangeError(
      `${caller}: ${name}.range must hold the weight's value ${Number(value.toPrecision(4))}, got [${low}, ${high}]`,
    );
  }
}
