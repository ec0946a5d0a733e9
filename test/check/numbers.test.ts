import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InputError } from '../../lib/check/inputError';
import { checkBetween, checkInteger } from '../../lib/check/numbers';

test('a whole number in range is accepted, both ends included', () => {
  for (const value of [1, 2, 256]) checkInteger('f', 'classes', value, 1, 256);
  checkInteger('f', 'seed', Number.MAX_SAFE_INTEGER, 0);
});

test('anything else is refused with caller, argument, range and value', () => {
  const message = 'readDigits: classes must be an integer in [1, 256], got ';
  for (const value of [0, 257, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(
      () => checkInteger('readDigits', 'classes', value, 1, 256),
      new RangeError(`${message}${value}`),
    );
  }
  assert.throws(
    () => checkInteger('fit', 'epochs', 0, 1),
    new RangeError('fit: epochs must be an integer ≥ 1, got 0'),
  );
});

test('a number between two bounds excludes the bounds', () => {
  checkBetween('f', 'x', 0.5, 0, 1);
  for (const value of [0, 1, Number.NaN]) {
    assert.throws(
      () => checkBetween('splitDigits', 'validation', value, 0, 1),
      new RangeError(`splitDigits: validation must be a number in (0, 1), got ${value}`),
    );
  }
  assert.throws(
    () => checkBetween('fit', 'learningRate', Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY),
    new RangeError('fit: learningRate must be a number > 0, got Infinity'),
  );
});

test('an InputError is an Error that can be told apart', () => {
  const error = new InputError('nope');
  assert.ok(error instanceof Error);
  assert.equal(`${error}`, 'InputError: nope');
});
