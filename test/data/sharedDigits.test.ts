import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { selectDigits } from '../../lib/data/selectDigits';
import { sharedDigits } from '../../lib/data/sharedDigits';
import { splitDigits } from '../../lib/data/splitDigits';
import type { Digits } from '../../lib/types/digits';
import { makeDigits } from './makeDigits';

/** Images of two pixels, one after the other. */
const pairs = (...images: [number, number][]): Digits => ({
  ...{ images: Uint8Array.from(images.flat()), labels: new Uint8Array(images.length) },
  ...{ count: images.length, height: 1, width: 2, classes: 10 },
});

test('rows of the second set are named if their image is anywhere in the first', () => {
  const train = pairs([1, 2], [3, 4], [3, 4]);
  assert.deepEqual([...sharedDigits(train, pairs([3, 4], [2, 1], [1, 2], [3, 4]))], [0, 2, 3]);
});

test('the label plays no part: a digit with another label is still the same picture', () => {
  const train = pairs([1, 2]);
  const relabelled = { ...train, labels: Uint8Array.from([7]) };
  assert.deepEqual([...sharedDigits(train, relabelled)], [0]);
  assert.deepEqual([...sharedDigits(train, { ...train, labels: new Uint8Array(0) })], [0]);
});

test('nothing is shared with an empty set, and everything with oneself', () => {
  const some = makeDigits(20);
  const none = selectDigits(some, []);
  assert.deepEqual([sharedDigits(some, none).length, sharedDigits(none, some).length], [0, 0]);
  assert.deepEqual([...sharedDigits(some, some)], [...some.labels.keys()]);
});

test('it finds what comparing all with all finds', () => {
  const image = fc.tuple(fc.nat(2), fc.nat(2));
  fc.assert(
    fc.property(fc.array(image, { maxLength: 6 }), fc.array(image, { maxLength: 9 }), (one, other) => {
      const slowly = [...other.keys()].filter(row => one.some(known => `${known}` === `${other[row]}`));
      assert.deepEqual([...sharedDigits(pairs(...one), pairs(...other))], slowly);
    }),
    { seed: 12, numRuns: 200 },
  );
});

test('the parts of splitDigits share no image, if all images differ', () => {
  const { train, validation } = splitDigits(makeDigits(100), { validation: 0.3, seed: 1 });
  assert.equal(sharedDigits(train, validation).length, 0);
});

test('images of two sizes are refused', () => {
  assert.throws(
    () => sharedDigits(makeDigits(1), makeDigits(1, { height: 6, width: 5 })),
    new RangeError('sharedDigits: heldOut must have images of 28 × 28 as train has, got 6 × 5'),
  );
});
