/**
 * Training as a node of the graph: its steps are those of the optimisers by hand.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneHot } from '../../lib/encode/oneHot';
import { gradientDescent } from '../../lib/graph/gradientDescent';
import { Graph } from '../../lib/graph/graph';
import * as op from '../../lib/graph/operations';
import { Session } from '../../lib/graph/session';
import { ndarray } from '../../lib/types/ndarray';
import { randomArray } from '../layers/arrays';
import { assertClose, assertRefuses, assertSame } from '../layers/assertions';
import { cnnByHand, cnnGraph, cnnWeights } from './smallCnn';

/** The graph takes the same steps on the same batches as v ← momentum · v + g, w ← w − learningRate · v by hand. */
function assertSameSteps(learningRate: number, momentum?: number): void {
  const weights = cnnWeights(3);
  const { graph, loss, variables } = cnnGraph(weights);
  const step = gradientDescent(loss, momentum === undefined ? { learningRate } : { learningRate, momentum });
  const session = new Session(graph);
  const velocities = Object.values(weights).map(weight => ndarray(weight.shape));
  for (let count = 0; count < 8; count++) {
    const images = randomArray([4, 8, 8, 1], count % 3);
    const labels = oneHot([0, 1, 2, count % 3], 3);
    const byHand = cnnByHand(weights, images, labels);
    assertClose(session.run([loss, step], { images, labels })[0].data, [byHand.loss]);
    for (const [index, weight] of Object.values(weights).entries()) {
      const velocity = velocities[index]!.data;
      const gradient = Object.values(byHand.gradients)[index]!.data;
      gradient.forEach((slope, place) => {
        velocity[place] = (momentum ?? 0) * velocity[place]! + slope;
        weight.data[place]! -= learningRate * velocity[place]!;
      });
      assertClose(session.run(Object.values(variables)[index]!).data, weight.data);
    }
  }
}

test('by hand: from w = 1 down the slope of w², by a tenth of 2', () => {
  const graph = new Graph();
  const w = graph.variable('w', ndarray([], [1]));
  const step = gradientDescent(op.multiply(w, w), { learningRate: 0.1 });
  const session = new Session(graph);
  assertSame(session.run(step), [0], []);
  assertSame(session.run(w), [], [0.8]);
});

test('by hand: with momentum the second step goes on with the first', () => {
  const graph = new Graph();
  const w = graph.variable('w', ndarray([], [1]));
  const step = gradientDescent(op.scale(w, 2), { learningRate: 0.1, momentum: 0.9 });
  const session = new Session(graph);
  session.run(step);
  assertClose(session.run(w).data, [0.8]);
  session.run(step);
  assertClose(session.run(w).data, [0.8 - 0.1 * (0.9 * 2 + 2)]);
});

test('a small CNN takes the same steps as by hand, within 1e-12', () => {
  assertSameSteps(0.05);
});

test('a small CNN with momentum takes the same steps as by hand, within 1e-12', () => {
  assertSameSteps(0.02, 0.9);
});

test('the learning rate may be a placeholder, and change from step to step', () => {
  const graph = new Graph();
  const w = graph.variable('w', ndarray([], [1]));
  const learningRate = graph.placeholder('learningRate', []);
  const step = gradientDescent(op.scale(w, 2), { learningRate });
  const session = new Session(graph);
  session.run(step, { learningRate: ndarray([], [0.5]) });
  assertSame(session.run(w), [], [0]);
  session.run(step, { learningRate: ndarray([], [3]) });
  assertSame(session.run(w), [], [-6]);
});

test('only the named variables are trained', () => {
  const graph = new Graph();
  const frozen = graph.variable('frozen', ndarray([], [2]));
  const learned = graph.variable('learned', ndarray([], [1]));
  const step = gradientDescent(op.multiply(frozen, learned), { learningRate: 1, variables: [learned] });
  const session = new Session(graph);
  session.run(step);
  assert.deepEqual(
    session.run([frozen, learned]).map(value => value.data[0]),
    [2, -1],
  );
});

test('two sessions train on their own, and fetching the loss trains nothing', () => {
  const graph = new Graph();
  const w = graph.variable('w', ndarray([], [1]));
  const loss = op.multiply(w, w);
  const step = gradientDescent(loss, { learningRate: 0.25 });
  const [trained, idle] = [new Session(graph), new Session(graph)];
  trained.run(step);
  idle.run(loss);
  assertSame(trained.run(w), [], [0.5]);
  assertSame(idle.run(w), [], [1]);
});

test('options out of range, and a loss without variables, are refused', () => {
  const graph = new Graph();
  const w = graph.variable('w', ndarray([], [1]));
  const fixed = op.sum(graph.placeholder('x', [2]));
  assertRefuses(
    () => gradientDescent(w, { learningRate: 0 }),
    'gradientDescent: learningRate must be a number > 0, got 0',
  );
  assertRefuses(
    () => gradientDescent(w, { learningRate: 1, momentum: 1 }),
    'gradientDescent: momentum must be a number in (0, 1), got 1',
  );
  assertRefuses(
    () => gradientDescent(fixed, { learningRate: 1 }),
    "gradientDescent: 'sum' must depend on a variable, got none to train",
  );
  assertRefuses(
    () => gradientDescent(w, { learningRate: graph.placeholder('rates', [2]) }),
    "graph: node 'train/w/scale' cannot scale by [2]: expected one number, []",
  );
});
