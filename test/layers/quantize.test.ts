import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dequantize, quantize } from '../../lib/layers/quantize';
import { ndarray } from '../../lib/types/ndarray';
import { assertRefuses } from './assertions';

test('each channel has its own step: a weak filter keeps its shape beside a strong one', () => {
  const { steps, integers, shape } = quantize(ndarray([1, 1, 2, 2], [0.01, 127, -0.0025, -63.5]));
  assert.deepEqual(shape, [1, 1, 2, 2]);
  assert.deepEqual([...steps], [0.01 / 127, 1]);
  assert.deepEqual([...integers], [127, 127, -32, -63]); // halves go up: −63.5 becomes −63
});

test('a channel of zeros stays zero, and nothing at all stays nothing', () => {
  const zeros = quantize(ndarray([2, 2], [0, 5, 0, -5]));
  assert.deepEqual([...dequantize(zeros).data], [0, 5, 0, -5]);
  assert.deepEqual(dequantize(quantize(ndarray([0, 3]))), ndarray([0, 3]));
});

test('every weight comes back within half a step of its channel, the largest of each channel nearly exactly', () => {
  const weights = fc
    .integer({ min: 1, max: 4 })
    .chain(channels =>
      fc
        .array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: channels, maxLength: 40 })
        .map(values =>
          ndarray(
            [Math.floor(values.length / channels), channels],
            values.slice(0, values.length - (values.length % channels)),
          ),
        ),
    );
  const law = fc.property(weights, array => {
    const channels = array.shape[1]!;
    const packed = quantize(array);
    const back = dequantize(packed).data;
    for (let channel = 0; channel < channels; channel++) {
      const places = [...array.data.keys()].filter(index => index % channels === channel);
      const largest = Math.max(...places.map(index => Math.abs(array.data[index]!)));
      for (const index of places) {
        const apart = Math.abs(back[index]! - array.data[index]!);
        assert.ok(apart <= (largest / 254) * (1 + 1e-9) + 1e-300, `${apart} of ${largest}`);
        if (Math.abs(array.data[index]!) === largest) assert.ok(apart <= 1e-12 * largest + 1e-300);
      }
    }
    assert.ok(packed.integers.every(integer => Math.abs(integer) <= 127));
  });
  fc.assert(law, { seed: 7 });
});

test('what is no array of channels is refused', () => {
  assertRefuses(() => quantize(ndarray([], [1])), 'quantize: weights must be […, channels], got []');
  assertRefuses(
    () => quantize(ndarray([2], [1, Number.NaN])),
    'quantize: weights[1] must be finite, got NaN',
  );
});
