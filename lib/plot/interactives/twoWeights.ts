/**
 * A softmax classifier in which two weights can move and all else stands still.
 * Flow: kernel, bias, examples → **twoWeights** (dense, softmaxCrossEntropy) → loss map, gradient descent.
 */
import { dense, denseGradient } from '../../layers/dense';
import { softmaxCrossEntropy, softmaxCrossEntropyGradient } from '../../layers/softmaxCrossEntropy';
import { type NdArray, ndarray } from '../../types/ndarray';
import type { PlainArray } from './plainArray';

/** Values of the two weights. */
export type Point = readonly [x: number, y: number];

/**
 * What is left of the classifier when only two weights move:
 *
 *     logits = fixed + inputs · kernel,   kernel all 0 but for the two weights, each in the column of its class
 */
export interface TwoWeights<Numbers extends PlainArray = NdArray> {
  /** `[examples, classes]`, each row a distribution. */
  readonly labels: Numbers;
  /** `[examples, classes]`: the logits when both weights are 0. */
  readonly fixed: Numbers;
  /** `[examples, 2]`: what the two weights are multiplied by. */
  readonly inputs: Numbers;
  /** Whose logit each of the two weights takes part in. */
  readonly units: readonly [number, number];
}

/** The same after its way through JSON. */
export function readTwoWeights({ labels, fixed, inputs, units }: TwoWeights<PlainArray>): TwoWeights {
  const read = ({ shape, data }: PlainArray) => ndarray(shape, data);
  return { labels: read(labels), fixed: read(fixed), inputs: read(inputs), units };
}

/** The mean loss of the examples, in nats. */
export function lossAt(model: TwoWeights, point: Point): number {
  return softmaxCrossEntropy(model.labels, logitsAt(model, point));
}

/** How fast the loss rises with each of the two weights. */
export function slopesAt(model: TwoWeights, point: Point): Point {
  const upstream = softmaxCrossEntropyGradient(model.labels, logitsAt(model, point));
  const { kernel } = denseGradient(upstream, model.inputs, kernelAt(model, point));
  const [x, y] = places(model);
  return [kernel.data[x]!, kernel.data[y]!];
}

/** Where a step of gradient descent leads. */
export function stepFrom(model: TwoWeights, point: Point, learningRate: number): Point {
  const [dx, dy] = slopesAt(model, point);
  return [point[0] - learningRate * dx, point[1] - learningRate * dy];
}

function logitsAt(model: TwoWeights, point: Point): NdArray {
  const classes = model.fixed.shape[1]!;
  const moving = dense(model.inputs, kernelAt(model, point), ndarray([classes]));
  return ndarray(
    model.fixed.shape,
    model.fixed.data.map((logit, index) => logit + moving.data[index]!),
  );
}

/** `[2, classes]`. */
function kernelAt(model: TwoWeights, point: Point): NdArray {
  const kernel = ndarray([2, model.fixed.shape[1]!]);
  places(model).forEach((place, axis) => {
    kernel.data[place] = point[axis]!;
  });
  return kernel;
}

/** Where the two weights stand in the moving kernel. */
function places({ units, fixed }: TwoWeights): readonly [number, number] {
  return [units[0], fixed.shape[1]! + units[1]];
}
