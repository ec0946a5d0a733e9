import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { complaintOf } from '../../../lib/cli/sweep/complaint';
import { jobArguments, jobKey, jobName, jobsOf, varyingOptions } from '../../../lib/cli/sweep/jobs';
import { localProcesses } from '../../../lib/cli/sweep/localProcesses';
import { meanAndSpread } from '../../../lib/evaluate/meanAndSpread';

test('a plan is its grid, the last option fastest, and then its list', () => {
  const jobs = jobsOf({
    options: { epochs: 3 },
    grid: { learningRate: [0.1, 0.2], seed: [1, 2] },
    jobs: [{ learningRate: 0.3, epochs: 4 }],
  });
  assert.deepEqual(
    jobs.map(({ options }) => [options.learningRate, options.seed, options.epochs]),
    [
      [0.1, 1, 3],
      [0.1, 2, 3],
      [0.2, 1, 3],
      [0.2, 2, 3],
      [0.3, 1, 4],
    ],
  );
  assert.equal(jobsOf({ grid: { learningRate: [0.1, 0.2], seed: [1, 2] } }).length, 4);
});

test('the same training has the same key in every plan, another one another key', () => {
  const [one] = jobsOf({ options: { epochs: 3, seed: 2 }, jobs: [{ model: 'lenet' }] });
  const [other] = jobsOf({ grid: { model: ['lenet'], seed: [2], epochs: [3] } });
  assert.equal(one!.key, other!.key);
  assert.equal(jobKey({ seed: 1, epochs: 2 }, 1, '0.1.0'), '["0.1.0",1,{"epochs":2,"seed":1}]');
  const keys = [jobKey({ seed: 1 }, 1, '1'), jobKey({ seed: 2 }, 1, '1'), jobKey({ seed: 1 }, 2, '1')];
  assert.equal(new Set([...keys, jobKey({ seed: 1 }, 1, '2')]).size, 4);
});

test('a job that is there twice is refused', () => {
  assert.throws(() => jobsOf({ grid: { seed: [1, 2] }, jobs: [{ seed: 2 }] }, 'plan.json'), {
    name: 'InputError',
    message: 'sweep: plan.json: each job must be there once, got two of {"seed":2}',
  });
});

test('a job is an argument list for digits, whatever its values look like', () => {
  const [job] = jobsOf({ jobs: [{ data: '--help; reboot', batchSize: 32, learningRate: 3e-4, epochs: 3 }] });
  assert.deepEqual(jobArguments(job!), [
    ...['train', '--json', '--seed=1'],
    ...['--data=--help; reboot', '--batch-size=32', '--learning-rate=0.0003', '--epochs=3'],
  ]);
});

test('jobs are told apart by what they differ in, the seed last', () => {
  const jobs = jobsOf({
    options: { epochs: 3 },
    grid: { seed: [1, 2], learningRate: [0.003] },
    jobs: [{ model: 'lenet' }],
  });
  const varying = varyingOptions(jobs);
  assert.deepEqual(varying, ['learningRate', 'model', 'seed']);
  assert.deepEqual(
    jobs.map(job => jobName(job, varying)),
    ['learningRate 0.003, seed 1', 'learningRate 0.003, seed 2', 'model lenet, seed 1'],
  );
  assert.equal(jobName(jobs[0]!, []), 'the job');
});

test('as many processes as cores and memory allow, one at least', () => {
  assert.equal(localProcesses(1, { cores: 8, bytes: 64e9 }), 8);
  assert.equal(localProcesses(3, { cores: 8, bytes: 64e9 }), 2);
  assert.equal(localProcesses(1, { cores: 8, bytes: 4e9 }), 4);
  assert.equal(localProcesses(4, { cores: 2, bytes: 1e8 }), 1);
  assert.ok(localProcesses(1) >= 1);
});

test('a failed job is explained by its own last word, or by its end', () => {
  assert.equal(complaintOf('a warning\ndigits: fit: the loss became NaN\n', 1), 'fit: the loss became NaN');
  assert.equal(complaintOf('Segmentation fault\n', 'SIGKILL'), 'it was ended by SIGKILL');
  assert.equal(complaintOf('', 139), 'it ended with exit code 139');
});

test('mean and spread: by hand, of one value, and moved by a constant', () => {
  assert.deepEqual(meanAndSpread([1, 3]), { mean: 2, spread: Math.SQRT2 });
  assert.deepEqual(meanAndSpread([0.5]), { mean: 0.5, spread: 0 });
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 9 }), values => {
      const one = meanAndSpread(values);
      const moved = meanAndSpread(values.map(value => value + 1));
      assert.ok(Math.abs(moved.mean - one.mean - 1) < 1e-9 && Math.abs(moved.spread - one.spread) < 1e-9);
    }),
    { seed: 16 },
  );
});
