/**
 * The real set-up in an empty home: nothing faked, 300 MB downloaded once, once more after the cache was broken.
 * The tests build on one another: each leaves the clones as the next one needs them.
 * Long: the tests build on one another.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { isPortFree } from '../../scripts/setup/freePort.mjs';
import { cannotConfine } from './confined';
import { cloneInto, newUser, runNode, runSetUp } from './freshClone';
import { askBackend, loopback, startAndAsk } from './startAndAsk';
import { until } from './until';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'digits-cnn-fresh-')));
after(() => rmSync(folder, { recursive: true, force: true }));

const home = join(folder, 'home');
const user = newUser(home);
const cache = join(home, '.cache', 'digits-cnn');
// A space and a letter outside ASCII: people's folders have them.
const first = cloneInto(join(folder, 'mein Kurs für alle'));
const second = cloneInto(join(folder, 'second'));
const addonOf = (root: string): string =>
  join(root, 'node_modules', '@tensorflow', 'tfjs-node', 'lib', 'napi-v8', 'tfjs_binding.node');

/** Names in the cache, without pip's own. */
const cached = (): string[] => (existsSync(cache) ? readdirSync(cache).filter(name => name !== 'pip') : []);

/** What the library says of its backend, and whether danfojs loads beside it. */
function backendOf(
  root: string,
  env: NodeJS.ProcessEnv,
): { native: boolean; backend: string; danfojs: boolean } {
  const program = `
    const { backendInfo } = require('digits-cnn/tensorflow');
    const danfojs = new (require('danfojs-node').DataFrame)({ label: [5, 0, 4] }).shape[0] === 3;
    backendInfo().then(({ native, backend }) => console.log('\\n' + JSON.stringify({ native, backend, danfojs })));
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', program], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) || JSON.stringify(stderr));
}

test('a set-up killed while the library downloads leaves nothing that could be taken for whole', async () => {
  const other = runSetUp(second, user, ['node', 'python']);
  const running = runSetUp(first, user);
  const isDownloading = (): boolean => {
    const part = cached().find(name => name.includes('.part-'));
    return part !== undefined && existsSync(join(cache, part, 'download', 'requirements.txt'));
  };
  await until(`the download has begun: ${running.stderr()}`, isDownloading, 300);
  // pip needs a moment to open the connection.
  await until('pip has said so', () => running.stderr().includes('downloading the official library'));
  running.kill('SIGKILL');
  await running.ended;
  assert.equal((await other.ended).status, 0);
  assert.deepEqual(
    cached().filter(name => !name.includes('.part-') && !name.endsWith('.lock')),
    [],
  );
  assert.equal(existsSync(addonOf(first)), false);
  assert.equal(existsSync(join(first, '.setup', 'tensorflow.json')), false);
});

test('the next run completes what was interrupted, while another clone wants the same library', async () => {
  for (const packages of ['node_modules', join('lib', 'node_modules')]) {
    cpSync(join(first, packages), join(second, packages), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  const one = runSetUp(first, user);
  const two = runSetUp(second, user, ['node', 'packages', 'tensorflow']);
  const [oneEnded, twoEnded] = await Promise.all([one.ended, two.ended]);
  assert.deepEqual([oneEnded.status, twoEnded.status], [0, 0], oneEnded.stderr + twoEnded.stderr);

  const said = oneEnded.stderr + twoEnded.stderr;
  assert.match(said, /another set-up \(process \d+\) is making the library; waiting for it …/);
  assert.equal(said.match(/downloading the official library/g)?.length, 1);
  assert.deepEqual(cached().length, 1, cached().join());
  assert.equal(realpathSync(addonOf(first)), realpathSync(addonOf(second)));
  assert.deepEqual(backendOf(first, user), { native: true, backend: 'tensorflow', danfojs: true });
});

test('a second run finds everything made and says nothing', async () => {
  const { status, stdout, stderr } = await runSetUp(first, user).ended;
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: '', stderr: '' });
});

test('the command line runs with its own output and exit code only', async () => {
  const { status, stdout, stderr } = await runNode(first, ['scripts/digits.mjs', '--version'], user).ended;
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: '0.1.0\n', stderr: '' });
  const wrong = await runNode(first, ['scripts/digits.mjs', 'no-such-command'], user).ended;
  assert.deepEqual([wrong.status, wrong.stdout], [2, '']);
});

test('the doctor finds every part in order', async () => {
  const { status, stdout } = await runNode(first, ['scripts/doctor.mjs', '--json'], user).ended;
  const report = JSON.parse(stdout) as {
    ok: boolean;
    findings: { part: string; ok: boolean; found: string }[];
  };
  assert.deepEqual(
    report.findings.filter(({ ok }) => !ok),
    [],
  );
  assert.equal(report.ok, true);
  assert.equal(status, 0);
  const parts = ['Node', 'packages', 'library', 'TensorFlow', 'threads', 'danfojs', 'data/train.csv'];
  parts.push('data/test.csv', 'Python', 'JupyterLab', 'kernel', 'plotly renderer');
  assert.deepEqual(
    report.findings.map(({ part }) => part),
    parts,
  );
});

/** Any free port; JupyterLab is not told to look for another. */
async function freePort(): Promise<number> {
  for (let port = 9100; port < 9200; port++) if (await isPortFree(port, '127.0.0.1')) return port;
  throw new Error('no port from 9100 to 9199 is free');
}

async function answers(port: number, address = '127.0.0.1'): Promise<boolean> {
  try {
    return (await fetch(`http://${address}:${port}/api`)).ok;
  } catch {
    return false;
  }
}

/** By which other computers would reach this one. */
function otherAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address),
  );
}

for (const signal of ['SIGINT', 'SIGKILL'] as const) {
  test(`npm start serves the course with its kernel only, and ${signal} ends the server`, async () => {
    const port = await freePort();
    const running = runNode(first, ['scripts/start.mjs', '--no-browser', '--port', String(port)], user);
    await until(`the server answers: ${running.stderr()}`, () => answers(port), 60);
    const token = await untilToken(running.stderr);
    const response = await fetch(`http://127.0.0.1:${port}/api/kernelspecs?token=${token}`);
    const { kernelspecs } = (await response.json()) as { kernelspecs: Record<string, unknown> };
    assert.deepEqual(Object.keys(kernelspecs), ['tslab']);
    const closed = await fetch(`http://127.0.0.1:${port}/api/kernelspecs`);
    assert.equal(closed.status, 403);
    for (const address of otherAddresses()) assert.equal(await answers(port, address), false, address);
    running.kill(signal);
    const { status } = await running.ended;
    assert.equal(status, signal === 'SIGINT' ? 0 : null);
    await until('the port is free again', () => isPortFree(port, '127.0.0.1'), 15);
  });
}

async function untilToken(stderr: () => string): Promise<string> {
  const find = (): string | undefined => /token=([0-9a-f]+)/.exec(stderr())?.[1];
  await until('the address is printed', () => find() !== undefined);
  return find() ?? '';
}

test('nothing was written outside the clone but the cache and npm’s own', () => {
  assert.deepEqual(readdirSync(home).sort(), ['.cache', '.npm']);
  assert.deepEqual(readdirSync(join(home, '.cache')), ['digits-cnn']);
});

test('without a network and with a home that cannot be written, the course starts again and runs a cell; without the token nobody does', {
  skip: cannotConfine,
}, () => {
  // The library is linked anew, out of a cache that is read-only then.
  rmSync(join(first, '.setup', 'tensorflow.json'));
  const { cell, listening, withoutToken, status, said } = startAndAsk(first, home, user, askBackend);
  assert.deepEqual([cell, status], ['tensorflow\n', 0]);
  assert.match(said, /^tensorflow: preparing native TensorFlow …\ntensorflow: ready after /);
  assert.deepEqual(listening, [loopback]);
  assert.equal(Object.keys(withoutToken).length, 5);
  for (const [wish, answer] of Object.entries(withoutToken)) assert.equal(answer, 403, wish);
});

test('a truncated library in the cache is noticed, named and made again', async () => {
  const native = join(cache, cached()[0] ?? '');
  const lib = join(native, 'lib');
  truncateSync(join(lib, readdirSync(lib).find(name => name.includes('_cc')) ?? ''), 1000);
  const { status, stderr } = await runSetUp(first, user).ended;
  assert.equal(status, 0, stderr);
  assert.match(
    stderr,
    /is damaged \(lib\/libtensorflow_cc\.\S+ has 1000 bytes, not \d+\); making it again …/,
  );
  assert.equal(backendOf(first, user).native, true);
});

test('a file where the cache folder should be is not touched, and refused by name', async () => {
  const native = join(cache, cached()[0] ?? '');
  renameSync(native, `${native}.aside`);
  writeFileSync(native, 'something of the user’s');
  const { status, stderr } = await runSetUp(first, user).ended;
  rmSync(native);
  renameSync(`${native}.aside`, native);
  assert.equal(status, 1);
  const line = `tensorflow: ${native} should be a folder; move that file away`;
  assert.deepEqual(stderr.trimEnd().split('\n'), ['tensorflow: preparing native TensorFlow again …', line]);
});

test('WebAssembly that is asked for takes the place of native TensorFlow, and gives it back', async () => {
  const wasm = { ...user, DIGITS_TENSORFLOW: 'wasm' };
  const { status, stderr } = await runSetUp(first, wasm).ended;
  assert.equal(status, 0);
  assert.match(
    stderr,
    /the course runs, with WebAssembly in place of native TensorFlow; training is about thirty times/,
  );
  assert.deepEqual(backendOf(first, user), { native: false, backend: 'wasm', danfojs: true });
  assert.equal((await runSetUp(first, user).ended).status, 0);
  assert.deepEqual(backendOf(first, user), { native: true, backend: 'tensorflow', danfojs: true });
});

test('without Python npm start says what to install, and the command line works all the same', async () => {
  rmSync(join(second, '.venv'), { recursive: true });
  rmSync(join(second, '.setup'), { recursive: true });
  const noPython = { ...user, PYTHON: 'no-such-python', TFJS_NODE_CDN_STORAGE: 'http://127.0.0.1:9/' };
  const { status, stderr } = await runNode(second, ['scripts/start.mjs', '--no-browser'], noPython).ended;
  assert.equal(status, 1);
  const [last = ''] = stderr.trimEnd().split('\n').slice(-1);
  assert.match(
    last,
    /^python: Python 3\.10 or newer with venv is needed for JupyterLab; found no no-such-python\. /,
  );
  assert.equal(existsSync(join(second, 'data', 'train.csv')), true, stderr);
  const digits = await runNode(second, ['scripts/digits.mjs', '--version'], noPython).ended;
  assert.deepEqual([digits.status, digits.stdout], [0, '0.1.0\n']);
});

test('without the registry, set-up says so in one line per step and leaves nothing half-made', async () => {
  const third = cloneInto(join(folder, 'third'));
  const offline = { ...user, npm_config_registry: 'http://127.0.0.1:9', npm_config_fetch_retries: '0' };
  const emptyHome = {
    ...offline,
    ...newUser(join(folder, 'offline')),
    ...offline,
    HOME: join(folder, 'offline'),
  };
  const { status, stdout, stderr } = await runNode(third, ['scripts/digits.mjs', '--version'], emptyHome)
    .ended;
  assert.deepEqual([status, stdout], [1, '']);
  const cause = 'the package registry cannot be reached; is this machine online, is a proxy needed?';
  const log = join(third, '.setup', 'npm-ci.log');
  const lines = [
    'packages: installing the npm packages …',
    `packages: npm ci failed: ${cause} (all it said: ${log})`,
  ];
  assert.deepEqual(stderr.trimEnd().split('\n'), lines);
});
