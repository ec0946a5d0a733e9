/** The session's side of the training comparison, from the built library. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Contender } from '../../bench/training/contender';
import { nativeMissing } from '../../lib/tensorflow/tf';

const needsNative = nativeMissing === undefined ? {} : { skip: 'native TensorFlow is not installed' };

test('The session trains turn after turn, and goes on where it stopped.', needsNative, async () => {
  const contender = await Contender.start('session', [process.execPath, 'bench/training/trainSession.mjs']);
  assert.equal(contender.ready.parameters, 820_922);
  const first = await contender.train({ batchSize: 50, steps: 10, first: 0 });
  const second = await contender.train({ batchSize: 50, steps: 10, first: 500 });
  contender.stop();
  // An untrained network is at ln 10 = 2.3 nats or above.
  assert.ok(second.loss < first.loss && second.loss < 1.5, `losses ${first.loss}, ${second.loss}`);
  for (const { seconds, cpuSeconds, peakMegabytes } of [first, second]) {
    assert.ok(seconds > 0 && cpuSeconds > 0 && peakMegabytes > 100);
  }
});
