/**
 * The drawing: every node and input is there, nothing overlaps, and the texts tell what the session knows.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DrawnNode, drawGraph } from '../../lib/graph/drawGraph';
import { gradientDescent } from '../../lib/graph/gradientDescent';
import { gradientFlow } from '../../lib/graph/gradients';
import { Graph } from '../../lib/graph/graph';
import * as op from '../../lib/graph/operations';
import { Session } from '../../lib/graph/session';
import { ndarray } from '../../lib/types/ndarray';
import { assertRefuses } from '../layers/assertions';
import { cnnGraph, cnnWeights } from './smallCnn';

function smallGraph() {
  const graph = new Graph();
  const x = graph.placeholder('x', [null, 2]);
  const w = graph.variable('w', ndarray([2, 3], [1, 2, 3, 4, 5, 6]));
  const product = op.matMul(x, w);
  const loss = op.sum(product);
  const aside = op.relu(x);
  return { graph, x, w, product, loss, aside };
}

test('there is a box for each node and an arrow for each input, with names, operations and shapes', () => {
  const { nodes, edges } = drawGraph(smallGraph().graph);
  assert.deepEqual(
    nodes.map(({ id, label, operation, shape }) => [id, label, operation, shape]),
    [
      ['x', 'x', 'placeholder', '[null, 2]'],
      ['w', 'w', 'variable', '[2, 3]'],
      ['matMul', 'matMul', 'matMul', '[null, 3]'],
      ['sum', 'sum', 'sum', '[]'],
      ['relu', 'relu', 'relu', '[null, 2]'],
    ],
  );
  assert.deepEqual(
    edges.map(({ from, to, shape }) => [from, to, shape]),
    [
      ['x', 'matMul', '[null, 2]'],
      ['w', 'matMul', '[2, 3]'],
      ['matMul', 'sum', '[null, 3]'],
      ['x', 'relu', '[null, 2]'],
    ],
  );
});

test('steps are counted as the session evaluates; what it does not need has −1', () => {
  const { graph, loss } = smallGraph();
  const steps = (nodes: readonly DrawnNode[]): number[] => nodes.map(node => node.step);
  assert.deepEqual(steps(drawGraph(graph).nodes), [0, 1, 2, 3, 4]);
  assert.deepEqual(steps(drawGraph(graph, { fetch: [loss] }).nodes), [0, 1, 2, 3, -1]);
});

test('values and gradients are summarised where they are known', () => {
  const { graph, x, w, product, loss, aside } = smallGraph();
  const gradients = gradientFlow(loss, [w]);
  const feeds = { x: ndarray([2, 2], [1, 0, 0, 0.5]) };
  const values = new Session(graph).trace([loss, ...gradients.values()], feeds);
  const { nodes } = drawGraph(graph, { nodes: [x, w, product, loss, aside], values, gradients });
  assert.deepEqual(
    nodes.map(({ value, gradient }) => [value, gradient]),
    [
      ['value 0 … 1, mean 0.375', undefined],
      ['value 1 … 6, mean 3.5', 'gradient 0.5 … 1, mean 0.75'],
      ['value 1 … 3, mean 2.25', 'gradient 1 … 1, mean 1'],
      ['value 13.5', 'gradient 1'],
      [undefined, undefined],
    ],
  );
});

test('up to three numbers are written one by one, and no number is “empty”', () => {
  const graph = new Graph();
  const w = graph.variable('w', ndarray([3], [-0.12345, 2, 1e6]));
  const none = op.group(w);
  const { nodes } = drawGraph(graph, { values: new Session(graph).trace([none]) });
  assert.deepEqual(
    nodes.map(node => node.value),
    ['value -0.123, 2, 1000000', 'value empty'],
  );
});

test('only the chosen nodes are drawn, and only arrows between them', () => {
  const { graph, x, product } = smallGraph();
  const { nodes, edges } = drawGraph(graph, { nodes: [x, product] });
  assert.deepEqual(
    nodes.map(node => node.id),
    ['x', 'matMul'],
  );
  assert.deepEqual(
    edges.map(edge => [edge.from, edge.to]),
    [['x', 'matMul']],
  );
});

test('a node that takes another twice gets one arrow from it', () => {
  const graph = new Graph();
  const x = graph.placeholder('x', [2]);
  op.multiply(x, x);
  assert.equal(drawGraph(graph).edges.length, 1);
});

test('an empty graph gives an empty drawing', () => {
  const { nodes, edges } = drawGraph(new Graph());
  assert.deepEqual([nodes, edges], [[], []]);
});

test('a whole training graph: inputs stand above, nothing overlaps, all is within the frame', () => {
  const { graph, loss } = cnnGraph(cnnWeights(1));
  gradientDescent(loss, { learningRate: 0.1, momentum: 0.9 });
  const { nodes, edges, width, height } = drawGraph(graph);
  assert.equal(nodes.length, graph.nodes.length);
  const boxes = new Map(nodes.map(node => [node.id, node]));
  for (const { from, to, points } of edges) {
    const [above, below] = [boxes.get(from)!, boxes.get(to)!];
    assert.ok(above.y + above.height / 2 < below.y - below.height / 2, `${from} above ${to}`);
    assert.ok(points.length >= 2);
    for (const { x, y } of points) assert.ok(x >= 0 && x <= width && y >= 0 && y <= height);
    assert.ok(
      Math.abs(points[0]!.x - above.x) <= above.width / 2 + 1e-6,
      `the arrow to ${to} starts at ${from}`,
    );
    assert.ok(
      Math.abs(points.at(-1)!.x - below.x) <= below.width / 2 + 1e-6,
      `the arrow from ${from} ends at ${to}`,
    );
  }
  for (const a of nodes) {
    assert.ok(
      a.x >= a.width / 2 && a.x <= width - a.width / 2 && a.y >= a.height / 2 && a.y <= height - a.height / 2,
    );
    for (const b of nodes) {
      const apart =
        a === b ||
        Math.abs(a.x - b.x) >= (a.width + b.width) / 2 ||
        Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
      assert.ok(apart, `${a.id} and ${b.id}`);
    }
  }
});

test('the same graph gives the same drawing, as data that survives JSON', () => {
  const draw = () => drawGraph(smallGraph().graph);
  assert.deepEqual(draw(), draw());
  assert.deepEqual(JSON.parse(JSON.stringify(draw())), draw());
});

test('a fetch from another graph is refused', () => {
  const elsewhere = new Graph().placeholder('elsewhere', []);
  assertRefuses(
    () => drawGraph(new Graph(), { fetch: [elsewhere] }),
    "graph: cannot evaluate 'elsewhere' of another graph",
  );
});
