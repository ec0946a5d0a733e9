/**
 * The blueprint: names, shapes, and what is refused while it is drawn.
 * Long: it follows one source file, refusal by refusal.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defineOperation, Graph } from '../../lib/graph/graph';
import * as op from '../../lib/graph/operations';
import { ndarray } from '../../lib/types/ndarray';
import { assertRefuses } from '../layers/assertions';

test('shapes are inferred while the blueprint is drawn, with the batch open', () => {
  const graph = new Graph();
  const images = graph.placeholder('images', [null, 28, 28, 1]);
  const conv = op.conv2d(images, graph.variable('conv', ndarray([5, 5, 1, 16])), { padding: 'same' });
  assert.deepEqual(conv.shape, [null, 28, 28, 16]);
  const biased = op.relu(op.addBias(conv, graph.variable('bias', ndarray([16]))));
  assert.deepEqual(biased.shape, [null, 28, 28, 16]);
  const pooled = op.maxPool2d(biased);
  assert.deepEqual(pooled.shape, [null, 14, 14, 16]);
  const row = op.flatten(pooled);
  assert.deepEqual(row.shape, [null, 3136]);
  assert.deepEqual(op.transpose(row).shape, [3136, null]);
  const logits = op.matMul(row, graph.variable('dense', ndarray([3136, 10])));
  assert.deepEqual(logits.shape, [null, 10]);
  assert.deepEqual(op.softmaxCrossEntropy(graph.placeholder('labels', [null, 10]), logits).shape, []);
  assert.deepEqual(op.sum(logits).shape, []);
  assert.deepEqual(op.mean(logits).shape, []);
  assert.deepEqual(op.scale(logits, 2).shape, [null, 10]);
  assert.deepEqual(op.group(logits, row).shape, [0]);
});

test('a pair of shapes keeps the size that one of them knows', () => {
  const graph = new Graph();
  const open = graph.placeholder('open', [null, 3]);
  const fixed = graph.placeholder('fixed', [2, 3]);
  assert.deepEqual(op.add(open, fixed).shape, [2, 3]);
  assert.deepEqual(op.multiply(fixed, open).shape, [2, 3]);
  assert.deepEqual(op.subtract(open, open).shape, [null, 3]);
});

test('strides, padding and dilations count in the shape of a convolution and of a pooling', () => {
  const graph = new Graph();
  const images = graph.placeholder('images', [32, 9, 7, 3]);
  const kernel = graph.variable('kernel', ndarray([3, 3, 3, 4]));
  assert.deepEqual(op.conv2d(images, kernel).shape, [32, 7, 5, 4]);
  assert.deepEqual(op.conv2d(images, kernel, { strides: 2, padding: 'same' }).shape, [32, 5, 4, 4]);
  assert.deepEqual(op.conv2d(images, kernel, { dilations: [4, 3] }).shape, [32, 1, 1, 4]);
  assert.deepEqual(op.maxPool2d(images, { poolSize: 3, strides: 2 }).shape, [32, 4, 3, 3]);
});

test('names carry the scope, and operations of one type are numbered', () => {
  const graph = new Graph();
  const x = graph.placeholder('x', [2]);
  const names = graph.scope('outer', () => {
    const first = op.relu(x);
    const inner = graph.scope('inner', () => graph.variable('w', ndarray([2])));
    return [first, op.relu(x), op.relu(x), inner].map(node => node.name);
  });
  assert.deepEqual(names, ['outer/relu', 'outer/relu_1', 'outer/relu_2', 'outer/inner/w']);
  assert.equal(op.relu(x).name, 'relu');
  assert.equal(graph.find('outer/inner/w')?.kind, 'variable');
  assert.equal(graph.find('w'), undefined);
});

test('a scope ends even when drawing in it fails', () => {
  const graph = new Graph();
  assert.throws(() =>
    graph.scope('broken', () => {
      throw new Error('no');
    }),
  );
  assert.equal(graph.placeholder('x', []).name, 'x');
});

test('every node stands after its inputs, and the evaluation order leaves out what is not needed', () => {
  const graph = new Graph();
  const x = graph.placeholder('x', [2]);
  const aside = op.sigmoid(x);
  const left = op.relu(x);
  const right = op.scale(x, 2);
  const end = op.add(right, left);
  assert.deepEqual(
    graph.nodes.map(node => node.name),
    ['x', 'sigmoid', 'relu', 'constant', 'scale', 'add'],
  );
  assert.deepEqual(
    graph.evaluationOrder([end]).map(node => node.name),
    ['x', 'relu', 'constant', 'scale', 'add'],
  );
  assert.deepEqual(graph.evaluationOrder([aside, x]), [x, aside]);
  assert.deepEqual(graph.evaluationOrder([]), []);
});

test('a long chain of operations is ordered without recursion', () => {
  const graph = new Graph();
  let node: ReturnType<typeof op.relu> | ReturnType<typeof graph.placeholder> = graph.placeholder('x', []);
  for (let i = 0; i < 3000; i++) node = op.relu(node);
  assert.equal(graph.evaluationOrder([node]).length, 3001);
});

test('a placeholder does not follow later changes of the shape it was drawn from', () => {
  const shape = [1, 2];
  const x = new Graph().placeholder('x', shape);
  shape[1] = 3;
  assert.deepEqual(x.shape, [1, 2]);
});

test('a variable does not follow later changes of the array it was drawn from', () => {
  const initial = ndarray([1], [5]);
  const variable = new Graph().variable('w', initial);
  initial.data[0] = 6;
  assert.equal(variable.initial.data[0], 5);
});

test('a wrong shape fails when the blueprint is drawn, and the error names the node', () => {
  const graph = new Graph();
  const batch = graph.placeholder('batch', [null, 784]);
  const images = graph.placeholder('images', [null, 28, 28, 3]);
  const kernel = graph.variable('kernel', ndarray([100, 10]));
  const filters = graph.variable('filters', ndarray([5, 5, 1, 8]));
  const three = graph.variable('three', ndarray([3]));
  const matrices = 'expected [rows, inner] by [inner, columns]';
  assertRefuses(
    () => graph.scope('hidden', () => op.matMul(batch, kernel)),
    `graph: node 'hidden/matMul' cannot multiply [null, 784] by [100, 10]: ${matrices}`,
  );
  assertRefuses(
    () => op.matMul(images, kernel),
    `graph: node 'matMul' cannot multiply [null, 28, 28, 3] by [100, 10]: ${matrices}`,
  );
  assertRefuses(
    () => op.matMul(kernel, three),
    `graph: node 'matMul' cannot multiply [100, 10] by [3]: ${matrices}`,
  );
  assertRefuses(
    () => op.transpose(three),
    "graph: node 'transpose' cannot transpose [3]: expected [rows, columns]",
  );
  assertRefuses(
    () => op.addBias(batch, three),
    "graph: node 'addBias' cannot add [3] to [null, 784]: expected [channels] to [batch, …, channels]",
  );
  assertRefuses(
    () => op.addBias(op.sum(batch), three),
    "graph: node 'addBias' cannot add [3] to []: expected [channels] to [batch, …, channels]",
  );
  for (const [name, pair] of Object.entries({ add: op.add, subtract: op.subtract, multiply: op.multiply })) {
    assertRefuses(
      () => pair(batch, kernel),
      `graph: node '${name}' cannot pair [null, 784] with [100, 10]: expected the same shape`,
    );
  }
  assertRefuses(
    () => op.scale(batch, three),
    "graph: node 'scale' cannot scale by [3]: expected one number, []",
  );
  assertRefuses(
    () => op.flatten(op.transpose(batch)),
    "graph: node 'flatten' cannot flatten [784, null]: expected [batch, …], only the batch open",
  );
  assertRefuses(
    () => op.flatten(op.mean(batch)),
    "graph: node 'flatten' cannot flatten []: expected [batch, …], only the batch open",
  );
  assertRefuses(
    () => op.conv2d(images, filters),
    "graph: node 'conv2d': kernel must have 3 inChannels, as many as the images, got 1",
  );
  assertRefuses(
    () => op.conv2d(batch, filters),
    "graph: node 'conv2d': images must be [batch, height, width, channels], got [null, 784]",
  );
  assertRefuses(
    () => op.conv2d(images, kernel),
    "graph: node 'conv2d': kernel must be [kernelHeight, kernelWidth, inChannels, outChannels], got [100, 10]",
  );
  assertRefuses(
    () => op.maxPool2d(images, { poolSize: 29 }),
    "graph: node 'maxPool2d': the window must fit into the image, got a window of height 29 on an image of height 28",
  );
  assertRefuses(
    () => op.maxPool2d(batch),
    "graph: node 'maxPool2d': images must be [batch, height, width, channels], got [null, 784]",
  );
  assertRefuses(
    () => op.softmaxCrossEntropy(graph.placeholder('labels', [null, 10]), batch),
    "graph: node 'softmaxCrossEntropy' cannot compare labels [null, 10] with logits [null, 784]: expected [batch, classes] twice",
  );
  assertRefuses(
    () => op.assign(three, kernel),
    "graph: node 'assign' cannot give [100, 10] to 'three': expected [3]",
  );
});

test('a node that was refused leaves no trace', () => {
  const graph = new Graph();
  const x = graph.placeholder('x', [2, 3]);
  assert.throws(() => op.matMul(x, x));
  assert.deepEqual(graph.nodes, [x]);
});

test('placeholders, names and inputs that make no blueprint are refused', () => {
  const graph = new Graph();
  const rule = 'must hold whole numbers ≥ 1, null only first';
  for (const [shape, text] of [
    [[2, null], '[2, null]'],
    [[0], '[0]'],
    [[2.5], '[2.5]'],
    [[-1, 3], '[-1, 3]'],
  ] as const) {
    assertRefuses(() => graph.placeholder('x', shape), `graph: shape of 'x' ${rule}, got ${text}`);
  }
  graph.placeholder('x', [1]);
  assertRefuses(() => graph.variable('x', ndarray([1])), "graph: there is already a node 'x'");
  assertRefuses(() => graph.placeholder('x', [1]), "graph: there is already a node 'x'");

  const other = new Graph().placeholder('elsewhere', [1]);
  assertRefuses(
    () => op.add(graph.find('x')!, other),
    "graph: node 'add' cannot take 'elsewhere' from another graph",
  );
  assertRefuses(() => graph.evaluationOrder([other]), "graph: cannot evaluate 'elsewhere' of another graph");
  const empty = defineOperation({ type: 'nothing', shape: () => [], forward: () => ndarray([]) });
  assertRefuses(() => empty(), "graph: 'nothing' must have at least one input, got none");
});
