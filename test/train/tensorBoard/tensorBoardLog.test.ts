/** The log of a training: what fit told is what stands in the files. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { lenet } from '../../../lib/model/lenet';
import { ready } from '../../../lib/tensorflow/tf';
import type { EpochEvent, StepEvent } from '../../../lib/train/events';
import { fit } from '../../../lib/train/fit';
import { tensorBoardLog } from '../../../lib/train/tensorBoard/tensorBoardLog';
import { makeDigits } from '../../data/makeDigits';
import { temporaryFolder } from '../../temporaryFolder';
import { readEvents } from './readEvents';

before(ready);
const root = temporaryFolder();

test('a training with validation: two folders, steps counted through the epochs, every number as fit told it', async () => {
  const folder = join(root, 'training');
  const steps: StepEvent[] = [];
  const epochs: EpochEvent[] = [];
  let time = 0;
  const log = tensorBoardLog(folder, { now: () => 1000 * time++ });
  await fit(lenet({ seed: 1 }), makeDigits(20), {
    ...{ epochs: 2, batchSize: 8, seed: 1, validation: makeDigits(10, { seed: 2 }) },
    onStep: event => {
      steps.push(event);
      log.step(event);
    },
    onEpoch: event => {
      epochs.push(event);
      log.epoch(event);
    },
  });
  const float = Math.fround;
  const [, ...training] = readEvents(join(folder, 'train'));
  const [, ...validation] = readEvents(join(folder, 'validation'));
  assert.deepEqual(
    training.map(({ step, values }) => [step, values]),
    steps.map(({ loss, accuracy, learningRate, imagesPerSecond }, index) => [
      index + 1,
      {
        loss: float(loss),
        accuracy: float(accuracy),
        'learning rate': float(learningRate),
        'images per second': float(imagesPerSecond),
      },
    ]),
  );
  assert.deepEqual(
    validation.map(({ step, values }) => [step, values]),
    epochs.map(({ validationLoss, validationAccuracy }, index) => [
      3 * (index + 1),
      { loss: float(validationLoss!), accuracy: float(validationAccuracy!) },
    ]),
  );
  const times = [...training, ...validation].map(({ wallTime }) => wallTime).sort((a, b) => a - b);
  assert.deepEqual(times, [1, 2, 3, 5, 6, 7, 8, 9]); // 0 and 4 are the files' first records
});

test('without validation there is one folder, and its handlers may be passed on alone', async () => {
  const folder = join(root, 'alone');
  const { step, epoch } = tensorBoardLog(folder);
  await fit(lenet({ seed: 1 }), makeDigits(4), { epochs: 1, seed: 1, onStep: step, onEpoch: epoch });
  const [first, second] = readEvents(join(folder, 'train'));
  assert.equal(second!.step, 1);
  assert.ok(Math.abs(first!.wallTime - Date.now() / 1000) < 60);
  assert.equal(existsSync(join(folder, 'validation')), false);
});
