import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { logSumExp, logSumExpGradient } from '../../lib/layers/logSumExp';
import { ndarray } from '../../lib/types/ndarray';
import { law, scalar, scores } from './arbitraries';
import { mapped, randomArray, rowsOf } from './arrays';
import { assertClose, assertLayerGradient, assertRefuses, assertSame } from './assertions';

test('log(1 + 3) is found from the scores 0 and log 3', () => {
  const result = logSumExp(ndarray([2, 2], [0, Math.log(3), 0, 0]));
  assert.deepEqual(result.shape, [2]);
  assertClose(result.data, [Math.log(4), Math.log(2)]);
});

test('±1000 do not overflow', () => {
  assertClose(logSumExp(ndarray([1, 2], [1000, 1000])).data, [1000 + Math.LN2], 1e-15);
  assertClose(logSumExp(ndarray([1, 2], [-1000, -1000])).data, [-1000 + Math.LN2], 1e-15);
});

test('one score is its own answer, no row gives none', () => {
  assertSame(logSumExp(ndarray([1, 1], [-7])), [1], [-7]);
  assertSame(logSumExp(ndarray([0, 4])), [0], []);
});

test('law: the answer lies between the maximum and log(classes) above it', () => {
  law(scores, logits => {
    const classes = logits.shape[1]!;
    rowsOf(logits).forEach((row, index) => {
      const above = logSumExp(logits).data[index]! - Math.max(...row);
      assert.ok(above >= 0 && above <= Math.log(classes) + 1e-12, `${above}`);
    });
  });
});

test('law: raising all scores raises the answer as much', () => {
  law(fc.tuple(scores, scalar), ([logits, shift]) => {
    const raised = logSumExp(mapped(logits, score => score + shift));
    assertClose(raised.data, mapped(logSumExp(logits), value => value + shift).data);
  });
});

test('the gradient by hand: equal scores share the upstream gradient', () => {
  assertSame(logSumExpGradient(ndarray([1], [2]), ndarray([1, 2], [5, 5])), [1, 2], [1, 1]);
});

test('the gradient agrees with finite differences', () => {
  const logits = randomArray([3, 4], 1);
  assertLayerGradient(logSumExp, upstream => logSumExpGradient(upstream, logits), logits);
});

test('what is no matrix of finite scores is refused', () => {
  assertRefuses(() => logSumExp(ndarray([3])), 'logSumExp: logits must be [batch, classes], got [3]');
  assertRefuses(
    () => logSumExp(ndarray([1, 1], [Infinity])),
    'logSumExp: logits[0] must be finite, got Infinity',
  );
  assertRefuses(
    () => logSumExpGradient(ndarray([1]), ndarray([1, 1], [Number.NaN])),
    'logSumExpGradient: logits[0] must be finite, got NaN',
  );
  assertRefuses(
    () => logSumExpGradient(ndarray([2]), ndarray([3, 2])),
    'logSumExpGradient: upstream must have shape [3], got [2]',
  );
});
