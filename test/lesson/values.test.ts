import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { copyValue } from '../../lib/lesson/copyValue';
import { describeValue } from '../../lib/lesson/describeValue';
import { sameValue } from '../../lib/lesson/sameValue';

test('values are the same up to rounding, whatever kind of list holds them', () => {
  assert.ok(sameValue([0.1 + 0.2], Float32Array.of(0.3)));
  assert.ok(sameValue([[1], [2, 3]], [Uint8Array.of(1), [2, 3]]));
  assert.ok(sameValue(Number.NaN, Number.NaN));
  assert.ok(sameValue(1e12, 1e12 + 1));
  assert.ok(sameValue(0, -0));
});

test('other values, lengths and kinds are not the same', () => {
  const different: [unknown, unknown][] = [
    [1, 1.00001],
    [[1], [1, 2]],
    [
      [1, 2],
      [2, 1],
    ],
    [[], 0],
    [1, '1'],
    [0, Number.NaN],
    [1e9, Number.POSITIVE_INFINITY],
    [undefined, null],
    [[undefined], []],
    [new DataView(new ArrayBuffer(0)), []],
  ];
  for (const [a, b] of different) {
    assert.equal(sameValue(a, b), false, `${describeValue(a)} and ${describeValue(b)}`);
    assert.equal(sameValue(b, a), false, `${describeValue(b)} and ${describeValue(a)}`);
  }
});

test('equality is reflexive and symmetric', () => {
  const value = fc.oneof(
    fc.double(),
    fc.string(),
    fc.array(fc.double()),
    fc.float64Array(),
    fc.constant(undefined),
  );
  fc.assert(
    fc.property(value, value, (a, b) => {
      assert.ok(sameValue(a, a));
      assert.equal(sameValue(a, b), sameValue(b, a));
    }),
    { seed: 1 },
  );
});

test('values are described in a few characters', () => {
  const described: [unknown, string][] = [
    [0.2, '0.2'],
    [1 / 3, '0.3333'],
    [-0, '0'],
    [Number.NaN, 'NaN'],
    [Float32Array.of(0, 0.2, 1), '[0, 0.2, 1]'],
    [new Uint8Array(784), '[0, 0, 0, 0, 0, 0, 0, 0, … 776 more]'],
    [[[1, 2], []], '[[1, 2], []]'],
    ['7', '"7"'],
    [undefined, 'undefined'],
    [null, 'null'],
    [Promise.resolve(), 'a Promise'],
    [() => 1, 'a function'],
    [{ images: 1, labels: [2] }, '{ images: 1, labels: [2] }'],
    [
      new (class Point {
        x = 1;
      })(),
      'an object with x',
    ],
    [16_777_217, '16777217'],
  ];
  for (const [value, text] of described) assert.equal(describeValue(value), text);
});

test('plain objects are the same when their values are', () => {
  assert.ok(sameValue({ shape: [1], data: Float64Array.of(0.3) }, { data: [0.1 + 0.2], shape: [1] }));
  assert.ok(!sameValue({ a: 1 }, { a: 1, b: 2 }));
  assert.ok(!sameValue({ a: 1, b: undefined }, { a: 1, c: undefined }));
  assert.ok(!sameValue(new Date(0), new Date(0)));
});

test('a tolerance of its own lets coarser answers pass', () => {
  assert.ok(sameValue([1], [1.001], 0.01));
  assert.ok(!sameValue({ a: 1 }, { a: 1.1 }, 0.01));
});

test('a small array is described as it would be typed, others with their shape', () => {
  assert.equal(describeValue({ shape: [2, 2], data: [1, 0, Number.NaN, 1] }), '[[1, 0], [NaN, 1]]');
  assert.equal(describeValue({ shape: [], data: [7] }), '7');
  assert.equal(
    describeValue({ shape: [1, 2, 2, 1], data: [1, 2, 3, 4] }),
    '[[1, 2], [3, 4]] of shape [1, 2, 2, 1]',
  );
  assert.equal(describeValue({ shape: [1, 1, 1, 1], data: [5] }), '[[5]] of shape [1, 1, 1, 1]');
  assert.equal(describeValue({ shape: [3], data: [1, 2] }), '{ shape: [3], data: [1, 2] }');
});

test('a copy shares nothing that can be changed, and keeps functions', () => {
  const double = (x: number): number => 2 * x;
  const original = { list: [[1], Float64Array.of(2)], double };
  const copy = copyValue(original);
  assert.deepEqual(copy, original);
  assert.notEqual(copy.list[0], original.list[0]);
  assert.notEqual(copy.list[1], original.list[1]);
  assert.equal(copy.double, double);
});
