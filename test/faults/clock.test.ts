/** A clock that is set while the course works: durations and rates are those of a clock that never jumps. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { before, type TestContext, test } from 'node:test';
import { TrainProgress } from '../../lib/cli/trainProgress';
import { ready } from '../../lib/tensorflow/tf';
import type { EpochEvent, StepEvent } from '../../lib/train/events';
import { fit } from '../../lib/train/fit';
import { tensorBoardLog } from '../../lib/train/tensorBoard/tensorBoardLog';
import { temporaryFolder } from '../temporaryFolder';
import { digits, options, smallNet } from '../train/checkpoint/smallTraining';
import { readEvents } from '../train/tensorBoard/readEvents';

const root = temporaryFolder();
const course = resolve(__dirname, '..', '..');
const DAY = 86_400_000;
before(ready);

/** From now on the time of day jumps by a day at every look, back and forth. */
function breakClock(t: TestContext): void {
  const time = Date.now();
  let looks = 0;
  t.mock.method(Date, 'now', () => time + (looks++ % 2 === 0 ? -DAY : DAY));
}

test('a training tells rates, times left and seconds as if no clock had been set', async t => {
  breakClock(t);
  const began = performance.now();
  const steps: StepEvent[] = [];
  const epochs: EpochEvent[] = [];
  const written: string[] = [];
  const progress = new TrainProgress(
    text => written.push(text),
    true,
    3,
    () => performance.now(),
  );
  const folder = join(root, 'log');
  const log = tensorBoardLog(folder);
  await fit(smallNet(), digits, {
    ...options,
    onStep: event => {
      steps.push(event);
      progress.step(event);
      log.step(event);
    },
    onEpoch: event => {
      epochs.push(event);
      progress.epoch(event);
    },
  });
  const seconds = (performance.now() - began) / 1000;
  for (const { imagesPerSecond, secondsLeft } of steps) {
    assert.ok(imagesPerSecond > 0 && imagesPerSecond < 1e9, `${imagesPerSecond} images/s`);
    assert.ok(secondsLeft >= 0 && secondsLeft < 3600, `${secondsLeft} s left`);
  }
  assert.equal(epochs.length, 3);
  for (const epoch of epochs) assert.ok(epoch.seconds > 0 && epoch.seconds < seconds, `${epoch.seconds} s`);
  assert.doesNotMatch(written.join(''), /-\d+(\.\d+)? s|NaN|Infinity| h /);

  const times = readEvents(join(folder, 'train')).map(({ wallTime }) => wallTime);
  assert.deepEqual(
    times,
    [...times].sort((one, other) => one - other),
  );
  assert.ok(times.at(-1)! - times[0]! <= seconds, 'no longer than the training took');
});

test('the time of day is asked for only where a moment of another run is compared with, or the day is told', () => {
  const wanted = new Set([
    join('scripts', 'setup', 'lock.mjs'),
    join('scripts', 'setup', 'steps', 'tensorflow.mjs'),
    join('scripts', 'test.mjs'),
  ]);
  const folders = ['lib', 'scripts', 'kernel', 'book'];
  const sources = folders.flatMap(folder =>
    readdirSync(join(course, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => /\.(ts|mjs|cjs|py)$/.test(file) && !/(^|[/\\])(dist|out|node_modules)[/\\]/.test(file))
      .map(file => join(course, folder, file)),
  );
  assert.ok(sources.length > 300);
  const clocks = /\bDate\.now\b|\bnew Date\(\)|\btime\.time\(|\bdatetime\.now\(/;
  const found = sources.filter(file => clocks.test(readFileSync(file, 'utf8')));
  assert.deepEqual(found.map(file => relative(course, file)).sort(), [...wanted].sort());
});
