import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkPlan } from '../../../lib/cli/sweep/plan';
import { readPlan } from '../../../lib/cli/sweep/readPlan';
import { temporaryFolder } from '../../temporaryFolder';

const folder = temporaryFolder();

test('a plan is read from its file, as it stands there', async () => {
  assert.deepEqual(await readPlan('scale/plans/learning-rates.json'), {
    options: { model: 'lenet', epochs: 1 },
    grid: { learningRate: [0.0003, 0.001, 0.003, 0.01, 0.03], seed: [1, 2, 3] },
  });
});

test('the smallest plan is one job by itself, the largest has ten thousand', () => {
  checkPlan('plan', { jobs: [{}] });
  checkPlan('plan', { grid: {} });
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
  checkPlan('plan', { grid: { seed: hundred, epochs: hundred }, threads: 2 });
});

const names = 'data, test, model, epochs, batchSize, learningRate, seed, engine';
const many = Array.from({ length: 101 }, (_, index) => index + 1);
const refused: [unknown, string][] = [
  [[], 'the plan must be an object, got []'],
  [null, 'the plan must be an object, got null'],
  [{ gird: {} }, 'each part must be one of options, grid, jobs, threads, got "gird"'],
  [{ options: { epochs: 1 } }, 'grid must be there, or jobs, got none'],
  [{ options: 3, grid: {} }, 'options must be an object, got 3'],
  [{ options: { lr: 1 }, grid: {} }, `each name in options must be one of ${names}, got "lr"`],
  [{ options: { toString: 1 }, grid: {} }, `each name in options must be one of ${names}, got "toString"`],
  [{ options: { out: 'models' }, grid: {} }, `each name in options must be one of ${names}, got "out"`],
  [{ options: { epochs: 0 }, grid: {} }, 'options.epochs must be an integer ≥ 1, got 0'],
  [{ options: { epochs: '3' }, grid: {} }, 'options.epochs must be an integer ≥ 1, got "3"'],
  [{ options: { data: '' }, grid: {} }, 'options.data must be a file name, got ""'],
  [
    { options: { model: 'vgg' }, grid: {} },
    'options.model must be one of digitnet, reference, lenet, origin, got "vgg"',
  ],
  [
    { options: { engine: 'graph' }, grid: {} },
    'options.engine must be one of auto, session, eager, got "graph"',
  ],
  [{ grid: { learningRate: 0.1 } }, 'grid.learningRate must be a list of values, got 0.1'],
  [{ grid: { seed: [] } }, 'grid.seed must be a list of values, got []'],
  [{ grid: { learningRate: [0.1, 0.01, -0.001] } }, 'grid.learningRate[2] must be a number > 0, got -0.001'],
  [{ grid: { learningRate: [null] } }, 'grid.learningRate[0] must be a number > 0, got null'],
  [{ grid: { seed: [1, -1] } }, 'grid.seed[1] must be an integer ≥ 0, got -1'],
  [{ grid: { seed: [1, 2, 1] } }, 'grid.seed[2] must be another value than grid.seed[0], got 1'],
  [
    { options: { seed: 1 }, grid: { seed: [1] } },
    'grid.seed must be in options or in grid, not in both, got [1]',
  ],
  [{ jobs: { seed: 1 } }, 'jobs must be a list of objects, got {"seed":1}'],
  [{ jobs: [{}, 7] }, 'jobs[1] must be an object, got 7'],
  [{ jobs: [{ batchSize: 1.5 }] }, 'jobs[0].batchSize must be an integer ≥ 1, got 1.5'],
  [{ jobs: [] }, 'the plan must be of 1 to 10000 jobs, got 0'],
  [{ grid: { seed: many, epochs: many } }, 'the plan must be of 1 to 10000 jobs, got 10201'],
  [{ grid: {}, threads: 0 }, 'threads must be an integer ≥ 1, got 0'],
];
for (const [plan, message] of refused) {
  test(`refused: ${message}`, () => {
    assert.throws(() => checkPlan('plan.json', plan), {
      name: 'InputError',
      message: `sweep: plan.json: ${message}`,
    });
  });
}

test('a plan file that is none is refused by its name', async () => {
  const missing = join(folder, 'missing.json');
  const torn = join(folder, 'torn.json');
  writeFileSync(torn, '{"grid": {"seed": [1,');
  for (const [path, message] of [
    [missing, `sweep: ${missing}: expected a file, found no such file`],
    [folder, `sweep: ${folder}: expected a file, found a folder`],
  ] as const) {
    await assert.rejects(readPlan(path), { name: 'InputError', message });
  }
  // The rest of the line is Node's, and differs from one to the next.
  await assert.rejects(readPlan(torn), {
    name: 'InputError',
    message: /^sweep: .*torn\.json: expected JSON, found: .+$/,
  });
});
