/**
 * One set-up at a time per folder: the second waits until the first is through, then finds everything made.
 *
 * The lock is a file that names its holder. The holder touches it every second; one that has not been touched
 * for a minute, or whose process on this machine is gone, was left behind and is taken over.
 * Flow: setUp → **lock** → steps.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { refusal, SetupError } from './setupError.mjs';

const touchEvery = 1000;
const minute = 60_000;

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Who holds the lock, and when they last touched it by whatever clock; undefined if it is free.
 *
 * @param {string} file
 * @returns {{ pid: number, host: string, touched: number, gone: boolean } | undefined}
 */
function holder(file) {
  try {
    const touched = statSync(file).mtimeMs;
    const [host = '', pid = ''] = readFileSync(file, 'utf8').split(' ');
    // A file still empty was made a moment ago and is being written.
    const gone = host === hostname() && pid !== '' && !isRunning(Number(pid));
    return { pid: Number(pid), host, touched, gone };
  } catch {
    return undefined;
  }
}

/**
 * @param {string} file
 * @returns {boolean} whether the lock is ours now
 */
function take(file) {
  try {
    writeFileSync(file, `${hostname()} ${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    // On a full disk the file is made, and stays empty.
    rmSync(file, { force: true });
    const why = refusal(error);
    throw why === undefined ? error : new SetupError(`${file} cannot be written: ${why}`);
  }
}

/** Of several that find an abandoned lock, one succeeds in renaming it. @param {string} file */
function removeAbandoned(file) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    rmSync(aside);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
  }
}

/**
 * Runs `work` while holding the lock.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {(holder: { pid: number, host: string }) => void} onWait called once if another process holds the lock
 * @param {number} [abandonedAfter] milliseconds without a touch
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait, abandonedAfter = minute) {
  mkdirSync(dirname(file), { recursive: true });
  let told = false;
  // When we first saw it touched at that time: our own clock runs on evenly when the computer's is set.
  let seen = { touched: Number.NaN, since: 0 };
  while (!take(file)) {
    const other = holder(file);
    const now = performance.now();
    if (other !== undefined && other.touched !== seen.touched) seen = { touched: other.touched, since: now };
    if (other === undefined || other.gone || now - seen.since > abandonedAfter) {
      removeAbandoned(file);
      continue;
    }
    if (!told) onWait(other);
    told = true;
    await sleep(200);
  }
  // A process that was stopped for a minute may find its lock taken over; what each step makes is safe even then.
  const touch = setInterval(() => utimes(file, new Date(), new Date()).catch(() => {}), touchEvery);
  try {
    return await work();
  } finally {
    clearInterval(touch);
    rmSync(file, { force: true });
  }
}
