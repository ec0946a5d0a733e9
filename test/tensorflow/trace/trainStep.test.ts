/** A recorded training step does what the eager one does: same losses, same weights, for every optimiser. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tf } from '../../../lib/tensorflow/tf';
import type { TraceOptimizer } from '../../../lib/tensorflow/trace/optimizers/optimizer';
import { traceTrainStep } from '../../../lib/tensorflow/trace/traceTrainStep';
import { assertClose } from './assertClose';
import { native } from './native';
import { type Batch, batchOf, INPUTS, lossOf, networks } from './networks';

const STEPS = 50;
const LEARNING_RATE = 0.01;

/** An eager optimiser as the oracle: TensorFlow.js's own where it has one. */
type Oracle = (variables: tf.Variable[]) => (loss: () => tf.Scalar) => number;

const byTensorFlowJs =
  (optimizer: () => tf.Optimizer): Oracle =>
  variables => {
    const own = optimizer();
    return loss => tf.tidy(() => own.minimize(loss, true, variables)!.dataSync()[0]!);
  };

/** TensorFlow.js has no AdamW: the decay is taken off the old weights, Adam does the rest. */
const adamW =
  (weightDecay: number): Oracle =>
  variables => {
    const own = tf.train.adam(LEARNING_RATE);
    return loss =>
      tf.tidy(() => {
        const { value, grads } = tf.variableGrads(loss, variables);
        const reached = variables.filter(({ name }) => grads[name]);
        for (const variable of reached) variable.assign(variable.mul(1 - LEARNING_RATE * weightDecay));
        own.applyGradients(reached.map(({ name }) => ({ name, tensor: grads[name]! })));
        return value.dataSync()[0]!;
      });
  };

const optimizers: [TraceOptimizer, Oracle][] = [
  [{ name: 'sgd' }, byTensorFlowJs(() => tf.train.sgd(LEARNING_RATE))],
  [{ name: 'momentum' }, byTensorFlowJs(() => tf.train.momentum(LEARNING_RATE, 0.9))],
  [
    { name: 'momentum', momentum: 0.5, nesterov: true },
    byTensorFlowJs(() => tf.train.momentum(LEARNING_RATE, 0.5, true)),
  ],
  [{ name: 'adam' }, byTensorFlowJs(() => tf.train.adam(LEARNING_RATE))],
  // A large ε shows where it is added.
  [
    { name: 'adam', beta1: 0.8, beta2: 0.99, epsilon: 0.1 },
    byTensorFlowJs(() => tf.train.adam(LEARNING_RATE, 0.8, 0.99, 0.1)),
  ],
  [{ name: 'adamw', weightDecay: 0.1 }, adamW(0.1)],
];

for (const [name, create] of Object.entries(networks)) {
  for (const [optimizer, oracle] of optimizers) {
    test(`${name} with ${JSON.stringify(optimizer)} trains in a graph as eagerly`, native, () => {
      const { apply, variables, dispose } = create();
      const loss = (batch: Batch): tf.Scalar => lossOf(apply(batch.images), batch.labels);
      const step = traceTrainStep(({ images, labels }) => ({ loss: loss({ images, labels }) }), {
        inputs: INPUTS,
        variables,
        optimizer,
      });
      const eagerStep = oracle(variables.filter(variable => variable.trainable));
      for (let number = 0; number < STEPS; number++) {
        const batch = batchOf(number % 5 === 4 ? 7 : 16, number); // Every fifth is a short one.
        const recorded = step.run(batch, LEARNING_RATE).loss;
        const eager = eagerStep(() => loss(batch));
        assert.ok(Math.abs(recorded - eager) <= 2e-4 * (1 + eager), `step ${number}: ${recorded}, ${eager}`);
        tf.dispose([batch.images, batch.labels]);
      }
      const trained = step.read();
      for (const variable of variables) assertClose(trained[variable.name]!, variable, 1e-3, variable.name);
      tf.dispose(trained);
      step.dispose();
      dispose();
    });
  }
}
