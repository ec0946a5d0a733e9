import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelSeries, pixelFrame, toDataFrame } from '../../lib/tensorflow/dataFrames';
import { makeDigits } from '../data/makeDigits';

test('a frame has the file’s columns and rows, as many as were asked for', () => {
  const digits = makeDigits(7, { height: 2, width: 3 });
  const frame = toDataFrame(digits, { maxRows: 5 });
  assert.deepEqual(frame.shape, [5, 7]);
  assert.deepEqual(frame.columns.slice(0, 3), ['label', 'pixel0', 'pixel1']);
  assert.deepEqual((frame.values as number[][])[4], [4, ...digits.images.subarray(24, 30)]);
  assert.deepEqual(toDataFrame(digits).shape, [7, 7]);
});

test('digits without labels have no label column', () => {
  const frame = toDataFrame({ ...makeDigits(2, { height: 1, width: 2 }), labels: new Uint8Array(0) });
  assert.deepEqual(frame.columns, ['pixel0', 'pixel1']);
});

test('labels are counted by class', () => {
  const counts = labelSeries(makeDigits(23)).valueCounts();
  assert.deepEqual(
    [...counts.index].map((label, at) => [Number(label), counts.values[at]]),
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(label => [label, label < 3 ? 3 : 2]),
  );
});

test('pixel statistics are a frame of one row for each place', () => {
  const frame = pixelFrame(makeDigits(1, { height: 2, width: 2 }));
  assert.deepEqual(frame.shape, [4, 6]);
  assert.deepEqual((frame.values as number[][])[3]!.slice(0, 2), [1, 1]);
});

test('a frame needs room for at least one row', () =>
  assert.throws(
    () => toDataFrame(makeDigits(1), { maxRows: 0 }),
    new RangeError('toDataFrame: maxRows must be an integer ≥ 1, got 0'),
  ));
