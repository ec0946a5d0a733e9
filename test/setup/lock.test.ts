import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { withLock } from '../../scripts/setup/lock.mjs';
import { temporaryFolder } from './temporaryFolder';

const never = (): never => assert.fail('nobody else holds the lock');

test('the lock names its holder while the work runs and is gone afterwards, also after a failure', async t => {
  const file = join(temporaryFolder(t), 'deep', 'lock');
  const held = await withLock(file, async () => readFileSync(file, 'utf8'), never);
  assert.equal(held, `${hostname()} ${process.pid}`);
  assert.equal(existsSync(file), false);

  const failing = withLock(file, () => Promise.reject(new Error('no luck')), never);
  await assert.rejects(failing, { message: 'no luck' });
  assert.equal(existsSync(file), false);
});

test('the second waits until the first is through, and is told once whom it waits for', async t => {
  const file = join(temporaryFolder(t), 'lock');
  const order: string[] = [];
  const waitedFor: number[] = [];
  let begin = (): void => {};
  const first = withLock(
    file,
    async () => {
      order.push('first begins');
      await new Promise<void>(resolve => {
        begin = resolve;
      });
      order.push('first ends');
    },
    never,
  );
  const second = withLock(
    file,
    async () => order.push('second begins'),
    ({ pid }) => {
      waitedFor.push(pid);
      setTimeout(begin, 500);
    },
  );
  await Promise.all([first, second]);
  assert.deepEqual(order, ['first begins', 'first ends', 'second begins']);
  assert.deepEqual(waitedFor, [process.pid]);
});

test('the lock of a process that was killed is taken over at once', async t => {
  const file = join(temporaryFolder(t), 'lock');
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise(resolve => child.on('exit', resolve));
  writeFileSync(file, `${hostname()} ${child.pid}`);
  assert.equal(await withLock(file, async () => 'mine', never), 'mine');
});

test('the lock of another machine is respected while it is touched, and taken over after a minute', async t => {
  const file = join(temporaryFolder(t), 'lock');
  writeFileSync(file, 'another-machine 1');
  const minuteAgo = new Date(Date.now() - 61_000);
  let told: unknown;
  const work = withLock(
    file,
    async () => 'mine',
    holder => {
      told = holder;
      utimesSync(file, minuteAgo, minuteAgo);
    },
  );
  assert.equal(await work, 'mine');
  assert.deepEqual(told, { pid: 1, host: 'another-machine' });
});
