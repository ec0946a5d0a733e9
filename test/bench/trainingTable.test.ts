/** The table of the training comparison. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trainingTable } from '../../bench/training/trainingTable';

const turn = (seconds: number, loss: number) => ({
  seconds,
  cpuSeconds: 2 * seconds,
  loss,
  peakMegabytes: 1,
});

test('Each line has the median and the range, beside the session at the same batch size.', () => {
  const table = trainingTable(
    [
      {
        name: 'session',
        batchSize: 50,
        firstStepSeconds: 0.25,
        images: 1000,
        turns: [turn(0.5, 0.3), turn(0.25, 0.2), turn(1, 0.1)],
      },
      {
        name: 'other',
        batchSize: 50,
        firstStepSeconds: 8,
        images: 1000,
        turns: [turn(2, 0.5), turn(4, 0.25)],
      },
      { name: 'session', batchSize: 128, firstStepSeconds: 0.1, images: 1000, turns: [turn(0.125, 0.01)] },
      { name: 'other', batchSize: 128, firstStepSeconds: 0.1, images: 1000, turns: [turn(0.125, 0.01)] },
    ],
    10e6,
    100e9,
  );
  assert.equal(
    table,
    [
      '| batch | | images/s | range | of session | CPU µs per image | share of peak | first step, s | loss |',
      '|---:|---|---:|---:|---:|---:|---:|---:|---:|',
      '| 50 | session | 2000 | 1000–4000 | 1.00 | 1000 | 20 % | 0.25 | 0.100 |',
      '| 50 | other | 375 | 250–500 | 0.19 | 6000 | 4 % | 8.00 | 0.250 |',
      '| 128 | session | 8000 | 8000–8000 | 1.00 | 250 | 80 % | 0.10 | 0.010 |',
      '| 128 | other | 8000 | 8000–8000 | 1.00 | 250 | 80 % | 0.10 | 0.010 |',
    ].join('\n'),
  );
});
