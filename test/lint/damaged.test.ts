import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../temporaryFolder';

const root = resolve(__dirname, '..', '..');

test('a stored notebook that is cut off is named in one line', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'text'));
  writeFileSync(join(folder, 'text', '00-start.md'), '# Start\n');
  const notebook = join(folder, '00-start.ipynb');
  writeFileSync(notebook, '{ "cells": [');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/lint.mjs', '--folder', folder], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr.replace(relative(root, notebook), 'FILE'), /^npm run lint: FILE is damaged: .+\n$/);
});
