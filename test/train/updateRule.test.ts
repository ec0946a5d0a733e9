/** The eager optimisers, step by step, against sums done by hand. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ready, tf } from '../../lib/tensorflow/tf';
import type { TraceOptimizer } from '../../lib/tensorflow/trace/optimizers/optimizer';
import { updateRule } from '../../lib/train/updateRule';

before(ready);

/** The weight after each step, from 1, with the gradients and learning rates given. */
function weights(optimizer: TraceOptimizer, steps: [gradient: number, learningRate: number][]): number[] {
  return tf.tidy(() => {
    const weight = tf.variable(tf.scalar(1));
    const rule = updateRule(optimizer);
    const slots = rule.slots.map(() => tf.variable(tf.scalar(0), false));
    return steps.map(([gradient, learningRate], done) => {
      rule.update({ weight, gradient: tf.scalar(gradient), slots, learningRate, step: done + 1 });
      return weight.dataSync()[0]!;
    });
  });
}

function assertClose(actual: number[], wanted: number[]): void {
  assert.equal(actual.length, wanted.length);
  for (const [index, value] of actual.entries()) {
    assert.ok(Math.abs(value - wanted[index]!) < 1e-6, `step ${index + 1}: ${value}, not ${wanted[index]}`);
  }
}

test('sgd goes down the gradient, each step with its own rate', () => {
  assertClose(
    weights({ name: 'sgd' }, [
      [2, 0.1],
      [2, 0],
      [-1, 0.5],
    ]),
    [0.8, 0.8, 1.3],
  );
});

test('momentum goes on with nine tenths of its velocity', () => {
  // Velocities 2, 2.8 and 2.52.
  assertClose(
    weights({ name: 'momentum' }, [
      [2, 0.1],
      [1, 0.1],
      [0, 0.5],
    ]),
    [0.8, 0.52, -0.74],
  );
});

test("Nesterov's momentum looks ahead by one step", () => {
  // Velocities 2 and 2, directions 2 + 0.5 · 2 = 3 and 1 + 0.5 · 2 = 2.
  const optimizer = { name: 'momentum', momentum: 0.5, nesterov: true } as const;
  assertClose(
    weights(optimizer, [
      [2, 0.1],
      [1, 0.1],
    ]),
    [0.7, 0.5],
  );
});

test("Adam's first step is the learning rate whatever the gradient, and later ones weigh both moments", () => {
  assertClose(weights({ name: 'adam' }, [[1e-3, 0.1]]), [1 - 0.1 * (1e-3 / (1e-3 + 1e-7))]);
  // β₁ = β₂ = 0.5: m = 1, then 0.5 · 1 + 0.5 · 0 = 0.5; v = 2, then 1; corrected by 1 − 0.25 = 0.75.
  const change = 0.5 / 0.75 / Math.sqrt(1 / 0.75);
  const optimizer = { name: 'adam', beta1: 0.5, beta2: 0.5, epsilon: 0 } as const;
  assertClose(
    weights(optimizer, [
      [2, 0.1],
      [0, 0.1],
    ]),
    [0.9, 0.9 - 0.1 * change],
  );
});

test('AdamW takes a part off the old weight, a hundredth of the rate by default', () => {
  const optimizer = { name: 'adamw', epsilon: 0 } as const;
  assertClose(weights(optimizer, [[3, 0.1]]), [1 - 0.1 * 0.01 - 0.1]);
  assertClose(
    weights({ ...optimizer, weightDecay: 0.5 }, [
      [3, 0.1],
      [3, 0.2],
    ]),
    [0.85, 0.85 * 0.9 - 0.2],
  );
  assertClose(
    weights({ ...optimizer, weightDecay: 0 }, [[3, 0.1]]),
    weights({ name: 'adam', epsilon: 0 }, [[3, 0.1]]),
  );
});
