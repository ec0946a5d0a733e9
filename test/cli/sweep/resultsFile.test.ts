import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { jobsOf } from '../../../lib/cli/sweep/jobs';
import { ResultsFile } from '../../../lib/cli/sweep/resultsFile';
import { temporaryFolder } from '../../temporaryFolder';
import { result } from './made';

const folder = temporaryFolder();
const jobs = jobsOf({ grid: { seed: [1, 2, 3] } });

async function reopened(path: string): Promise<{ seeds: unknown[]; torn: boolean }> {
  const file = await ResultsFile.open(path);
  await file.close();
  return { seeds: [...file.results.values()].map(({ options }) => options.seed), torn: file.torn };
}

test('what was appended is there again, also in a folder that was not', async () => {
  const path = join(folder, 'new', 'results.jsonl');
  const file = await ResultsFile.open(path);
  for (const job of jobs) await file.append(result(job, 0.9));
  await file.close();
  assert.equal(readFileSync(path, 'utf8').split('\n').length, 4);
  const again = await ResultsFile.open(path);
  await again.close();
  assert.deepEqual(again.results.get(jobs[1]!.key), result(jobs[1]!, 0.9));
  assert.deepEqual(
    [...again.results.keys()],
    jobs.map(({ key }) => key),
  );
});

test('wherever the last line was cut off, the lines before it stay, and the next one is whole', async () => {
  const lines = jobs.map(job => `${JSON.stringify(result(job, 0.9))}\n`);
  const path = join(folder, 'torn.jsonl');
  for (const length of [1, 2, 50, lines[2]!.length - 1]) {
    writeFileSync(path, lines[0]! + lines[1]! + lines[2]!.slice(0, length));
    assert.deepEqual(await reopened(path), { seeds: [1, 2], torn: true });
    appendFileSync(path, lines[2]!);
    assert.deepEqual(await reopened(path), { seeds: [1, 2, 3], torn: false });
  }
});

test('of a job with two results the first holds', async () => {
  const path = join(folder, 'twice.jsonl');
  writeFileSync(path, [0.9, 0.8].map(part => `${JSON.stringify(result(jobs[0]!, part))}\n`).join(''));
  const file = await ResultsFile.open(path);
  await file.close();
  assert.equal(file.results.get(jobs[0]!.key)!.report.testAccuracy, 0.9);
});

test('a file of something else is refused by line and left as it is', async () => {
  const path = join(folder, 'notes.txt');
  for (const [text, line] of [
    ['label,pixel0\n', 1],
    ['# Notes, without an end of the line', 1],
    [`${JSON.stringify(result(jobs[0]!, 0.9))}\n{"options":{}}\n`, 2],
  ] as const) {
    writeFileSync(path, text);
    await assert.rejects(ResultsFile.open(path), {
      name: 'InputError',
      message: `sweep: ${path} line ${line}: expected a result of a sweep, found something else`,
    });
    assert.equal(readFileSync(path, 'utf8'), text);
  }
  mkdirSync(join(folder, 'folder'));
  await assert.rejects(ResultsFile.open(join(folder, 'folder')), {
    name: 'InputError',
    message: `sweep: results ${join(folder, 'folder')}: expected a file to write to, found a folder`,
  });
});
