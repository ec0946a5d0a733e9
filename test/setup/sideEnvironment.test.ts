import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { test } from 'node:test';
import { isWhole, makeSideEnvironment, type SideEnvironment } from '../../scripts/setup/sideEnvironment.mjs';
import { programIn, temporaryFolder, writeIn } from './temporaryFolder';

const environment: SideEnvironment = {
  name: '.venv-side',
  requirements: 'requirements.txt',
  holds: 'nothing',
  megabytes: 1,
  oldest: [3, 10],
};
const quiet = () => {};

test('an environment is made once, and again when its requirements have changed or its Python is gone', async t => {
  const root = temporaryFolder(t);
  writeIn(root, 'requirements.txt', '');
  assert.equal(isWhole(root, environment), false);
  const lines: string[] = [];
  const python = await makeSideEnvironment(root, environment, line => lines.push(line));
  assert.equal(spawnSync(python, ['-c', 'import pip']).status, 0);
  assert.equal(isWhole(root, environment), true);
  assert.equal(await makeSideEnvironment(root, environment, line => lines.push(line)), python);
  assert.deepEqual(lines, ['making .venv-side with nothing …']);

  writeIn(root, 'requirements.txt', '# another');
  assert.equal(isWhole(root, environment), false);
  writeIn(root, 'requirements.txt', '');
  assert.equal(isWhole(root, environment), true);
  rmSync(python);
  assert.equal(isWhole(root, environment), false);
});

test('what cannot be installed is said in a line, and leaves nothing that looks whole', async t => {
  const root = temporaryFolder(t);
  writeIn(root, 'requirements.txt', './no-such-package');
  await assert.rejects(makeSideEnvironment(root, environment, quiet), {
    name: 'SetupError',
    message:
      /^python -m pip install --no-compile -r requirements\.txt failed: .*no-such-package.*\(all it said: .*\.log\)$/,
  });
  assert.equal(isWhole(root, environment), false);
});

test('a Python that is too old for it is named', async t => {
  const root = temporaryFolder(t);
  writeIn(root, 'requirements.txt', '');
  const before = process.env.PYTHON;
  t.after(() => {
    if (before === undefined) delete process.env.PYTHON;
    else process.env.PYTHON = before;
  });
  process.env.PYTHON = programIn(root, 'python', 'echo 3 10');
  await assert.rejects(makeSideEnvironment(root, { ...environment, oldest: [3, 11] }, quiet), {
    name: 'SetupError',
    message: /^Python 3\.11 or newer with venv is needed for \.venv-side; found .* is Python 3\.10\. /,
  });
});
