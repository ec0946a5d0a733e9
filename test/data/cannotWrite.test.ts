import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cannotWrite } from '../../lib/data/cannotWrite';

const system = (code: string): Error => Object.assign(new Error(`${code}: what the system says`), { code });

test('a full disk is named with the file, and the code of the system is kept', () => {
  const error = cannotWrite('a.csv', system('ENOSPC'));
  assert.equal(error.message, 'a.csv cannot be written: the disk is full');
  assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
});

test('an error that says nothing of the disk stays as it is', () => {
  for (const error of [system('EMFILE'), new RangeError('stopped')]) {
    assert.equal(cannotWrite('a.csv', error), error);
  }
});
