/**
 * Reverse mode: values by hand, laws, a whole CNN against its layers and against finite differences, refusals.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneHot } from '../../lib/encode/oneHot';
import { gradientFlow, gradients } from '../../lib/graph/gradients';
import { defineOperation, Graph, type GraphNode } from '../../lib/graph/graph';
import * as op from '../../lib/graph/operations';
import { Session } from '../../lib/graph/session';
import { type NdArray, ndarray } from '../../lib/types/ndarray';
import { law, seed } from '../layers/arbitraries';
import { combined, randomArray } from '../layers/arrays';
import { assertClose, assertLossGradient, assertRefuses, assertSame } from '../layers/assertions';
import { cnnByHand, cnnGraph, cnnWeights } from './smallCnn';

test('by hand: d(w² + 3w)/dw is 2w + 3', () => {
  const graph = new Graph();
  const w = graph.variable('w', ndarray([2], [5, -1]));
  const loss = op.sum(op.add(op.multiply(w, w), op.scale(w, 3)));
  const [slope] = gradients(loss, [w]);
  assertSame(new Session(graph).run(slope!), [2], [13, 1]);
});

test('a variable that is the loss has gradient 1', () => {
  const graph = new Graph();
  const w = graph.variable('w', ndarray([], [5]));
  assertSame(new Session(graph).run(gradients(w, [w])[0]!), [], [1]);
});

test('gradients come in the order of the variables, of inner nodes too, and are nodes named after them', () => {
  const graph = new Graph();
  const a = graph.variable('a', ndarray([], [2]));
  const b = graph.variable('b', ndarray([], [3]));
  const product = op.multiply(a, b);
  const nodes = gradients(op.scale(product, 10), [b, product, a]);
  assert.deepEqual(
    new Session(graph).run(nodes).map(value => value.data[0]),
    [20, 10, 30],
  );
  assert.deepEqual(
    nodes.map(node => node.name),
    ['gradient/b/multiply', 'gradient/multiply/scale', 'gradient/a/multiply'],
  );
});

test('nothing is drawn for inputs that lead to no variable', () => {
  const graph = new Graph();
  const images = graph.placeholder('images', [null, 6, 6, 1]);
  const kernel = graph.variable('kernel', ndarray([3, 3, 1, 2]));
  gradients(op.sum(op.conv2d(images, kernel)), [kernel]);
  const types = graph.nodes.map(node => (node.kind === 'operation' ? node.operation.type : node.kind));
  assert.deepEqual(types, [
    'placeholder',
    'variable',
    'conv2d',
    'sum',
    'constant',
    'sumGradient',
    'conv2dKernelGradient',
  ]);
});

test('the flow holds each node between loss and variables, and the node that is its gradient', () => {
  const graph = new Graph();
  const x = graph.placeholder('x', [2]);
  const w = graph.variable('w', ndarray([2], [1, 2]));
  const product = op.multiply(w, x);
  const loss = op.sum(product);
  const flow = gradientFlow(loss, [w]);
  assert.deepEqual([...flow.keys()], [loss, product, w]);
  const values = new Session(graph).run([...flow.values()], { x: ndarray([2], [7, 8]) });
  assert.deepEqual(
    values.map(value => [...value.data]),
    [[1], [1, 1], [7, 8]],
  );
});

test('law: the gradient of a weighed sum of losses is the weighed sum of their gradients', () => {
  law(
    seed,
    start => {
      const graph = new Graph();
      const w = graph.variable('w', randomArray([3, 4], start));
      const first = op.mean(op.sigmoid(op.matMul(graph.variable('a', randomArray([2, 3], start + 1)), w)));
      const second = op.sum(op.multiply(w, op.relu(w)));
      const both = op.add(first, op.scale(second, 0.3));
      const slopes = [first, second, both].map(loss => gradients(loss, [w])[0]!);
      const [one, two, sum] = new Session(graph).run(slopes);
      assertClose(sum!.data, combined(one!, 0.3, two!).data);
    },
    50,
  );
});

test('law: a node used n times has n times the gradient of one use', () => {
  law(
    seed,
    start => {
      const graph = new Graph();
      const w = graph.variable('w', randomArray([3], start));
      const once = op.sum(op.sigmoid(w));
      const uses = 2 + (start % 5);
      let often: GraphNode = once;
      for (let use = 1; use < uses; use++) often = op.add(often, op.sum(op.sigmoid(w)));
      const [one, many] = new Session(graph).run([once, often].map(loss => gradients(loss, [w])[0]!));
      assertClose(
        many!.data,
        one!.data.map(value => uses * value),
      );
    },
    50,
  );
});

test('a small CNN: loss and gradients are those of the layers, chained by hand', () => {
  const weights = cnnWeights(1);
  const { graph, loss, variables } = cnnGraph(weights);
  const names = Object.keys(variables) as (keyof typeof variables)[];
  const slopes = gradients(loss, Object.values(variables));
  const session = new Session(graph);
  for (const classes of [[2], [0, 1, 2, 1]]) {
    const images = randomArray([classes.length, 8, 8, 1], 10);
    const labels = oneHot(classes, 3);
    const expected = cnnByHand(weights, images, labels);
    const [value, ...values] = session.run([loss, ...slopes], { images, labels });
    assertClose(value!.data, [expected.loss]);
    names.forEach((name, index) => {
      assert.deepEqual(values[index]!.shape, weights[name].shape);
      assertClose(values[index]!.data, expected.gradients[name].data);
    });
  }
});

test('a small CNN: every gradient agrees with finite differences', () => {
  const feeds = { images: randomArray([3, 8, 8, 1], 5), labels: oneHot([0, 2, 1], 3) };
  const weights = cnnWeights(2);
  const { graph, loss, variables } = cnnGraph(weights);
  for (const [name, variable] of Object.entries(variables)) {
    const lossAt = (nudged: NdArray): number => {
      const other = cnnGraph({ ...weights, [name]: nudged });
      return new Session(other.graph).run(other.loss, feeds).data[0]!;
    };
    const slope = new Session(graph).run(gradients(loss, [variable])[0]!, feeds);
    assertLossGradient(lossAt, variable.initial, slope);
  }
});

test('an operation of one’s own, with its gradient, takes part like the others', () => {
  const square = defineOperation({
    type: 'square',
    shape: (_, x) => x,
    forward: ({ shape, data }) => ({ shape, data: data.map(value => value ** 2) }),
    gradients: [(upstream, x) => op.scale(op.multiply(upstream, x), 2)],
  });
  const graph = new Graph();
  const w = graph.variable('w', ndarray([2], [3, -4]));
  const loss = op.sum(square(square(w)));
  assertSame(new Session(graph).run(loss), [], [337]);
  assertSame(new Session(graph).run(gradients(loss, [w])[0]!), [2], [108, -256]);
});

test('a loss that is no single number, or does not depend on the variable, is refused', () => {
  const graph = new Graph();
  const x = graph.placeholder('x', [null, 2]);
  const w = graph.variable('w', ndarray([2], [1, 2]));
  assertRefuses(() => gradients(x, [x]), "gradients: 'x' must be one number, shape [], got [null, 2]");
  const loss = op.sum(x);
  assertRefuses(() => gradients(loss, [x, w]), "gradients: 'sum' must depend on 'w', but does not");
});

test('an operation that cannot pass a gradient on, or passes on a wrong one, is refused by name', () => {
  const graph = new Graph();
  const w = graph.variable('w', ndarray([1, 2], [1, 0]));
  const labels = graph.variable('labels', ndarray([1, 2], [1, 0]));
  assertRefuses(
    () => gradients(op.softmaxCrossEntropy(labels, w), [labels]),
    "gradients: node 'softmaxCrossEntropy' has no gradient with respect to 'labels'",
  );
  const count = defineOperation({
    type: 'count',
    shape: () => [],
    forward: x => ndarray([], [x.data.length]),
  });
  assertRefuses(
    () => gradients(count(w), [w]),
    "gradients: node 'count' has no gradient with respect to 'w'",
  );
  const total = defineOperation({
    type: 'total',
    shape: () => [],
    forward: x => ndarray([], [x.data[0]! + x.data[1]!]),
    gradients: [upstream => upstream],
  });
  assertRefuses(
    () => gradients(total(w), [w]),
    "gradients: node 'total' must pass [1, 2] back to 'w', got []",
  );
});
