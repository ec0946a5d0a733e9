import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, test } from 'node:test';
import { packages } from '../../scripts/setup/steps/packages.mjs';
import { temporaryFolder, writeIn } from './temporaryFolder';

const realNpm = process.env.npm_execpath;
afterEach(() => {
  if (realNpm === undefined) delete process.env.npm_execpath;
  else process.env.npm_execpath = realNpm;
});

/** A clone with an npm that does what the program says. */
function clone(t: Parameters<typeof temporaryFolder>[0], npmProgram: string): string {
  const root = temporaryFolder(t);
  for (const file of ['package.json', 'package-lock.json', 'lib/package.json', '.npmrc'])
    writeIn(root, file, '{}');
  process.env.npm_execpath = writeIn(root, 'npm-cli.js', npmProgram);
  return root;
}

const installs = `
  const fs = require('node:fs');
  fs.rmSync('node_modules', { recursive: true, force: true });
  fs.mkdirSync('node_modules/left', { recursive: true });
  fs.writeFileSync('called.json', JSON.stringify(process.argv.slice(2)));
`;

test('packages are installed by npm ci with development packages, once', async t => {
  const root = clone(t, installs);
  assert.equal(packages.missing(root), 'installing the npm packages');
  await packages.make(root);
  const args = JSON.parse(readFileSync(join(root, 'called.json'), 'utf8')) as string[];
  assert.deepEqual(args.slice(0, 2), ['ci', '--include=dev']);
  assert.equal(packages.missing(root), undefined);
});

for (const file of ['package.json', 'package-lock.json', 'lib/package.json', '.npmrc']) {
  test(`packages are installed again when ${file} has changed`, async t => {
    const root = clone(t, installs);
    await packages.make(root);
    writeIn(root, file, '{ "changed": true }');
    assert.equal(packages.missing(root), 'installing the npm packages again, the lock file has changed');
  });
}

test('packages are installed again when somebody has deleted node_modules', async t => {
  const root = clone(t, installs);
  await packages.make(root);
  rmSync(join(root, 'node_modules'), { recursive: true });
  assert.equal(packages.missing(root), 'installing the npm packages');
});

test('an npm that fails leaves node_modules marked as not whole, and says why in one line', async t => {
  const root = clone(t, installs);
  await packages.make(root);
  writeIn(root, 'npm-cli.js', "console.error('npm error code ENOTFOUND'); process.exitCode = 1");
  const reason = 'the package registry cannot be reached; is this machine online, is a proxy needed?';
  const message = `npm ci failed: ${reason} (all it said: ${join(root, '.setup', 'npm-ci.log')})`;
  await assert.rejects(packages.make(root), { name: 'SetupError', message });
  assert.ok(existsSync(join(root, 'node_modules', 'left')));
  assert.equal(packages.missing(root), 'installing the npm packages');
});

test('a node_modules that is a link into another clone is refused, and that clone stays as it is', async t => {
  const root = clone(t, installs);
  const other = writeIn(root, 'other/node_modules/left', 'as it was');
  symlinkSync(dirname(other), join(root, 'node_modules'));
  assert.equal(packages.missing(root), 'looking at node_modules');
  const message = 'node_modules is a link to another folder; remove the link';
  await assert.rejects(packages.make(root), { name: 'SetupError', message });
  assert.equal(readFileSync(other, 'utf8'), 'as it was');
});
