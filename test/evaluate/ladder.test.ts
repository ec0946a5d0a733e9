import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readLadder } from '../../lib/evaluate/ladder';
import { temporaryFolder } from '../temporaryFolder';

const folder = temporaryFolder();

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('the stored ladder is read: every run counts its wrong digits, and stands on a rung', async () => {
  const { rungs, runs, machine, split } = await readLadder(join(__dirname, '../../data/ladder.json'));
  assert.equal(rungs[0]?.id, 'plain');
  assert.match(machine, /cores/);
  assert.equal(split.seed, 2026);
  assert.ok(runs.length > 0);
  const ids = rungs.map(({ id }) => id);
  for (const { below } of rungs.slice(1)) assert.ok(ids.includes(below!), below);
  for (const run of runs) {
    assert.ok(ids.includes(run.rung));
    assert.ok(Math.abs(run.testAccuracy - (1 - run.testWrong.length / 10_000)) < 1e-12);
    if (run.validationWrong === undefined) assert.equal(run.validationAccuracy, undefined);
    else assert.ok(Math.abs(run.validationAccuracy! - (1 - run.validationWrong.length / 10_000)) < 1e-12);
    for (const rows of [run.testWrong, run.validationWrong ?? []]) {
      assert.equal(new Set(rows).size, rows.length);
      assert.ok(rows.every(row => row >= 0 && row < 10_000));
    }
  }
});

test('no file, no JSON, other JSON, and a run without its rung are refused', async () => {
  const missing = join(folder, 'missing.json');
  await assert.rejects(readLadder(missing), {
    name: 'InputError',
    message: `readLadder: ${missing}: expected a file, found ENOENT`,
  });
  const run = '{"rungs":[{"id":"plain","change":"none"}],"runs":[{"rung":"other"}]}';
  for (const text of ['', '[1]', 'null', '{"rungs":[]}', run]) {
    const path = file('other.json', text);
    await assert.rejects(readLadder(path), {
      name: 'InputError',
      message: `readLadder: ${path}: expected what npm run ladder writes, found something else`,
    });
  }
});
