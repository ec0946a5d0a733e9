import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readWorkerRuns } from '../../lib/evaluate/workerRuns';
import { temporaryFolder } from '../temporaryFolder';

const folder = temporaryFolder();

test('the stored measurements are read: one worker and two, the same losses with the same batch', async () => {
  const { runs, machine, parameters } = await readWorkerRuns(join(__dirname, '../../data/workers.json'));
  assert.match(machine, /cores/);
  assert.ok(parameters > 1000);
  assert.deepEqual([...new Set(runs.map(({ workers }) => workers))], [1, 2]);
  for (const { workers, batchSize, losses } of runs.filter(run => run.workers > 1)) {
    const alone = runs.find(run => run.workers === 1 && run.batchSize === batchSize);
    assert.equal(batchSize % workers, 0);
    for (const [epoch, loss] of losses.entries()) {
      assert.ok(Math.abs(loss - alone!.losses[epoch]!) < 0.02, `${batchSize}, epoch ${epoch + 1}`);
    }
  }
});

test('no file, no JSON, other JSON, and a step that took no time are refused', async () => {
  const missing = join(folder, 'missing.json');
  await assert.rejects(readWorkerRuns(missing), {
    name: 'InputError',
    message: `readWorkerRuns: ${missing}: expected a file, found ENOENT`,
  });
  const texts = ['no JSON', '{}', 'null', '[]', '{"parameters":1,"runs":[{"workers":1,"secondsPerStep":0}]}'];
  for (const [index, text] of texts.entries()) {
    const path = join(folder, `${index}.json`);
    writeFileSync(path, text);
    await assert.rejects(readWorkerRuns(path), {
      name: 'InputError',
      message: `readWorkerRuns: ${path}: expected what npm run bench -- workers writes, found something else`,
    });
  }
});
