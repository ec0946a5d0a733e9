/** The gradients in a graph, fused ones included, are those of TensorFlow.js. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tf } from '../../../lib/tensorflow/tf';
import { fusedSoftmaxCrossEntropy } from '../../../lib/tensorflow/trace/fusedSoftmaxCrossEntropy';
import { traceTrainStep } from '../../../lib/tensorflow/trace/traceTrainStep';
import { assertClose } from './assertClose';
import { native } from './native';
import { batchOf, INPUTS, lossOf, networks } from './networks';

for (const [name, create] of Object.entries(networks)) {
  test(`${name}: one step of rate 1 takes the gradient off every weight`, native, () => {
    const { apply, variables, dispose } = create();
    const trainable = variables.filter(variable => variable.trainable);
    const step = traceTrainStep(
      ({ images, labels }) => ({ loss: fusedSoftmaxCrossEntropy(labels, apply(images)).mean() }),
      { inputs: INPUTS, variables, optimizer: { name: 'sgd' } },
    );
    const batch = batchOf(9, 1);
    step.run(batch, 1);
    const after = step.read();
    const { grads } = tf.variableGrads(() => lossOf(apply(batch.images), batch.labels), trainable);
    for (const variable of trainable) {
      const taken = tf.sub(variable, after[variable.name]!);
      const gradient = grads[variable.name] ?? tf.zerosLike(variable);
      assertClose(taken, gradient, 1e-4, variable.name);
    }
    step.dispose();
    dispose();
  });
}

test('the fused loss is the one worked out by hand, for classes and for distributions', native, () => {
  const logits = tf.tensor2d([
    [0, 0],
    [Math.log(3), 0],
  ]);
  const wanted = [Math.log(2), Math.log(4)];
  assertClose(
    fusedSoftmaxCrossEntropy(tf.tensor1d([1, 1], 'int32'), logits),
    tf.tensor1d(wanted),
    1e-6,
    'classes',
  );
  const labels = tf.tensor2d([
    [0.5, 0.5],
    [0, 1],
  ]);
  assertClose(fusedSoftmaxCrossEntropy(labels, logits), tf.tensor1d(wanted), 1e-6, 'distributions');
});

test('the fused loss stays exact at scores of ±1000, and so does its gradient', native, () => {
  const labels = tf.tensor1d([0, 1], 'int32');
  const logits = tf.tensor2d([
    [1000, -1000],
    [1000, -1000],
  ]);
  assert.deepEqual([...fusedSoftmaxCrossEntropy(labels, logits).dataSync()], [0, 2000]);
  const gradient = tf.grad(scores => fusedSoftmaxCrossEntropy(labels, scores).sum())(logits);
  assert.deepEqual([...gradient.dataSync()], [0, 0, 1, -1]);
});

test('a label outside the classes is refused by TensorFlow, eagerly and in a graph', native, () => {
  const logits = tf.zeros([1, 3]);
  assert.throws(() => fusedSoftmaxCrossEntropy(tf.tensor1d([3], 'int32'), logits), /label value/);
});

test('the gradient of a fused gradient is refused and not taken for 0', native, () => {
  const labels = tf.tensor1d([0], 'int32');
  const slope = tf.grad(scores => fusedSoftmaxCrossEntropy(labels, scores).sum());
  assert.throws(() => tf.grad(scores => slope(scores).square().sum())(tf.tensor2d([[1, 2]])), {
    message: 'SparseSoftmaxCrossEntropyWithLogits: the gradient of its gradient is not known',
  });
});
