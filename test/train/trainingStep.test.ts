/** What holds for every engine: a state to resume from, nothing left behind, options refused. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { nativeMissing, ready, tf } from '../../lib/tensorflow/tf';
import { chooseEngine } from '../../lib/train/chooseEngine';
import type { StepState } from '../../lib/train/stepState';
import type { Engine, StepOptions } from '../../lib/train/trainingStep';
import { batchOf, losses, newStep, OPTIONS, smallNet } from './trainingSteps';

before(ready);

const engines: Engine[] = nativeMissing === undefined ? ['session', 'eager'] : ['eager'];
for (const engine of engines) {
  test(`${engine}: a restored training goes on to the very same numbers, in another step too`, () => {
    const step = newStep(engine);
    losses(step, 0, 6);
    const state = step.state();
    const onwards = losses(step, 6, 12);
    const reached = step.state();
    step.restore(state);
    assert.deepEqual(step.state(), state);
    assert.deepEqual(losses(step, 6, 12), onwards);
    const another = newStep(engine, OPTIONS);
    another.restore(state);
    assert.deepEqual(losses(another, 6, 12), onwards);
    assert.deepEqual(another.state(), reached);
    assert.deepEqual([...reached.get('step')!.values], [12]);
    for (const one of [step, another]) one.dispose();
  });

  test(`${engine}: what was taken as state or given to restore is nobody else's`, () => {
    const step = newStep(engine);
    const clear = (state: StepState): void => {
      for (const { values } of state.values()) values.fill(9);
    };
    for (const from of [0, 2]) {
      const state = step.state();
      const copy = structuredClone(state);
      clear(state);
      assert.deepEqual(step.state(), copy);
      const given = structuredClone(copy);
      step.restore(given);
      clear(given);
      assert.deepEqual(step.state(), copy);
      losses(step, from, from + 2);
    }
    step.dispose();
  });

  test(`${engine}: a state of another training is refused, and nothing changes`, () => {
    const step = newStep(engine);
    losses(step, 0, 2);
    const state = step.state();
    const refuse = (change: (state: Map<string, unknown>) => void, message: string): void => {
      const changed = new Map(state);
      change(changed);
      assert.throws(() => step.restore(changed), { name: 'RangeError', message });
    };
    refuse(all => all.delete('dense/bias/m'), 'restore: the state has no dense/bias/m');
    refuse(
      all => all.set('dense/bias/velocity', state.get('step')),
      'restore: this training has no dense/bias/velocity',
    );
    refuse(
      all => all.set('dense/bias', { shape: [4, 4], values: new Float32Array(16) }),
      'restore: dense/bias must be Float32Array(16) of shape [16], got Float32Array(16) of shape [4, 4]',
    );
    refuse(
      all => all.set('step', { shape: [], values: Float32Array.of(1) }),
      'restore: step must be Int32Array(1) of shape [], got Float32Array(1) of shape []',
    );
    refuse(
      all => all.set('dense/bias', { shape: [16], values: new Float32Array(15) }),
      'restore: dense/bias must be Float32Array(16) of shape [16], got Float32Array(15) of shape [16]',
    );
    assert.deepEqual(step.state(), state);
    step.dispose();
  });

  const many = engine === 'session' ? 2000 : 200;
  test(`${engine}: ${many} steps leave no tensor behind, and a disposed step none at all`, () => {
    const before = tf.memory();
    const step = newStep(engine);
    losses(step, 0, 5);
    const { numTensors, numBytes } = tf.memory();
    step.restore(step.state());
    losses(step, 5, many);
    assert.deepEqual([tf.memory().numTensors, tf.memory().numBytes], [numTensors, numBytes]);
    step.dispose();
    step.model.dispose();
    assert.equal(tf.memory().numTensors, before.numTensors);
  });
}

for (const engine of engines) {
  test(`${engine}: a frozen layer stays as it is, the others learn`, () => {
    const model = smallNet();
    model.getLayer('dense').trainable = false;
    const { step } = chooseEngine(engine, model, batchOf(0), OPTIONS);
    const start = step.state();
    losses(step, 0, 2);
    const moved = ['dense/kernel', 'conv/kernel'].map(
      name => !isDeepStrictEqual(step.state().get(name), start.get(name)),
    );
    assert.deepEqual(moved, [false, true]);
    assert.ok(!start.has('dense/kernel/m') && start.has('conv/kernel/m'));
    step.dispose();
  });
}

for (const [options, message] of [
  [
    { optimizer: { name: 'lion' } },
    'fit: optimizer.name must be one of sgd, momentum, adam, adamw, got lion',
  ],
  [{ optimizer: { name: 'adam', beta1: 1 } }, 'fit: optimizer.beta1 must be in [0, 1), got 1'],
  [{ augment: { rotate: 200 } }, 'fit: augment.rotate must be in [0, 180], got 200'],
] as unknown as [Partial<StepOptions>, string][]) {
  test(`refused by every engine: ${message}`, () => {
    const model = smallNet();
    for (const engine of ['auto', 'session', 'eager'] as const) {
      assert.throws(() => chooseEngine(engine, model, batchOf(0), { ...OPTIONS, ...options }), {
        name: 'RangeError',
        message,
      });
    }
  });
}
