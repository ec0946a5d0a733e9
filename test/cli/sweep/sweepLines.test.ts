import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SweepLines } from '../../../lib/cli/sweep/sweepLines';

const progress = { text: 'seed 1: 90.00 % right', done: 2, failed: 1, jobs: 9, secondsLeft: 75 };

function written(
  terminal: boolean,
  use: (lines: SweepLines, tick: (seconds: number) => void) => void,
): string {
  let text = '';
  let now = 0;
  const err = (more: string): void => {
    text += more;
  };
  const lines = new SweepLines({ terminal, err }, () => now);
  use(lines, seconds => {
    now += 1000 * seconds;
  });
  lines.end();
  return text;
}

test('in a log each job is one line, with the time left', () => {
  const { secondsLeft: _, ...first } = { ...progress, done: 0, failed: 0 };
  const text = written(false, lines => {
    lines.show(first);
    lines.show(progress);
  });
  assert.equal(text, '0/9  seed 1: 90.00 % right\n3/9  seed 1: 90.00 % right  (about 1 min 15 s left)\n');
});

test('on a terminal a line below it moves, and is gone at the end', () => {
  const clear = '\r\u001b[K';
  const text = written(true, lines => lines.show(progress));
  assert.equal(
    text,
    `${clear}3/9  seed 1: 90.00 % right\n${clear}3 of 9 jobs  (about 1 min 15 s left)${clear}`,
  );
});

test('between two jobs the time left goes down, to nothing and not below', t => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const text = written(true, (lines, tick) => {
    lines.show(progress);
    tick(15);
    t.mock.timers.tick(1000);
    tick(100);
    t.mock.timers.tick(1000);
  });
  assert.deepEqual(text.match(/about .*? left/g), [
    'about 1 min 15 s left',
    'about 1 min 0 s left',
    'about 0.0 s left',
  ]);
});
