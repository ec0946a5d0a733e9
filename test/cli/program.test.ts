/** The real program, as a process of its own: its streams and its Ctrl-C. Needs lib/dist, as users do. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../temporaryFolder';

const root = temporaryFolder();
const PROGRAM = 'lib/bin/digits.js';
const SAMPLE = 'data/sample.csv';

test('train --json prints nothing but one JSON object on standard output', () => {
  const args = [PROGRAM, 'train', '--data', SAMPLE, '--epochs', '1', '--json'];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  assert.equal(status, 0);
  assert.equal(stdout, `${JSON.stringify(JSON.parse(stdout))}\n`);
});

test('bad input is one line on standard error, without a word from TensorFlow', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [PROGRAM, 'train', '--data', 'nowhere.csv'],
    {
      encoding: 'utf8',
    },
  );
  const message = 'digits: readDigits: nowhere.csv: expected a file, found no such file\n';
  assert.deepEqual({ status, stdout, stderr }, { status: 2, stdout: '', stderr: message });
});

test('SIGINT stops a training, which saves its model', { skip: process.platform === 'win32' }, async () => {
  const folder = join(root, 'model');
  const args = [PROGRAM, 'train', '--data', SAMPLE, '--epochs', '1000', '--out', folder];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (!err.includes('epoch 1/') && text.includes('epoch 1/')) child.kill('SIGINT');
    err += text;
  });
  const code = await new Promise(resolve => child.on('close', resolve));
  assert.equal(code, 130, err);
  assert.match(err, /\ndigits: interrupted, \d+ of 1000 epochs finished; the model is saved in .*\n$/);
  assert.ok(readdirSync(folder).includes('model.json'));
});
