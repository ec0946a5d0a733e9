import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type OriginProgramFault,
  type OriginProgramOptions,
  originProgram,
  originProgramFaults,
  type ProgramRun,
} from '../../lib/train/originProgram';

/** Ten rows, the last four held out, in batches of two. */
const SMALL = { count: 10, heldOutFrom: 6, batchSize: 2, steps: 4, testBatches: 3 };
const small = (...faults: OriginProgramFault[]) => originProgram({ ...SMALL, faults });
/** `step 0-2` and so on, to be read at a glance. */
const written = (runs: readonly ProgramRun[]) => runs.map(({ fetch, from, to }) => `${fetch} ${from}-${to}`);

test('without faults: ask, then learn, batch after batch and anew after the last; then ask what is held out', () => {
  const { training, test: asked } = small();
  assert.deepEqual(written(training), [
    ...['accuracy 0-2', 'step 0-2', 'accuracy 2-4', 'step 2-4'],
    ...['accuracy 4-6', 'step 4-6', 'accuracy 0-2', 'step 0-2'],
  ]);
  assert.deepEqual(written(asked), ['accuracy 6-8', 'accuracy 8-10']);
});

test('with all of them it is the program of 2017', () => {
  const { training, test: asked } = originProgram({ count: 42_000, heldOutFrom: 40_000 });
  assert.deepEqual(written(training.slice(0, 4)), [
    ...['step 0-50', 'accuracy 0-50', 'step 0-100', 'accuracy 0-100'],
  ]);
  assert.deepEqual(written(training.slice(-2)), ['step 0-2500', 'accuracy 0-2500']);
  assert.equal(training.length, 100);
  assert.deepEqual(written(asked.slice(78, 82)), [
    ...['step 41950-42000', 'accuracy 41950-42000', 'step 42000-42000', 'accuracy 42000-42000'],
  ]);
  assert.equal(asked.length, 200);
});

test('each fault alone changes one thing', () => {
  const healthy = small();
  const prefixes = small('growingPrefixes');
  assert.deepEqual(
    written(prefixes.training.filter(({ fetch }) => fetch === 'step')),
    ['step 0-2', 'step 0-4', 'step 0-6', 'step 0-6'], // a slice ends where the rows do
  );
  assert.deepEqual(prefixes.test, healthy.test);

  const shared = small('sharedRows');
  assert.deepEqual(written(shared.training).at(-1), 'step 6-8');
  assert.deepEqual(shared.test, healthy.test);

  const after = small('asksAfterLearning');
  assert.deepEqual(written(after.training).slice(0, 2), ['step 0-2', 'accuracy 0-2']);
  assert.deepEqual(after.test, healthy.test);

  const learning = small('learnsFromTest');
  assert.deepEqual(learning.training, healthy.training);
  assert.deepEqual(written(learning.test), ['accuracy 6-8', 'step 6-8', 'accuracy 8-10', 'step 8-10']);

  const empty = small('emptyBatches');
  assert.deepEqual(empty.training, healthy.training);
  assert.deepEqual(written(empty.test), ['accuracy 6-8', 'accuracy 8-10', 'accuracy 10-10']);
});

test('batches that do not divide: the last one is short, in both loops', () => {
  const { training, test: asked } = originProgram({
    ...{ count: 12, heldOutFrom: 7, batchSize: 3, steps: 4, faults: [] },
  });
  const learned = training.filter(({ fetch }) => fetch === 'step');
  assert.deepEqual(written(learned), ['step 0-3', 'step 3-6', 'step 6-7', 'step 0-3']);
  assert.deepEqual(written(asked), ['accuracy 7-10', 'accuracy 10-12']);
});

test('no steps and no test batches are an empty program', () => {
  const options: OriginProgramOptions = { ...SMALL, steps: 0, testBatches: 0 };
  assert.deepEqual(originProgram(options), { training: [], test: [] });
});

test('healthy, an epoch learns each row once, no row is both learned and asked in the test, all of those are asked', () => {
  const sizes = fc.record({
    learned: fc.integer({ min: 1, max: 60 }),
    held: fc.integer({ min: 1, max: 60 }),
  });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 70 }), ({ learned, held }, batchSize) => {
      const steps = Math.ceil(learned / batchSize);
      const options = { count: learned + held, heldOutFrom: learned, batchSize, steps, faults: [] };
      const { training, test: asked } = originProgram(options);
      const rowsOf = (runs: readonly ProgramRun[]) =>
        runs.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i));
      const all = Array.from({ length: learned + held }, (_, row) => row);
      const steppedOn = training.filter(({ fetch }) => fetch === 'step');
      assert.deepEqual([...rowsOf(steppedOn), ...rowsOf(asked)], all);
    }),
    { seed: 12, numRuns: 200 },
  );
});

test('numbers out of range and faults that are none are refused', () => {
  const refuse = (options: Partial<OriginProgramOptions>, message: string) =>
    assert.throws(() => originProgram({ ...SMALL, ...options }), new RangeError(`originProgram: ${message}`));
  refuse({ count: 1 }, 'count must be an integer ≥ 2, got 1');
  refuse({ heldOutFrom: 10 }, 'heldOutFrom must be an integer in [1, 9], got 10');
  refuse({ batchSize: 0 }, 'batchSize must be an integer ≥ 1, got 0');
  refuse({ steps: -1 }, 'steps must be an integer ≥ 0, got -1');
  refuse({ testBatches: 0.5 }, 'testBatches must be an integer ≥ 0, got 0.5');
  refuse(
    { faults: ['rawPixels' as OriginProgramFault] },
    `faults must be among ${originProgramFaults.join(', ')}, got rawPixels`,
  );
});
