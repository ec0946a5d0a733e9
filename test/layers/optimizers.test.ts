import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { adam } from '../../lib/layers/adam';
import { momentum } from '../../lib/layers/momentum';
import type { Optimizer } from '../../lib/layers/optimizer';
import { sgd } from '../../lib/layers/sgd';
import { type NdArray, ndarray } from '../../lib/types/ndarray';
import { law } from './arbitraries';
import { mapped, randomArray } from './arrays';
import { assertClose, assertRefuses, assertSame } from './assertions';

/** Where a weight of 1 stands after each of these gradients. */
function walk(optimizer: Optimizer, gradients: readonly number[]): number[] {
  const weight = ndarray([1], [1]);
  return gradients.map(gradient => {
    optimizer.update([weight], [ndarray([1], [gradient])]);
    return weight.data[0]!;
  });
}

test('plain descent goes against the gradient', () => {
  assert.deepEqual(walk(sgd(0.25), [2, -4]), [0.5, 1.5]);
});

test('momentum keeps a part of the old velocity', () => {
  // Velocities 2, 3, 1.5.
  assert.deepEqual(walk(momentum(0.25, 0.5), [2, 2, 0]), [0.5, -0.25, -0.625]);
});

test('momentum keeps 90 % when nothing else is said', () => {
  assertClose(walk(momentum(1), [1, 0]), [0, -0.9]);
});

test('Adam’s first step is the learning rate long, whatever the gradient', () => {
  for (const gradient of [1000, -1000, 1, -0.01]) {
    const [weight] = walk(adam({ learningRate: 0.1 }), [gradient]);
    assertClose([weight!], [1 - 0.1 * Math.sign(gradient)], 1e-3);
  }
});

test('Adam’s second step by hand', () => {
  // m = 0.5 · 0.5 + 0.5 · 3 = 1.75, v = 0.75 · 0.25 + 0.25 · 9 = 2.4375; corrections 0.75 and 0.4375.
  const optimizer = adam({ learningRate: 0.1, beta1: 0.5, beta2: 0.75, epsilon: 1e-12 });
  const [first, second] = walk(optimizer, [1, 3]);
  assertClose([first!], [0.9]);
  assertClose([second!], [0.9 - (0.1 * (1.75 / 0.75)) / Math.sqrt(2.4375 / 0.4375)], 1e-11);
});

test('Adam’s settings are the paper’s when left out', () => {
  const written = adam({ learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 });
  assert.deepEqual(walk(adam(), [1, -2, 3]), walk(written, [1, -2, 3]));
});

test('a weight that never had a gradient stays where it is', () => {
  for (const optimizer of [sgd(1), momentum(1), adam()]) assert.deepEqual(walk(optimizer, [0, 0]), [1, 1]);
});

test('law: momentum 0 is plain descent', () => {
  law(fc.array(fc.double({ min: -1000, max: 1000, noNaN: true })), gradients => {
    assert.deepEqual(walk(momentum(0.1, 0), gradients), walk(sgd(0.1), gradients));
  });
});

test('law: Adam does not care how large the gradients are', () => {
  const gradients = fc.array(fc.double({ min: 0.1, max: 1000, noNaN: true }));
  law(gradients, numbers => {
    const tiny = { epsilon: 1e-12 };
    const large = walk(
      adam(tiny),
      numbers.map(value => 1000 * value),
    );
    assertClose(large, walk(adam(tiny), numbers), 1e-10);
  });
});

for (const [name, make] of [
  ['sgd', () => sgd(0.1)],
  ['momentum', () => momentum(0.1)],
  ['adam', () => adam({ learningRate: 0.1 })],
] as const) {
  test(`${name}: arrays of weights are remembered one by one, in any order`, () => {
    const [together, apart] = [make(), make()];
    const start = (): [NdArray, NdArray] => [randomArray([2, 3], 1), randomArray([4], 2)];
    const [a, b] = start();
    const [c, d] = start();
    for (let step = 0; step < 3; step++) {
      const [toA, toB] = [randomArray([2, 3], step), randomArray([4], step)];
      together.update([a, b], [toA, toB]);
      apart.update([d, c], [toB, toA]);
    }
    assertSame(c, [2, 3], a.data);
    assertSame(d, [4], b.data);
  });

  test(`${name}: finds the bottom of a bowl`, () => {
    const optimizer = make();
    const weight = randomArray([3], 1);
    for (let step = 0; step < 500; step++) optimizer.update([weight], [mapped(weight, value => 2 * value)]);
    assert.ok(
      weight.data.every(value => Math.abs(value) < 1e-3),
      `${weight.data}`,
    );
  });

  test(`${name}: refuses gradients that do not fit, before any weight has changed`, () => {
    const [first, second] = [ndarray([1], [7]), ndarray([2], [8, 9])];
    assertRefuses(
      () => make().update([first, second], [ndarray([1], [1])]),
      `${name}: gradients must be 2, one per weight, got 1`,
    );
    assertRefuses(
      () => make().update([first, second], [ndarray([1], [1]), ndarray([3])]),
      `${name}: gradients[1] must have shape [2], got [3]`,
    );
    assertSame(first, [1], [7]);
  });
}

test('settings out of range are refused', () => {
  assertRefuses(() => sgd(0), 'sgd: learningRate must be a number > 0, got 0');
  assertRefuses(() => momentum(Number.NaN), 'momentum: learningRate must be a number > 0, got NaN');
  assertRefuses(() => momentum(1, 1), 'momentum: decay must be in [0, 1), got 1');
  assertRefuses(() => adam({ learningRate: -1 }), 'adam: learningRate must be a number > 0, got -1');
  assertRefuses(() => adam({ beta1: 1 }), 'adam: beta1 must be in [0, 1), got 1');
  assertRefuses(() => adam({ beta2: -0.5 }), 'adam: beta2 must be in [0, 1), got -0.5');
  assertRefuses(() => adam({ epsilon: 0 }), 'adam: epsilon must be a number > 0, got 0');
});
