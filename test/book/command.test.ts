/** What `npm run book` says when it is asked for what it cannot do. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { smallDisk } from '../faults/smallDisk';
import { temporaryFolder, writeIn } from '../setup/temporaryFolder';

const program = resolve(__dirname, '../../scripts/book.mjs');
const book = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });

test('an option that there is none of is named', () => {
  const { status, stderr } = book('--colour');
  assert.equal(status, 2);
  assert.equal(stderr, "npm run book: Unknown option '--colour'; npm run book -- --help lists the options\n");
});

test('--help lists the options', () => {
  const { status, stdout } = book('--help');
  assert.equal(status, 0);
  for (const option of ['--out FOLDER', '--environment']) assert.ok(stdout.includes(option), option);
});

const disk = smallDisk(1024);
const noDisk = 'refused' in disk ? disk.refused : false;
const noEnvironment = existsSync(join(program, '../../.venv-book/.whole')) ? false : 'there is no .venv-book';

test('a full disk is named, the old book stays, and nothing else does', {
  skip: noDisk || noEnvironment,
}, () => {
  assert.ok('folder' in disk);
  const out = join(disk.folder, 'book');
  writeIn(out, 'searchindex.js', 'the old one');
  const { status, stderr } = book('--out', out);
  assert.equal(status, 1);
  const where = join(disk.folder, 'book.part');
  assert.equal(stderr, `book: writing the pages failed: the disk is full (it goes to ${where})\n`);
  assert.deepEqual(readdirSync(disk.folder), ['book']);
  assert.deepEqual(readdirSync(out), ['searchindex.js']);
});

test('a folder with something else in it is not replaced', t => {
  const folder = temporaryFolder(t);
  writeIn(folder, 'thesis.txt', 'years of work');
  const { status, stderr } = book('--out', folder);
  assert.equal(status, 1);
  assert.equal(stderr, `book: --out: ${folder} is not empty and holds no book; name another folder\n`);
  assert.deepEqual(readdirSync(folder), ['thesis.txt']);
});
