/** Storing a lesson: killed with signal 9, on a full disk, over a damaged notebook. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { killAt, type Life } from '../faults/killAt';
import { fill, smallDisk, unfill } from '../faults/smallDisk';
import { temporaryFolder } from '../temporaryFolder';
import { cleanNotebooks, coursePython, runNotebooks } from './runNotebooks';

const disk = smallDisk(1024);

/** A folder of lessons with one, `quick`; what it says fills some pages of a disk. */
function lessons(parent: string): string {
  const folder = join(parent, 'lessons');
  mkdirSync(join(folder, 'text'), { recursive: true });
  const prose = 'A sentence of prose, and another one.\n'.repeat(800);
  writeFileSync(join(folder, 'text', 'quick.md'), `# Quick\n\n${prose}\n\`\`\`typescript\n1 + 1\n\`\`\`\n`);
  return folder;
}

const stored = (folder: string): string => join(folder, 'quick.ipynb');
const write = (folder: string): ReturnType<typeof runNotebooks> =>
  runNotebooks('--folder', folder, '--write');

test('killed before, while and after it runs, the old notebook stays, or the new one is whole, and nothing is left', async () => {
  const parent = temporaryFolder();
  const folder = lessons(parent);
  writeFileSync(stored(folder), 'the old one');
  const scratch = (): string | undefined => readdirSync(parent).find(name => name.startsWith('.scratch-'));
  const moments: ((life: Life) => boolean)[] = [
    life => life.milliseconds() > 300,
    () => scratch() !== undefined,
    () => readdirSync(folder).some(name => name.endsWith('.part')),
  ];
  for (const moment of moments) {
    const options = await coursePython();
    const args = ['scripts/notebooks/run.py', '--folder', folder, '--write'];
    const { signal, out } = await killAt(args, moment, options);
    if (signal !== 'SIGKILL') {
      // The part is there for less than a millisecond.
      assert.equal(moment, moments.at(-1), out);
      continue;
    }
    const found = readFileSync(stored(folder), 'utf8');
    if (found === 'the old one') continue;
    // Renamed between the look and the signal: then it is the new one, whole.
    assert.equal(moment, moments.at(-1), found);
    assert.equal(JSON.parse(found).cells.length, 2);
  }
  const { code, stdout } = await write(folder);
  assert.equal(code, 0, stdout);
  assert.equal(JSON.parse(readFileSync(stored(folder), 'utf8')).cells.length, 2);
  assert.deepEqual(readdirSync(folder).sort(), ['quick.ipynb', 'text']);
  assert.equal(scratch(), undefined);
});

test('on a full disk the line names the notebook, and the old one stays', {
  skip: 'refused' in disk ? disk.refused : false,
}, async () => {
  assert.ok('folder' in disk);
  const folder = lessons(disk.folder);
  writeFileSync(stored(folder), 'the old one');
  fill(disk.folder, 4 * 4096);
  const { code, stdout } = await write(folder);
  unfill(disk.folder);
  const reason = `${stored(folder)} cannot be written: the disk is full`;
  assert.match(
    stdout.replace(reason, 'REASON'),
    /^quick {2}\d+\.\d s {2}FAILED: REASON\n0 passed, 1 failed\n$/,
  );
  assert.equal(code, 1);
  assert.equal(readFileSync(stored(folder), 'utf8'), 'the old one');
  assert.deepEqual(readdirSync(folder).sort(), ['quick.ipynb', 'text']);
});

test('a notebook that is cut off is named with what mends it, and that mends it', async () => {
  const folder = lessons(temporaryFolder());
  writeFileSync(stored(folder), '{"cells": [{"cell_type": "mark');
  const { code, stdout } = await runNotebooks('--folder', folder);
  assert.equal(code, 1);
  assert.match(stdout, /FAILED: quick\.ipynb is damaged: .*; npm run notebooks -- --write quick\n0 passed, /);
  assert.equal((await write(folder)).code, 0);
  assert.equal(JSON.parse(readFileSync(stored(folder), 'utf8')).cells.length, 2);
});

test('notebooks that are their own source and are damaged are named in a line each', async () => {
  const folder = join(temporaryFolder(), 'lessons');
  mkdirSync(folder);
  const damages = [
    '',
    '{"cells": [',
    '\xff\xfe\x00',
    '[]',
    '{ "metadata": {}, "nbformat": 4, "nbformat_minor": 5 }',
  ];
  for (const [index, content] of damages.entries())
    writeFileSync(join(folder, `${index}.ipynb`), content, 'latin1');
  const run = await runNotebooks('--folder', folder);
  assert.deepEqual([run.code, run.stderr], [1, '']);
  const lines = run.stdout.trimEnd().split('\n');
  assert.equal(lines.pop(), '0 passed, 5 failed');
  for (const [index, line] of lines.entries())
    assert.match(line, new RegExp(`^${index} {2}\\d+\\.\\d s {2}FAILED: ${index}\\.ipynb is damaged: .+$`));
  const copies = await cleanNotebooks('--folder', folder);
  assert.equal(copies.code, 1);
  assert.match(copies.stderr, /^npm run clean-notebooks: 0\.ipynb is damaged: .+\n$/);
  assert.deepEqual(readdirSync(join(folder, '..', 'recall')), []);
});
