import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeBeside } from '../../lib/data/writeBeside';
import { temporaryFolder } from '../temporaryFolder';

const root = temporaryFolder();
const path = join(root, 'deep', 'a.csv');

test('the file is there when all of it is, in a folder that is made', async () => {
  await writeBeside(path, async file => {
    await file.appendFile('half');
    assert.deepEqual(readdirSync(join(root, 'deep')), [`a.csv.${process.pid}.part`]);
    await file.appendFile(' and half');
  });
  assert.equal(readFileSync(path, 'utf8'), 'half and half');
  assert.deepEqual(readdirSync(join(root, 'deep')), ['a.csv']);
});

test('a write that fails leaves the old file and its own error', async () => {
  const stopped = new Error('stopped');
  await assert.rejects(
    writeBeside(path, async file => {
      await file.appendFile('new');
      throw stopped;
    }),
    stopped,
  );
  assert.equal(readFileSync(path, 'utf8'), 'half and half');
  assert.deepEqual(readdirSync(join(root, 'deep')), ['a.csv']);
});

test('what a process left that has ended is cleared; what one writes that runs, and other files, stay', async () => {
  const { pid: ended } = spawnSync(process.execPath, ['-e', '']);
  const kept = [
    `a.csv.${process.ppid}.part`,
    'a.csv.old.part',
    `b.csv.${ended}.part`,
    `a.csv.${ended}.part2`,
  ];
  for (const name of [...kept, `a.csv.${ended}.part`]) writeFileSync(join(root, 'deep', name), '');
  await writeBeside(path, file => file.appendFile('new'));
  assert.deepEqual(readdirSync(join(root, 'deep')).sort(), ['a.csv', ...kept].sort());
});

test('a file where a folder should be, and a folder where the file should be, are named', async () => {
  const below = join(path, 'b.csv');
  const write = (file: string): Promise<void> => writeBeside(file, handle => handle.appendFile(''));
  await assert.rejects(write(below), {
    message: `${below} cannot be written: a file is where a folder should be`,
  });
  const folder = join(root, 'deep');
  await assert.rejects(write(folder), { message: `${folder} cannot be written: a folder is in its place` });
  assert.deepEqual(readdirSync(root), ['deep']);
});
