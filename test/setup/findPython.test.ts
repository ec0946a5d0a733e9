import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { findPython } from '../../scripts/setup/findPython.mjs';
import { programIn, temporaryFolder } from './temporaryFolder';

const install =
  'Debian, Ubuntu: sudo apt install python3 python3-venv; Fedora: sudo dnf install python3; ' +
  'macOS: brew install python3, or xcode-select --install; Windows: winget install Python.Python.3.12';
const wanted = 'Python 3.10 or newer with venv is needed for JupyterLab';

test('a Python that is new enough and has venv is taken', t => {
  const python = programIn(temporaryFolder(t), 'python', 'echo 3 10');
  assert.equal(findPython({ PYTHON: python }), python);
});

test('the Python of this machine is found without being named', () => {
  const command = findPython({});
  assert.equal(spawnSync(command, ['-c', 'import venv, ensurepip']).status, 0);
});

test('a Python that is too old is named with its version', t => {
  const python = programIn(temporaryFolder(t), 'python', 'echo 3 9');
  const message = `${wanted}; found ${python} is Python 3.9. ${install}`;
  assert.throws(() => findPython({ PYTHON: python }), { name: 'SetupError', message });
});

test('a Python without venv, as Debian splits it, is told apart and the package named', t => {
  const python = programIn(temporaryFolder(t), 'python', 'echo 3 11; exit 1');
  const lacks = `${python} is Python 3.11 without venv (Debian, Ubuntu: sudo apt install python3-venv)`;
  const message = `${wanted}; found ${lacks}. ${install}`;
  assert.throws(() => findPython({ PYTHON: python }), { name: 'SetupError', message });
});

test('no Python at all says what to install on each system', () => {
  const message = `${wanted}; found no no-such-python. ${install}`;
  assert.throws(() => findPython({ PYTHON: 'no-such-python' }), { name: 'SetupError', message });
});

test('a program that is no Python does not count as one', t => {
  const python = programIn(temporaryFolder(t), 'python', 'echo Python was not found');
  assert.throws(() => findPython({ PYTHON: python }), {
    message: `${wanted}; found no ${python}. ${install}`,
  });
});
