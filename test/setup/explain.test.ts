import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { commandError, explain } from '../../scripts/setup/explain.mjs';
import { plainMessage, SetupError } from '../../scripts/setup/setupError.mjs';
import { requireSpace } from '../../scripts/setup/space.mjs';
import { temporaryFolder, writeIn } from './temporaryFolder';

const offline = 'the package registry cannot be reached; is this machine online, is a proxy needed?';

// Each output is a real one, shortened.
const outputs: [string, string][] = [
  ['npm error code ENOTFOUND\nnpm error network request to failed, reason: getaddrinfo ENOTFOUND', offline],
  ['npm error code ECONNREFUSED\nnpm error FetchError: request failed', offline],
  [
    "WARNING: Retrying … NewConnectionError('Failed to establish a new connection')\nERROR: No matching",
    offline,
  ],
  ['ERROR: Could not find a version that satisfies the requirement x==1.0 (from versions: none)', offline],
  ['npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write', 'the disk is full'],
  [
    'ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device',
    'the disk is full',
  ],
  [
    '/usr/bin/ld: final link failed: No space left on device\ncollect2: error: ld returned 1',
    'the disk is full',
  ],
  [
    'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.',
    'a downloaded file is not the one pinned here (its hash differs)',
  ],
  [
    'npm error code EUSAGE\nnpm error\nnpm error `npm ci` can only install packages when',
    'package-lock.json does not fit package.json (npm install mends it)',
  ],
  ['npm error code EINTEGRITY', 'a downloaded file is not the one pinned here (its hash differs)'],
  ["mkdir: '/opt': Permission denied", 'a file may not be written (permission denied)'],
  [
    'In file included from binding.cc:1\nbinding.cc:3:10: fatal error: node_api.h: No such file\ncompilation ended',
    'binding.cc:3:10: fatal error: node_api.h: No such file',
  ],
  ['first\nlast words\n\n', 'last words'],
  ['', 'it said nothing'],
];

for (const [output, meaning] of outputs) {
  test(`'${output.split('\n')[0]}' is explained as '${meaning}'`, () => {
    assert.equal(explain(output), meaning);
  });
}

test('a telling line is cut at 200 characters', () => {
  assert.equal(explain('x'.repeat(500)), 'x'.repeat(200));
});

test('a failed command becomes one line, and all it said is kept in a file', t => {
  const folder = join(temporaryFolder(t), 'logs');
  const error = commandError('pip install', 'Collecting\nEINTEGRITY', folder);
  const log = join(folder, 'pip-install.log');
  const reason = 'a downloaded file is not the one pinned here (its hash differs)';
  assert.equal(error.message, `pip install failed: ${reason} (all it said: ${log})`);
  assert.equal(readFileSync(log, 'utf8'), 'Collecting\nEINTEGRITY');
});

test('where the log cannot be kept, the line is there without it', t => {
  const file = writeIn(temporaryFolder(t), 'file', '');
  const error = commandError('npm ci', 'ENOSPC', join(file, 'logs'));
  assert.equal(error.message, 'npm ci failed: the disk is full');
});

test('what the operating system refuses is said in plain words, a mistake of ours is thrown', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  assert.equal(plainMessage(full), 'the disk is full (ENOSPC: no space left on device, write)');
  assert.equal(plainMessage(new SetupError('as it is')), 'as it is');
  const mistake = new TypeError('x is not a function');
  assert.throws(() => plainMessage(mistake), mistake);
});

test('a step that needs more room than the disk has is refused before it starts', t => {
  const folder = temporaryFolder(t);
  const petabyte = 1e9;
  assert.throws(
    () => requireSpace(join(folder, 'not', 'there'), petabyte, 'TensorFlow'),
    (error: Error) => {
      const where = join(folder, 'not', 'there');
      assert.ok(error.message.startsWith(`the disk is full: TensorFlow needs 1000000000 MB in ${where}, `));
      assert.match(error.message, /, \d+ MB are free$/);
      return error instanceof SetupError;
    },
  );
  assert.doesNotThrow(() => requireSpace(folder, 0, 'nothing'));
});
