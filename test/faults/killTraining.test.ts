import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { ready } from '../../lib/tensorflow/tf';
import { temporaryFolder } from '../temporaryFolder';
import { assertNothingHalf, assertTidy, phases, train, weightsOf } from './trainings';

const root = temporaryFolder();
const TRIALS = 3;
before(ready);

test('killed in one phase after the other, a training ends as if nothing had happened', async () => {
  const undisturbed = join(root, 'undisturbed');
  const whole = await train(undisturbed);
  assert.equal(whole.code, 0, whole.err);
  const weights = weightsOf(undisturbed);

  const folder = join(root, 'killed');
  const caught: string[] = [];
  for (const [phase, moment] of Object.entries(phases)) {
    for (let trial = 0; trial < TRIALS; trial++) {
      const { signal, code, err } = await train(folder, moment(folder));
      assert.ok(signal === 'SIGKILL' || code === 0, err);
      await assertNothingHalf(folder, weights);
      if (signal === 'SIGKILL') {
        caught.push(phase);
        break;
      }
      // The moment was missed, and the training has ended: begin anew.
      rmSync(folder, { recursive: true });
    }
  }
  // A file that is written within a millisecond may slip through each time; most do not.
  assert.ok(caught.length >= Object.keys(phases).length - 3, caught.join(', '));
  const last = await train(folder);
  assert.equal(last.code, 0, last.err);
  assert.equal(weightsOf(folder), weights);
  assertTidy(folder);
});
