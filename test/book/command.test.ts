/** What `npm run book` says when it is asked for what it cannot do. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
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

test('a folder with something else in it is not replaced', t => {
  const folder = temporaryFolder(t);
  writeIn(folder, 'thesis.txt', 'years of work');
  const { status, stderr } = book('--out', folder);
  assert.equal(status, 1);
  assert.equal(stderr, `book: --out: ${folder} is not empty and holds no book; name another folder\n`);
  assert.deepEqual(readdirSync(folder), ['thesis.txt']);
});
