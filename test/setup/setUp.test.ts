import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { alone, setUp, steps } from '../../scripts/setup/index.mjs';
import { wrongNode } from '../../scripts/setup/steps/node.mjs';
import { temporaryFolder, writeIn } from './temporaryFolder';

const realPython = process.env.PYTHON;
afterEach(() => {
  if (realPython === undefined) delete process.env.PYTHON;
  else process.env.PYTHON = realPython;
});

test('a step needs only steps before it', () => {
  steps.forEach(({ name, needs }, index) => {
    const before = steps.slice(0, index).map(step => step.name);
    assert.deepEqual(
      needs.filter(need => !before.includes(need)),
      [],
      name,
    );
  });
});

for (const [version, isWrong] of [
  ['18.20.4', true],
  ['20.18.3', true],
  ['20.19.0', false],
  ['22.1.0', false],
  ['26.10.1', false],
] as const) {
  test(`Node ${version} is ${isWrong ? 'too old' : 'new enough'}`, () => {
    const message = `Node 20.19 or newer is needed, this is ${version}`;
    assert.equal(wrongNode(version), isWrong ? message : undefined);
  });
}

test('a step that fails does not keep the others from being made, and every failure has its line', async t => {
  const root = temporaryFolder(t);
  writeIn(root, 'requirements.txt', '');
  process.env.PYTHON = 'no-such-python';
  const lines: string[] = [];
  const log = (line: string): void => {
    lines.push(line);
  };
  await assert.rejects(setUp({ root, only: ['python', 'kernel'], log }), (error: Error) => {
    const [first = '', second] = error.message.split('\n');
    assert.match(
      first,
      /^python: Python 3\.10 or newer with venv is needed for JupyterLab; found no no-such-python\./,
    );
    const restore = "it belongs to the course, 'git checkout kernel' brings it back";
    assert.equal(second, `kernel: kernel/kernels/tslab/kernel.json is missing: ${restore}`);
    return error.name === 'SetupError';
  });
  assert.deepEqual(lines, ['python: making .venv with JupyterLab …']);
  assert.equal(existsSync(join(root, '.venv')), false);
  assert.equal(existsSync(join(root, '.setup', 'lock')), false);
});

test('a step whose need failed is not tried', async t => {
  const root = temporaryFolder(t);
  for (const file of ['package.json', 'package-lock.json', 'lib/package.json', '.npmrc'])
    writeIn(root, file, '{');
  const lines: string[] = [];
  const made = setUp({ root, only: ['packages', 'library', 'data'], log: line => lines.push(line) });
  await assert.rejects(made, /^SetupError: packages: npm ci failed: /);
  assert.deepEqual(lines, ['packages: installing the npm packages …']);
});

test('a build by hand waits for a set-up in the same clone, and says so', async t => {
  const root = temporaryFolder(t);
  const order: string[] = [];
  const log = (line: string): void => {
    order.push(line.replace(/\d+/, 'PID'));
  };
  const make = (name: string) => async (): Promise<void> => {
    order.push(`${name} begins`);
    await sleep(300);
    order.push(`${name} ends`);
  };
  await Promise.all([alone(root, log, make('set-up')), alone(root, log, make('build'))]);
  const waiting = 'another set-up is at work in this folder (process PID); waiting for it …';
  assert.deepEqual(order, ['set-up begins', waiting, 'set-up ends', 'build begins', 'build ends']);
});

test('where everything is there, set-up says nothing and leaves nothing', async t => {
  const root = temporaryFolder(t);
  writeIn(root, 'kernel/kernels/tslab/kernel.json', '{}');
  writeIn(root, 'kernel/launcher.cjs', '');
  const log = (line: string): never => assert.fail(line);
  await setUp({ root, only: ['node', 'kernel'], log });
  assert.equal(existsSync(join(root, '.setup')), false);
});
