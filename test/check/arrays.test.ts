import { test } from 'node:test';
import { checkAxes, checkDistributions, checkFinite, checkRange, checkShape } from '../../lib/check/arrays';
import { ndarray } from '../../lib/types/ndarray';
import { assertRefuses } from '../layers/assertions';

test('axes: as many as named, none empty but the batch', () => {
  checkAxes('f', 'x', ndarray([0, 2]), ['batch', 'classes']);
  checkAxes('f', 'x', ndarray([0, 0]), ['rows', 'columns'], ['rows', 'columns']);
  assertRefuses(
    () => checkAxes('f', 'x', ndarray([3]), ['batch', 'classes']),
    'f: x must be [batch, classes], got [3]',
  );
  assertRefuses(
    () => checkAxes('f', 'x', ndarray([3, 0]), ['batch', 'classes']),
    'f: x must be [batch, classes], got [3, 0]',
  );
});

test('shape: exactly the one expected', () => {
  checkShape('f', 'x', ndarray([2, 3]), [2, 3]);
  assertRefuses(
    () => checkShape('f', 'x', ndarray([3, 2]), [2, 3]),
    'f: x must have shape [2, 3], got [3, 2]',
  );
  assertRefuses(
    () => checkShape('f', 'x', ndarray([2, 3, 1]), [2, 3]),
    'f: x must have shape [2, 3], got [2, 3, 1]',
  );
});

test('finite: the first offender is named', () => {
  checkFinite('f', 'x', ndarray([1], [Number.MAX_VALUE]));
  assertRefuses(
    () => checkFinite('f', 'x', ndarray([3], [1, Number.NaN, Number.POSITIVE_INFINITY])),
    'f: x[1] must be finite, got NaN',
  );
  assertRefuses(
    () => checkFinite('f', 'x', ndarray([1], [Number.NEGATIVE_INFINITY])),
    'f: x[0] must be finite, got -Infinity',
  );
});

test('range: both ends belong to it, NaN does not', () => {
  checkRange('f', 'x', ndarray([2], [0, 1]), 0, 1);
  assertRefuses(
    () => checkRange('f', 'x', ndarray([2], [1, 1.5]), 0, 1),
    'f: x[1] must be in [0, 1], got 1.5',
  );
  assertRefuses(
    () => checkRange('f', 'x', ndarray([1], [Number.NaN]), 0, 1),
    'f: x[0] must be in [0, 1], got NaN',
  );
});

test('distributions: each row in [0, 1] and summing to 1, float32 rounding forgiven', () => {
  checkDistributions('f', 'p', ndarray([2, 2], [0.5, 0.5, 1, 0]));
  checkDistributions('f', 'p', ndarray([1, 3], Float32Array.of(0.1, 0.2, 0.7)));
  assertRefuses(
    () => checkDistributions('f', 'p', ndarray([2, 2], [0.5, 0.5, 0.5, 0.4])),
    'f: p row 1 must sum to 1, got 0.9',
  );
  assertRefuses(
    () => checkDistributions('f', 'p', ndarray([1, 2], [-0.5, 1.5])),
    'f: p[0] must be in [0, 1], got -0.5',
  );
});
