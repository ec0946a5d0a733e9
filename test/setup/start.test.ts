import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { test } from 'node:test';
import { isPortFree } from '../../scripts/setup/freePort.mjs';
import { jupyterEnvironment } from '../../scripts/setup/jupyterEnvironment.mjs';

const script = join(import.meta.dirname, '..', '..', 'scripts', 'start.mjs');

function start(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
}

test('--help tells the options and starts nothing', () => {
  const { status, stdout } = start('--help');
  assert.equal(status, 0);
  for (const option of ['--gpu', '--no-browser', '--port N', '--help'])
    assert.ok(stdout.includes(option), option);
});

for (const [args, line] of [
  [['--bogus'], "Unknown option '--bogus'; npm start -- --help lists the options"],
  [['--port'], "Option '--port <value>' argument missing; npm start -- --help lists the options"],
  [['--port', '0'], "--port must be a whole number from 1 to 65535, got '0'"],
  [['--port', '80.5'], "--port must be a whole number from 1 to 65535, got '80.5'"],
  [['--port', '70000'], "--port must be a whole number from 1 to 65535, got '70000'"],
] as const) {
  test(`npm start ${args.join(' ')} is refused in one line with exit code 2`, () => {
    const { status, stdout, stderr } = start(...args);
    assert.deepEqual({ status, stdout, stderr }, { status: 2, stdout: '', stderr: `npm start: ${line}\n` });
  });
}

test('a port in use is refused in one line with exit code 1, before anything is set up', async t => {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  assert.equal(await isPortFree(port, '127.0.0.1'), false);
  // Synchronous: the kernel answers for the listening server.
  const { status, stderr } = start('--no-browser', '--port', String(port));
  assert.equal(status, 1);
  assert.equal(stderr, `npm start: port ${port} is in use; choose another, or leave --port out\n`);
});

test('--gpu and another TensorFlow at once are refused', () => {
  const env = { ...process.env, DIGITS_TENSORFLOW: 'wasm' };
  const { status, stderr } = spawnSync(process.execPath, [script, '--gpu'], { encoding: 'utf8', env });
  assert.equal(status, 2);
  assert.equal(stderr, 'npm start: --gpu contradicts DIGITS_TENSORFLOW=wasm; leave one of them out\n');
});

test('Jupyter finds the course’s kernel and settings, keeps its files in the clone, and uses this Node', () => {
  const environment = jupyterEnvironment('/course');
  assert.equal(environment.JUPYTER_PATH, '/course/kernel');
  assert.equal(environment.JUPYTER_CONFIG_PATH, '/course');
  for (const name of ['JUPYTER_CONFIG_DIR', 'JUPYTER_DATA_DIR', 'JUPYTER_RUNTIME_DIR', 'IPYTHONDIR']) {
    assert.ok(environment[name]?.startsWith('/course/.jupyter/'), name);
  }
  assert.equal(environment.PATH?.split(delimiter)[0], dirname(process.execPath));
  assert.equal('PYTHONPATH' in environment || 'PYTHONHOME' in environment, false);
});
