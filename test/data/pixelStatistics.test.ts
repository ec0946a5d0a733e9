import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pixelStatistics } from '../../lib/data/pixelStatistics';
import { readDigits } from '../../lib/data/readDigits';
import { makeDigits } from './makeDigits';

test('two digits of two pixels have the statistics worked out by hand', () => {
  const images = Uint8Array.of(0, 10, 6, 10);
  const digits = { images, labels: new Uint8Array(2), count: 2, height: 1, width: 2, classes: 10 };
  assert.deepEqual(pixelStatistics(digits), {
    mean: Float64Array.of(3, 10),
    standardDeviation: Float64Array.of(3, 0),
    smallest: Uint8Array.of(0, 10),
    largest: Uint8Array.of(6, 10),
  });
});

test('one digit is its own mean, and nothing varies', () => {
  const one = makeDigits(1);
  const { mean, standardDeviation } = pixelStatistics(one);
  assert.deepEqual([...mean], [...one.images]);
  assert.ok(standardDeviation.every(value => value === 0));
});

test('nobody has written into the corner of a digit', async () => {
  const { largest, mean } = pixelStatistics(await readDigits('data/sample.csv'));
  assert.deepEqual([largest[0], largest[27], largest[783]], [0, 0, 0]);
  assert.ok(mean[14 * 28 + 14]! > 100);
});

test('no digits have no statistics', () =>
  assert.throws(() => pixelStatistics(makeDigits(0)), {
    name: 'InputError',
    message: 'pixelStatistics: digits must have at least one digit, got none',
  }));
