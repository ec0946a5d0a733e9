import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatCount, formatPercent, formatSeconds } from '../../lib/cli/format';
import { TrainProgress } from '../../lib/cli/trainProgress';

const event = {
  epoch: 1,
  step: 117,
  steps: 469,
  learningRate: 0.001,
  loss: 0.25,
  accuracy: 0.9,
  imagesPerSecond: 1749.6,
  secondsLeft: 75,
};

/** What is written for steps at these times, in milliseconds. */
function written(terminal: boolean, times: number[]): string[] {
  const lines: string[] = [];
  let now = 0;
  const progress = new TrainProgress(
    text => lines.push(text),
    terminal,
    2,
    () => now,
  );
  for (const time of times) {
    now = time;
    progress.step(event);
  }
  return lines;
}

test('on a terminal one line is drawn over, ten times a second at most', () => {
  const line =
    '\r\u001b[Kepoch 1/2 ██████░░░░░░░░░░░░░░░░░░ 24 %  loss 0.2500  1 750 images/s  1 min 15 s left';
  assert.deepEqual(written(true, [50, 100, 150, 199, 200]), [line, line]);
});

test('elsewhere a whole line is written every ten seconds', () => {
  const line = 'epoch 1/2  24 %  loss 0.2500  1 750 images/s  1 min 15 s left\n';
  assert.deepEqual(written(false, [100, 9_999, 10_000, 19_999, 20_000]), [line, line]);
});

test('the end of an epoch is a line that stays', () => {
  const lines: string[] = [];
  const progress = new TrainProgress(
    text => lines.push(text),
    true,
    2,
    () => 0,
  );
  progress.epoch({ epoch: 2, loss: 0.05, learningRate: 0.001, seconds: 28.6, imagesPerSecond: 2097.9 });
  const validation = { validationLoss: 0.0375, validationAccuracy: 0.98734 };
  progress.epoch({
    epoch: 2,
    loss: 0.05,
    learningRate: 0.001,
    seconds: 28.6,
    imagesPerSecond: 2097.9,
    ...validation,
  });
  assert.deepEqual(lines, [
    '\r\u001b[K',
    'epoch 2/2  loss 0.0500  (29 s, 2 098 images/s)\n',
    '\r\u001b[K',
    'epoch 2/2  loss 0.0500  held out: loss 0.0375, 98.73 % right  (29 s, 2 098 images/s)\n',
  ]);
});

test('numbers, times and parts are written for people', () => {
  assert.deepEqual([0, 999, 1000, 60_000, 1_234_567].map(formatCount), [
    '0',
    '999',
    '1 000',
    '60 000',
    '1 234 567',
  ]);
  assert.deepEqual([0, 1.26, 9.94, 9.96, 59.4, 59.6, 3601].map(formatSeconds), [
    '0.0 s',
    '1.3 s',
    '9.9 s',
    '10 s',
    '59 s',
    '1 min 0 s',
    '60 min 1 s',
  ]);
  assert.deepEqual([0, 0.98765, 1].map(formatPercent), ['0.00 %', '98.77 %', '100.00 %']);
});
