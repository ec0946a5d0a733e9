/** The traced graph, as it can be read: which operations there are, and what each takes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tf } from '../../../lib/tensorflow/tf';
import type { GraphOperation } from '../../../lib/tensorflow/trace/graphBuilder';
import { traceFunction } from '../../../lib/tensorflow/trace/traceFunction';
import { traceTrainStep } from '../../../lib/tensorflow/trace/traceTrainStep';
import { native } from './native';

/** The types of all that a result needs, in the order of the graph. */
function needed(operations: readonly GraphOperation[], result: string): string[] {
  const names = new Set([result]);
  for (const { name, inputs } of [...operations].reverse()) {
    if (names.has(name)) for (const input of inputs) names.add(input);
  }
  return operations.filter(({ name }) => names.has(name)).map(({ type }) => type);
}

test('a function of two operations has these two, between its input and its result', native, () => {
  const traced = traceFunction(({ x }) => ({ y: x.exp().neg() }), { inputs: { x: { shape: [2] } } });
  const [x, exp, neg, y] = ['Placeholder', 'Exp', 'Neg', 'Identity'].map(
    type => traced.operations.find(operation => operation.type === type)!,
  );
  assert.deepEqual(x!.inputs, []);
  assert.deepEqual(exp!.inputs, [x!.name]);
  assert.deepEqual(neg!.inputs, [exp!.name]);
  assert.deepEqual(y!.inputs, [neg!.name]);
  assert.equal(traced.results.y, y!.name);
  traced.dispose();
});

test('a step has its way back and the change of its variables among what the loss needs', native, () => {
  const weights = tf.variable(tf.tensor1d([1, 2]), true, 'operations/weights');
  const step = traceTrainStep(({ x }) => ({ loss: x.mul(weights).square().mean() as tf.Scalar, x }), {
    inputs: { x: { shape: [] } },
    variables: [weights],
    optimizer: { name: 'adam' },
  });
  const types = needed(step.operations, step.results.loss);
  const count = (type: string): number => types.filter(other => other === type).length;
  assert.equal(count('Square'), 1);
  assert.equal(count('ResourceApplyAdam'), 1);
  assert.ok(count('Mul') > 1, 'the product, and those of the way back');
  assert.equal(types.at(-1), 'Identity');
  assert.equal(count('SaveV2'), 0, 'a checkpoint is not needed for a step');
  assert.ok(step.operations.some(({ type }) => type === 'SaveV2'));
  step.dispose();
  weights.dispose();
});

test('every operation stands after those it takes values from, and names are used once', native, () => {
  const traced = traceFunction(
    ({ x }) => {
      const [a, b] = tf.split(x, 2, 1) as [tf.Tensor, tf.Tensor];
      return { sum: a.add(b), second: b.square() };
    },
    { inputs: { x: { shape: [null, 4] } } },
  );
  const names = traced.operations.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  assert.equal(names.length, traced.size);
  for (const [index, { inputs }] of traced.operations.entries()) {
    // The second output of a node is the same node.
    for (const input of inputs) assert.ok(names.slice(0, index).includes(input), input);
  }
  traced.dispose();
});
