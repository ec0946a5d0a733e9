/**
 * Each operation of the graph: a value by hand, and its gradient against finite differences.
 */
import { test } from 'node:test';
import { oneHot } from '../../lib/encode/oneHot';
import { gradients } from '../../lib/graph/gradients';
import { Graph, type GraphNode } from '../../lib/graph/graph';
import * as op from '../../lib/graph/operations';
import { Session } from '../../lib/graph/session';
import { type NdArray, ndarray } from '../../lib/types/ndarray';
import { convolutions, law, poolings } from '../layers/arbitraries';
import { dot, randomArray } from '../layers/arrays';
import { assertClose, assertLossGradient, assertSame } from '../layers/assertions';

type Draw = (...inputs: GraphNode[]) => GraphNode;

/** The operation drawn on placeholders named 0, 1, …, the first with an open batch, and feeds for them. */
function drawn(draw: Draw, inputs: readonly NdArray[]) {
  const graph = new Graph();
  const places = inputs.map(({ shape }, index) =>
    graph.placeholder(`${index}`, index === 0 ? [null, ...shape.slice(1)] : shape),
  );
  return { graph, places, output: draw(...places), feeds: Object.fromEntries(inputs.entries()) };
}

function resultOf(draw: Draw, ...inputs: NdArray[]): NdArray {
  const { graph, output, feeds } = drawn(draw, inputs);
  return new Session(graph).run(output, feeds);
}

/** Finite differences of the operation's weighed result agree with `gradients`, for each input that is learned. */
function assertGradients(draw: Draw, inputs: readonly NdArray[], learned: readonly NdArray[] = inputs): void {
  const { graph, places, output, feeds } = drawn(draw, inputs);
  const session = new Session(graph);
  const upstream = randomArray(session.run(output, feeds).shape, 99);
  const loss = op.sum(op.multiply(output, graph.variable('upstream', upstream)));
  for (const input of learned) {
    const place = places[inputs.indexOf(input)]!;
    const weighed = (x: NdArray): number => dot(upstream, session.run(output, { ...feeds, [place.name]: x }));
    assertLossGradient(weighed, input, session.run(gradients(loss, [place]), feeds)[0]!);
  }
}

const row = (...numbers: number[]): NdArray => ndarray([1, numbers.length], numbers);

test('values by hand: numbers one by one, and all of them', () => {
  assertSame(resultOf(op.add, row(1, 2), row(10, 20)), [1, 2], [11, 22]);
  assertSame(resultOf(op.subtract, row(1, 2), row(10, 20)), [1, 2], [-9, -18]);
  assertSame(resultOf(op.multiply, row(1, 2), row(10, 20)), [1, 2], [10, 40]);
  assertSame(
    resultOf(x => op.scale(x, -3), row(1, 2)),
    [1, 2],
    [-3, -6],
  );
  assertSame(resultOf(op.scale, row(1, 2), ndarray([], [5])), [1, 2], [5, 10]);
  assertSame(resultOf(op.sum, ndarray([2, 2], [1, 2, 3, 4])), [], [10]);
  assertSame(resultOf(op.mean, ndarray([2, 2], [1, 2, 3, 4])), [], [2.5]);
  assertSame(resultOf(op.sum, ndarray([0, 2])), [], [0]);
});

test('values by hand: the fully connected layer', () => {
  assertSame(resultOf(op.matMul, row(1, 2), ndarray([2, 2], [3, 4, 5, 6])), [1, 2], [13, 16]);
  assertSame(resultOf(op.transpose, ndarray([2, 3], [1, 2, 3, 4, 5, 6])), [3, 2], [1, 4, 2, 5, 3, 6]);
  const bias = ndarray([2], [10, 20]);
  assertSame(resultOf(op.addBias, ndarray([2, 2], [1, 2, 3, 4]), bias), [2, 2], [11, 22, 13, 24]);
  assertSame(resultOf(op.flatten, ndarray([2, 1, 2, 1], [1, 2, 3, 4])), [2, 2], [1, 2, 3, 4]);
  assertSame(resultOf(op.relu, row(-1000, 0, 1000)), [1, 3], [0, 0, 1000]);
  assertSame(resultOf(op.sigmoid, row(-1000, 0, 1000)), [1, 3], [0, 0.5, 1]);
});

test('values by hand: images and the loss', () => {
  const images = ndarray([1, 1, 4, 1], [1, 2, 4, 8]);
  const kernel = ndarray([1, 2, 1, 1], [-1, 1]);
  assertSame(
    resultOf((x, kernel) => op.conv2d(x, kernel), images, kernel),
    [1, 1, 3, 1],
    [1, 2, 4],
  );
  const options = { padding: 'same', strides: 2 } as const;
  assertSame(
    resultOf((x, kernel) => op.conv2d(x, kernel, options), images, kernel),
    [1, 1, 2, 1],
    [1, 4],
  );
  assertSame(
    resultOf(x => op.maxPool2d(x, { poolSize: [1, 2] }), images),
    [1, 1, 2, 1],
    [2, 8],
  );
  assertSame(resultOf(op.softmaxCrossEntropy, row(1, 0), row(0, 1000)), [], [1000]);
  assertClose(resultOf(op.softmaxCrossEntropy, row(1, 0), row(5, 5)).data, [Math.LN2]);
});

test('each gradient agrees with finite differences: numbers one by one, and all of them', () => {
  const a = randomArray([3, 4], 1);
  const b = randomArray([3, 4], 2);
  for (const draw of [op.add, op.subtract, op.multiply]) assertGradients(draw, [a, b]);
  for (const draw of [op.sum, op.mean, op.relu, op.sigmoid]) assertGradients(draw, [a]);
  assertGradients(op.scale, [a, ndarray([], [0.7])]);
  assertGradients(x => op.scale(x, -3), [a]);
});

test('each gradient agrees with finite differences: the fully connected layer and the loss', () => {
  const a = randomArray([3, 4], 1);
  assertGradients(op.transpose, [a]);
  assertGradients(op.flatten, [randomArray([2, 3, 2, 2], 3)]);
  assertGradients(op.matMul, [a, randomArray([4, 5], 4)]);
  assertGradients(op.addBias, [randomArray([2, 3, 2, 4], 5), randomArray([4], 6)]);
  assertGradients(op.softmaxCrossEntropy, [oneHot([3, 0, 1], 4), a], [a]);
});

test('each gradient agrees with finite differences: any convolution and any pooling', () => {
  law(
    convolutions,
    ({ images, kernel, options }) => {
      assertGradients((images, kernel) => op.conv2d(images, kernel, options), [images, kernel]);
    },
    10,
  );
  law(poolings, ({ images, options }) => assertGradients(x => op.maxPool2d(x, options), [images]), 10);
});
