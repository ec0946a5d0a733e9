import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneLine } from '../../lib/check/oneLine';

test('line ends of every kind, and what a terminal would obey, become a space', () => {
  assert.equal(oneLine('two\r\nlines'), 'two lines');
  assert.equal(oneLine('a\u001b[2Jb\u2028c\u0000\u0007d\u0085e'), 'a [2Jb c d e');
});

test('other text stays as it is', () => {
  for (const text of ['', 'data/train.csv line 18: expected 785 values', '½ · 三']) {
    assert.equal(oneLine(text), text);
  }
});
