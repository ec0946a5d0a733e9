import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { withLock } from '../../scripts/setup/lock.mjs';
import { temporaryFolder } from './temporaryFolder';
import { until } from './until';

const lockModule = new URL('../../scripts/setup/lock.mjs', import.meta.url).href;

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

test('the lock of another machine is respected while it is touched, and taken over when it no longer is', async t => {
  const file = join(temporaryFolder(t), 'lock');
  writeFileSync(file, 'another-machine 1');
  let told: unknown;
  let touched = 0;
  // Its clock is an hour behind ours, then a day ahead: only that it moves counts.
  const hours = [-1, -1, 24, -1, 24].map(ahead => Date.now() + 3_600_000 * ahead);
  const touch = setInterval(() => {
    const time = hours.pop();
    if (time === undefined) clearInterval(touch);
    else utimesSync(file, new Date(time), new Date(time + touched++));
  }, 200);
  const began = performance.now();
  const work = withLock(
    file,
    async () => 'mine',
    holder => {
      told = holder;
    },
    500,
  );
  assert.equal(await work, 'mine');
  assert.ok(performance.now() - began > 1400, 'respected for as long as it was touched');
  const { pid, host } = told as { pid: number; host: string };
  assert.deepEqual({ pid, host }, { pid: 1, host: 'another-machine' });
});

test('a holder that is alive keeps its lock when the clock jumps by a day', async t => {
  const file = join(temporaryFolder(t), 'lock');
  const program = `
    import { withLock } from ${JSON.stringify(lockModule)};
    await withLock(${JSON.stringify(file)}, () => new Promise(resolve => setTimeout(resolve, 1500)), () => {});
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
  const ended = new Promise(resolve => child.on('exit', resolve));
  await until('the lock is taken', () => existsSync(file));
  const tomorrow = new Date(Date.now() + 86_400_000);
  utimesSync(file, tomorrow, tomorrow);
  let waited = false;
  await withLock(
    file,
    async () => assert.notEqual(child.exitCode, null, 'both at work'),
    () => {
      waited = true;
      const yesterday = new Date(Date.now() - 86_400_000);
      utimesSync(file, yesterday, yesterday);
    },
  );
  await ended;
  assert.ok(waited);
});
