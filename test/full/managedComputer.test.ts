/** Computers that somebody else looks after: a home that cannot be written, no network once the course is set up. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { addonPath } from '../../scripts/setup/tensorflow/addon.mjs';
import { cannotConfine, confined } from '../setup/confined';
import { cloneInto, courseRoot, newUser } from '../setup/freshClone';
import { askBackend, startAndAsk } from '../setup/startAndAsk';
import { temporaryFolder } from '../temporaryFolder';

const folder = realpathSync(temporaryFolder());

test('the whole set-up works with a home that cannot be written: all of it is in the clone', {
  skip: cannotConfine,
}, () => {
  const root = cloneInto(join(folder, 'Übung 1'));
  const home = join(folder, 'home');
  const env = newUser(home);
  const program = `import { setUpOrExit } from './scripts/setup/index.mjs'; await setUpOrExit();`;
  const command = [process.execPath, '--input-type=module', '-e', program];
  const { status, stdout, stderr } = spawnSync(...confined(command, { folder: home, network: true }), {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  assert.deepEqual([status, stdout], [0, ''], stderr);
  const [shared, own] = [join(home, '.cache', 'digits-cnn'), join(root, '.setup', 'cache')];
  const line = `\ntensorflow: ${shared} cannot be written, so the library goes into ${own}\n`;
  assert.ok(stderr.includes(line), stderr);
  assert.ok(realpathSync(addonPath(root)).startsWith(own));
  assert.equal(startAndAsk(root, home, env, askBackend).cell, 'tensorflow\n');
  assert.deepEqual(readdirSync(home), []);
});

test('with no home at all, set-up then finds everything made and says nothing', {
  skip: cannotConfine,
}, () => {
  const root = join(folder, 'Übung 1');
  const home = join(root, 'package.json', 'home'); // below a file, so nobody can make it
  const { status, stderr } = spawnSync(process.execPath, ['scripts/digits.mjs', '--version'], {
    cwd: root,
    env: { ...process.env, HOME: home },
    encoding: 'utf8',
  });
  assert.deepEqual([status, stderr], [0, '']);
});

for (const args of [
  ['scripts/test.mjs', 'check'],
  ['scripts/notebooks.mjs', '10'],
]) {
  test(`without a network: ${args.join(' ')}`, { skip: cannotConfine }, () => {
    const home = join(folder, 'empty');
    mkdirSync(home, { recursive: true });
    const command = [process.execPath, ...args];
    const { status, stdout, stderr } = spawnSync(...confined(command, { folder: home, network: false }), {
      cwd: courseRoot,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /[1-9]\d* passed, 0 failed/);
  });
}
