/**
 * The construction site: what is evaluated, when, from what; and what is refused.
 * Long: it follows one source file, refusal by refusal.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defineOperation, Graph, type GraphNode } from '../../lib/graph/graph';
import * as op from '../../lib/graph/operations';
import { Session } from '../../lib/graph/session';
import { type NdArray, ndarray } from '../../lib/types/ndarray';
import { assertRefuses } from '../layers/assertions';

const vector = (...numbers: number[]): NdArray => ndarray([numbers.length], numbers);
const single = (number: number): NdArray => ndarray([], [number]);

/** An operation that leaves its input as it is and counts how often it is evaluated. */
function counter(): { count: (x: GraphNode) => GraphNode; times: () => number } {
  let times = 0;
  const forward = (x: NdArray): NdArray => {
    times++;
    return x;
  };
  return { count: defineOperation({ type: 'count', shape: (_, x) => x, forward }), times: () => times };
}

test('a run gives the value of a node: (2 · 3 + 1) squared is 49', () => {
  const graph = new Graph();
  const x = graph.placeholder('x', []);
  const y = op.add(op.scale(x, 3), graph.constant(1));
  assert.deepEqual(new Session(graph).run(op.multiply(y, y), { x: single(2) }), single(49));
});

test('the result has the form of the fetches: one node, a list, a record', () => {
  const graph = new Graph();
  const x = graph.placeholder('x', [2]);
  const nodes = { double: op.scale(x, 2), sum: op.sum(x) };
  const session = new Session(graph);
  const feeds = { x: vector(1, 2) };
  const one: NdArray = session.run(nodes.sum, feeds);
  const [first, second, fed]: readonly [NdArray, NdArray, NdArray] = session.run(
    [nodes.sum, nodes.double, x],
    feeds,
  );
  const { double, sum }: { double: NdArray; sum: NdArray } = session.run(nodes, feeds);
  assert.deepEqual([one, first, sum], [single(3), single(3), single(3)]);
  assert.deepEqual([second, double, fed], [vector(2, 4), vector(2, 4), vector(1, 2)]);
  assert.deepEqual(session.run([], feeds), []);
  assert.deepEqual(session.run({ graph: nodes.sum }, feeds), { graph: single(3) });
});

test('only what the fetch needs is evaluated, and a placeholder that it does not need may stay empty', () => {
  const graph = new Graph();
  const needed = counter();
  const aside = counter();
  const y = needed.count(graph.placeholder('x', [1]));
  aside.count(graph.placeholder('unused', [1]));
  aside.count(y);
  new Session(graph).run(y, { x: vector(1) });
  assert.deepEqual([needed.times(), aside.times()], [1, 0]);
});

test('in a diamond the shared node is evaluated once, and in every run anew', () => {
  const graph = new Graph();
  const { count, times } = counter();
  const shared = count(graph.placeholder('x', [1]));
  const end = op.add(op.relu(shared), op.add(shared, op.sigmoid(shared)));
  const session = new Session(graph);
  session.run([end, shared, end], { x: vector(0) });
  assert.equal(times(), 1);
  session.run(end, { x: vector(0) });
  assert.equal(times(), 2);
});

test('one graph takes batches of any size, one after the other', () => {
  const graph = new Graph();
  const x = graph.placeholder('x', [null, 2]);
  const y = op.matMul(x, graph.variable('kernel', ndarray([2, 1], [10, 1])));
  const session = new Session(graph);
  assert.deepEqual(session.run(y, { x: ndarray([1, 2], [1, 2]) }), ndarray([1, 1], [12]));
  assert.deepEqual(session.run(y, { x: ndarray([3, 2], [1, 2, 3, 4, 5, 6]) }), ndarray([3, 1], [12, 34, 56]));
});

test('a trace shows every value in the order of evaluation', () => {
  const graph = new Graph();
  const x = graph.placeholder('x', [2]);
  const y = op.sum(op.scale(x, 3));
  op.relu(x);
  const trace = [...new Session(graph).trace([y], { x: vector(1, 2) })];
  assert.deepEqual(
    trace.map(([node, value]) => [node.name, [...value.data]]),
    [
      ['x', [1, 2]],
      ['constant', [3]],
      ['scale', [3, 6]],
      ['sum', [9]],
    ],
  );
});

test('a variable starts at its initial value and keeps what was assigned, each session its own', () => {
  const graph = new Graph();
  const w = graph.variable('w', vector(1));
  const double = op.assign(w, op.scale(w, 2));
  const [first, second] = [new Session(graph), new Session(graph)];
  first.run(double);
  first.run(double);
  assert.deepEqual([first.run(w), second.run(w)], [vector(4), vector(1)]);
  second.run(double);
  assert.deepEqual([first.run(w), second.run(w)], [vector(4), vector(2)]);
});

test('a run sees variables as they stood at its start; the assign node has the new value', () => {
  const graph = new Graph();
  const w = graph.variable('w', vector(1));
  const step = op.assign(w, op.scale(w, 10));
  const readAfterwards = op.scale(w, 1);
  const next = op.add(step, w);
  const values = new Session(graph).run({ next, step, w, readAfterwards });
  assert.deepEqual(
    Object.values(values).map(value => value.data[0]),
    [11, 10, 1, 1],
  );
});

test('two variables swap their values in one run', () => {
  const graph = new Graph();
  const a = graph.variable('a', vector(1));
  const b = graph.variable('b', vector(2));
  const session = new Session(graph);
  session.run(op.group(op.assign(a, b), op.assign(b, a)));
  assert.deepEqual(session.run([a, b]), [vector(2), vector(1)]);
});

test('when a run fails, no variable has changed', () => {
  const graph = new Graph();
  const w = graph.variable('w', vector(1));
  const step = op.assign(w, op.scale(w, 2));
  const fails = op.mean(graph.placeholder('x', [null]));
  const session = new Session(graph);
  assert.throws(() => session.run([step, fails], { x: ndarray([0]) }));
  assert.deepEqual(session.run(w), vector(1));
});

test('writing into a feed or a result changes no variable and no later result', () => {
  const graph = new Graph();
  const x = graph.placeholder('x', [1, 1]);
  const w = graph.variable('w', ndarray([1, 1], [7]));
  const keep = op.assign(w, op.flatten(x));
  const session = new Session(graph);
  const before = session.run(w);
  before.data[0] = 99;
  assert.deepEqual(session.run(w), ndarray([1, 1], [7]));
  const feed = ndarray([1, 1], [5]);
  const after = session.run(keep, { x: feed });
  feed.data[0] = 99;
  after.data[0] = 99;
  assert.deepEqual(session.run(w), ndarray([1, 1], [5]));
  session.trace([w]).get(w)!.data[0] = 99;
  assert.deepEqual(session.run(w), ndarray([1, 1], [5]));
});

test('a variable that is drawn after the session was opened can be used in it', () => {
  const graph = new Graph();
  const session = new Session(graph);
  assert.deepEqual(session.run(graph.variable('late', vector(3))), vector(3));
});

test('feeds and fetches that do not belong to the graph are refused by name', () => {
  const graph = new Graph();
  const images = graph.placeholder('images', [null, 2]);
  graph.placeholder('labels', [null]);
  const w = graph.variable('w', ndarray([2, 1]));
  const y = op.matMul(images, w);
  const session = new Session(graph);
  const fitting = ndarray([1, 2]);
  assertRefuses(() => session.run(y), "session: feeds must hold 'images', [null, 2], got none");
  assertRefuses(
    () => session.run(y, { labels: vector(1) }),
    "session: feeds must hold 'images', [null, 2], got 'labels'",
  );
  assertRefuses(
    () => session.run(y, { images: ndarray([1, 3]) }),
    "session: feed 'images' must have shape [null, 2], got [1, 3]",
  );
  assertRefuses(
    () => session.run(w, { images: vector(1) }),
    "session: feed 'images' must have shape [null, 2], got [1]",
  );
  const placeholders = "session: feeds must be for placeholders ('images', 'labels'), got";
  assertRefuses(() => session.run(y, { images: fitting, w: fitting }), `${placeholders} 'w' (variable)`);
  assertRefuses(() => session.run(y, { matMul: fitting }), `${placeholders} 'matMul' (operation)`);
  assertRefuses(() => session.run(y, { image: fitting }), `${placeholders} 'image' (unknown)`);
  assertRefuses(
    () => new Session(new Graph()).run([], { x: fitting }),
    "session: feeds must be for placeholders (none), got 'x' (unknown)",
  );
  const foreign = new Graph().placeholder('elsewhere', []);
  assertRefuses(() => session.run(foreign), "graph: cannot evaluate 'elsewhere' of another graph");
});

test('what goes wrong while numbers flow is told with the name of the node', () => {
  const graph = new Graph();
  const a = graph.placeholder('a', [null]);
  const b = graph.placeholder('b', [null]);
  const session = new Session(graph);
  const feeds = { a: vector(1, 2), b: vector(1) };
  const sum = graph.scope('branch', () => op.add(a, b));
  assertRefuses(
    () => session.run(sum, feeds),
    "session: node 'branch/add': add: b must have shape [2], got [1]",
  );
  assertRefuses(
    () => session.run(op.mean(a), { a: ndarray([0]) }),
    "session: node 'mean': the mean must be of at least one number, got none",
  );
  const wrong = defineOperation({ type: 'wrong', shape: () => [3], forward: x => x });
  assertRefuses(
    () => session.run(wrong(a), feeds),
    "session: node 'wrong': the result must have shape [3], got [2]",
  );
  assert.throws(
    () => session.run(sum, feeds),
    (error: Error) => (error.cause as Error).message === 'add: b must have shape [2], got [1]',
  );
});

test('a variable that is assigned twice in one run is refused, and keeps its value', () => {
  const graph = new Graph();
  const w = graph.variable('w', vector(1));
  const assigns = [op.assign(w, op.scale(w, 2)), op.assign(w, op.scale(w, 3))];
  const session = new Session(graph);
  assertRefuses(() => session.run(assigns), "session: 'w' is assigned twice in one run");
  assert.deepEqual(session.run(w), vector(1));
});
