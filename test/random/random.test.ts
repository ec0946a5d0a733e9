import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createRandom, restoreRandom } from '../../lib/random/random';

const seeds = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const draw = (random: { uniform(): number }, count: number) =>
  Array.from({ length: count }, () => random.uniform());

test('the same seed gives the same numbers, now and in any later version', () => {
  assert.equal(createRandom(1).integer(10), 3);
  assert.deepEqual(createRandom(1).state(), [1273554988, 1481390708, 451733353, 530065277]);
  fc.assert(
    fc.property(seeds, seed => assert.deepEqual(draw(createRandom(seed), 5), draw(createRandom(seed), 5))),
    { seed: 1 },
  );
});

test('neighbouring seeds, and seeds that differ beyond 32 bits, give unrelated numbers', () => {
  const firsts = Array.from({ length: 10_000 }, (_, seed) => createRandom(seed).uniform());
  assert.equal(new Set(firsts).size, firsts.length);
  const products = firsts.slice(1).map((first, index) => 12 * (first - 0.5) * (firsts[index]! - 0.5));
  const correlation = products.reduce((sum, product) => sum + product, 0) / products.length;
  assert.ok(Math.abs(correlation) < 0.04, `correlation ${correlation}, 4 standard errors are 0.04`);
  assert.notEqual(createRandom(5).uniform(), createRandom(5 + 2 ** 32).uniform());
});

test('a stream goes on from a saved state as if nothing had happened', () => {
  fc.assert(
    fc.property(seeds, fc.nat(50), (seed, before) => {
      const random = createRandom(seed);
      for (let i = 0; i < before; i++) random.normal();
      const state = JSON.parse(JSON.stringify(random.state()));
      assert.deepEqual(draw(restoreRandom(state), 5), draw(random, 5));
    }),
    { seed: 2 },
  );
});

test('uniform numbers fill [0, 1) evenly', () => {
  const random = createRandom(3);
  const bins = new Array<number>(10).fill(0);
  for (let i = 0; i < 100_000; i++) bins[Math.floor(10 * random.uniform())]!++;
  for (const count of bins) assert.ok(Math.abs(count - 10_000) < 400, `a tenth holds ${count} of 100 000`);
});

test('integers reach both ends of their range and nothing outside', () => {
  const random = createRandom(4);
  const seen = new Set(Array.from({ length: 1000 }, () => random.integer(7)));
  assert.deepEqual([...seen].sort(), [0, 1, 2, 3, 4, 5, 6]);
  assert.equal(random.integer(1), 0);
  assert.throws(() => random.integer(0), new RangeError('integer: limit must be an integer ≥ 1, got 0'));
});

test('normal numbers have mean 0, standard deviation 1 and the right share beyond two', () => {
  const random = createRandom(5);
  const values = Array.from({ length: 100_000 }, () => random.normal());
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + value ** 2, 0) / values.length;
  const beyondTwo = values.filter(value => Math.abs(value) > 2).length / values.length;
  assert.ok(Math.abs(mean) < 0.015, `mean ${mean}`);
  assert.ok(Math.abs(variance - 1) < 0.02, `variance ${variance}`);
  assert.ok(Math.abs(beyondTwo - 0.0455) < 0.003, `beyond two ${beyondTwo}`);
});

test('a shuffle keeps every item, works in place, and makes every order equally likely', () => {
  const items = Uint32Array.from({ length: 100 }, (_, index) => index);
  assert.equal(createRandom(6).shuffle(items), items);
  assert.deepEqual(
    [...items].sort((a, b) => a - b),
    Array.from({ length: 100 }, (_, index) => index),
  );
  assert.deepEqual(createRandom(6).shuffle([]), []);
  assert.deepEqual(createRandom(6).shuffle([9]), [9]);

  const random = createRandom(7);
  const orders = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const order = random.shuffle([0, 1, 2]).join('');
    orders.set(order, (orders.get(order) ?? 0) + 1);
  }
  assert.equal(orders.size, 6);
  for (const [order, count] of orders)
    assert.ok(Math.abs(count - 1000) < 130, `${order} came ${count} times`);
});

test('a seed that is not a whole number, and a state that is none, are refused', () => {
  assert.throws(() => createRandom(-1), new RangeError('createRandom: seed must be an integer ≥ 0, got -1'));
  assert.throws(
    () => createRandom(0.5),
    new RangeError('createRandom: seed must be an integer ≥ 0, got 0.5'),
  );
  for (const state of [
    [1, 2, 3],
    [0, 0, 0, 0],
    [1, 2, 3, 0.5],
    [1, 2, 3, 2 ** 31],
  ]) {
    assert.throws(
      () => restoreRandom(state),
      new RangeError(`restoreRandom: state must be four 32-bit integers, not all 0, got [${state}]`),
    );
  }
});
