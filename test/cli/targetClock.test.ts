import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TargetClock } from '../../lib/cli/targetClock';
import type { StepEvent } from '../../lib/train/events';

/** A training of 2 epochs of `steps` steps, a second each, with looks that take 10 s; accuracy rises with the steps. */
async function timed(steps: number, target: number) {
  let time = 5000;
  let done = 0;
  const looks: number[] = [];
  const measure = async (): Promise<number> => {
    looks.push(done);
    time += 10_000;
    return done / (2 * steps);
  };
  const clock = new TargetClock(target, 2, measure, () => time);
  let updates = 0;
  for (const epoch of [1, 2]) {
    for (let step = 1; step <= steps; step++) {
      time += 1000;
      done++;
      const looking = clock.step({ epoch, step, steps } as StepEvent, () => updates++);
      assert.equal(
        looking instanceof Promise,
        looks.at(-1) === done,
        'training waits for a look, and for nothing else',
      );
      await looking;
    }
  }
  assert.equal(updates, looks.length);
  return { looks, secondsToTarget: clock.secondsToTarget, evaluationSeconds: clock.evaluationSeconds };
}

test('100 steps are looked at every second step of the second half, until the target is reached', async () => {
  const { looks, secondsToTarget, evaluationSeconds } = await timed(50, 0.55);
  assert.deepEqual(looks, [52, 54, 56]);
  assert.deepEqual([secondsToTarget, evaluationSeconds], [56, 30]);
});

test('the last step is looked at, also of a number of steps that fifty does not divide', async () => {
  for (const steps of [1, 2, 7, 30, 33, 235]) {
    const { looks, secondsToTarget } = await timed(steps, 1);
    assert.equal(looks.at(-1), 2 * steps);
    assert.ok(looks[0]! > steps && looks.length <= 25, `${looks}`);
    assert.equal(secondsToTarget, 2 * steps);
  }
});

test('a target that is never reached has no time, and all looks are counted', async () => {
  const { looks, secondsToTarget, evaluationSeconds } = await timed(50, 1.1);
  assert.deepEqual([looks.length, secondsToTarget, evaluationSeconds], [25, undefined, 250]);
});
