/**
 * The doctor names what is wrong with a set-up, and what mends it.
 * Long: one test for each part of the report.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { askChild } from '../../lib/cli/doctor/askChild';
import { findCourse } from '../../lib/cli/doctor/course';
import { dataFinding } from '../../lib/cli/doctor/dataFinding';
import { gpuFindings } from '../../lib/cli/doctor/gpuFindings';
import { libraryFinding } from '../../lib/cli/doctor/libraryFinding';
import { nodeFinding } from '../../lib/cli/doctor/nodeFinding';
import { packagesFinding } from '../../lib/cli/doctor/packagesFinding';
import { pythonFindings } from '../../lib/cli/doctor/pythonFindings';
import { doctorReport, renderReport } from '../../lib/cli/doctor/report';
import { danfojsFinding, tensorflowFindings } from '../../lib/cli/doctor/tensorflowFindings';
import { programIn, temporaryFolder, writeIn } from './temporaryFolder';

const root = join(import.meta.dirname, '..', '..');

test('a report has one line per part, what mends it below, and a verdict', () => {
  const node = { part: 'Node', ok: true, needed: true, found: '20.19.0' };
  const library = { part: 'library', ok: false, needed: true, found: 'not built', mend: 'npm run build' };
  const wasm = { part: 'TensorFlow', ok: false, needed: false, found: 'wasm' };
  assert.equal(
    renderReport(doctorReport([node, library, wasm])),
    [
      'ok     Node        20.19.0',
      'WRONG  library     not built',
      '                   → npm run build',
      'note   TensorFlow  wasm',
      'Something needed is wrong; see the arrows above.',
      '',
    ].join('\n'),
  );
  assert.match(renderReport(doctorReport([node, wasm])), /\nEverything needed is in order\.\n$/);
});

test('a report is in order as long as everything needed is', () => {
  const bad = { part: 'x', ok: false, found: '' };
  assert.equal(doctorReport([{ ...bad, needed: false }]).ok, true);
  assert.equal(doctorReport([{ ...bad, needed: true }]).ok, false);
  assert.equal(doctorReport([]).ok, true);
});

test('a child answers with the JSON of its last line, whatever it printed before', async () => {
  const program = "console.log('Hello there'); console.log(JSON.stringify({ rows: 3 }))";
  assert.deepEqual(await askChild(process.execPath, ['-e', program]), { answer: { rows: 3 } });
});

test('a child that crashes, throws, answers nonsense or does not exist is a problem in one line', async () => {
  const ask = (program: string): Promise<unknown> => askChild(process.execPath, ['-e', program]);
  assert.deepEqual(await ask('process.abort()'), { problem: 'it ended with SIGABRT' });
  assert.deepEqual(await ask("throw new TypeError('x is not a function')"), {
    problem: 'TypeError: x is not a function',
  });
  assert.deepEqual(await ask("console.log('no JSON')"), { problem: "it answered 'no JSON'" });
  assert.deepEqual(await askChild('no-such-program', []), { problem: 'it ended with ENOENT' });
});

test('the course is found from any folder in it, and from nowhere else', t => {
  const folder = temporaryFolder(t);
  assert.equal(findCourse(folder), undefined);
  writeIn(folder, 'package.json', '{ "name": "digits-cnn-course" }');
  writeIn(folder, 'lib/package.json', '{ "name": "digits-cnn" }');
  assert.equal(findCourse(join(folder, 'lib', 'data')), folder);
});

test('an old Node is wrong, with the one that is needed', () => {
  const mend = 'install Node 20.19 or newer';
  assert.deepEqual(nodeFinding('20.18.3'), {
    part: 'Node',
    ok: false,
    needed: true,
    found: '20.18.3 is too old',
    mend,
  });
  assert.equal(nodeFinding('20.19.0').ok, true);
  assert.equal(nodeFinding('24.0.0').ok, true);
});

test('packages are compared with the lock file, version by version', async t => {
  const folder = temporaryFolder(t);
  const part = { part: 'packages', needed: true };
  const missing = 'node_modules is missing or was not made by npm';
  const locked = (version: string): string =>
    JSON.stringify({
      packages: { '': {}, 'node_modules/a': { version }, 'node_modules/b': { optional: true, version } },
    });
  writeIn(folder, 'package-lock.json', locked('1.0.0'));
  assert.deepEqual(await packagesFinding(folder), { ...part, ok: false, found: missing, mend: 'npm start' });
  const installed = (version: string): string =>
    writeIn(
      folder,
      'node_modules/.package-lock.json',
      JSON.stringify({ packages: { 'node_modules/a': { version } } }),
    );
  installed('1.0.0');
  assert.deepEqual(await packagesFinding(folder), { ...part, ok: true, found: '1 as locked' });
  installed('0.9.0');
  const found = 'a should be 1.0.0, it is 0.9.0';
  assert.deepEqual(await packagesFinding(folder), { ...part, ok: false, found, mend: 'npm start' });
});

/** As set-up lists them. */
const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex');

test('a library that is missing or was built from other sources is wrong, and the source is named', async t => {
  const folder = temporaryFolder(t);
  writeIn(folder, 'lib/data/readDigits.ts', 'as it was');
  const part = { part: 'library', ok: false, needed: true };
  const mend = 'npm run build';
  assert.deepEqual(await libraryFinding(folder), { ...part, found: 'lib/dist is not built', mend });
  const built = join('data', 'readDigits.ts');
  writeIn(folder, 'lib/dist/.built', `${sumOf('as it was')}  ${built}\n`);
  assert.equal((await libraryFinding(folder)).ok, true);
  const changed = (file: string): object => {
    return { ...part, found: `lib/dist was built before lib/${file} was changed`, mend };
  };
  writeIn(folder, 'lib/data/readDigits.ts', 'changed');
  assert.deepEqual(await libraryFinding(folder), changed(built));
  writeIn(folder, 'lib/data/new.ts', 'new');
  assert.deepEqual(await libraryFinding(folder), changed(join('data', 'new.ts')));
});

/** A stand-in for the library's TensorFlow entry. */
function entry(t: TestContext, body: string): string {
  return writeIn(temporaryFolder(t), 'entry.cjs', body);
}

const backend = (info: object): string => `exports.backendInfo = async () => (${JSON.stringify(info)})`;

test('native TensorFlow is told with its version, build and threads', async t => {
  const info = {
    backend: 'tensorflow',
    native: true,
    gpu: false,
    version: '2.21.0',
    build: 'tfjs-node 4.22.0',
    threads: 8,
  };
  assert.deepEqual(await tensorflowFindings(undefined, entry(t, backend(info))), [
    { part: 'TensorFlow', ok: true, needed: false, found: 'native 2.21.0 through tfjs-node 4.22.0' },
    { part: 'threads', ok: true, needed: false, found: '8' },
  ]);
});

test('WebAssembly is worth a note with the reason that set-up found, but not wrong', async t => {
  const info = {
    backend: 'wasm',
    native: false,
    gpu: false,
    version: '4.22.0',
    build: 'tfjs-backend-wasm 4.22.0',
    threads: 1,
    reason: 'no addon',
  };
  const slow = 'wasm (tfjs-backend-wasm 4.22.0), trains about thirty times slower than native';
  const part = { part: 'TensorFlow', ok: false, needed: false };
  const stub = entry(t, backend(info));
  const [outside] = await tensorflowFindings(undefined, stub);
  assert.deepEqual(outside, { ...part, found: `${slow}: no addon` });
  const course = temporaryFolder(t);
  writeIn(course, '.setup/tensorflow.json', '{ "why": "there is no C++ compiler" }');
  const mend = 'delete .setup/tensorflow.json and run npm start';
  const [inside] = await tensorflowFindings(course, stub);
  assert.deepEqual(inside, { ...part, found: `${slow}: there is no C++ compiler`, mend });
});

test('a GPU is told with its name and memory, or why the one that was asked for does not compute', async t => {
  const bin = temporaryFolder(t);
  const path = process.env.PATH;
  t.after(() => {
    process.env.PATH = path;
  });
  process.env.PATH = bin;
  const part = { part: 'GPU', needed: false };
  const mend = 'npm start -- --gpu, when nvidia-smi shows the GPU and its driver is up to date';
  const idle = (why: string): object => ({
    ...part,
    ok: false,
    found: `the processor computes: ${why}`,
    mend,
  });

  assert.deepEqual(gpuFindings(false, false), []);
  assert.deepEqual(gpuFindings(false, true), [idle('there is no NVIDIA driver (nvidia-smi does not start)')]);
  programIn(bin, 'nvidia-smi', 'echo "No devices were found"; exit 6');
  assert.deepEqual(gpuFindings(false, true), [idle("nvidia-smi says 'No devices were found'")]);
  programIn(bin, 'nvidia-smi', 'echo "Test GPU, 81559 MiB"');
  assert.deepEqual(gpuFindings(false, true), [idle('TensorFlow does not reach the Test GPU, 81559 MiB')]);
  assert.deepEqual(gpuFindings(true, true), [{ ...part, ok: true, found: 'Test GPU, 81559 MiB' }]);

  const info = { native: true, gpu: true, version: '2.21.0', build: 'tfjs-node 4.22.0', threads: 8 };
  const stub = entry(t, backend(info));
  const parts = (await tensorflowFindings(undefined, stub)).map(finding => finding.part);
  assert.deepEqual(parts, ['TensorFlow', 'GPU', 'threads']);
});

test('native code that crashes is a finding', async t => {
  const [finding] = await tensorflowFindings(root, entry(t, 'process.abort()'));
  const found = 'TensorFlow.js does not start: it ended with SIGABRT';
  const mend = 'delete .setup and run npm start';
  assert.deepEqual(finding, { part: 'TensorFlow', ok: false, needed: true, found, mend });
});

test('a cache with one changed byte is named with its folder, and not loaded', async t => {
  const course = temporaryFolder(t);
  const cache = temporaryFolder(t);
  const addon = writeIn(cache, 'tfjs_binding.node', 'addon');
  writeIn(cache, 'SHA256SUMS', `${sumOf('addon')}  tfjs_binding.node\n`);
  const link = join(course, 'node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node');
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(addon, link);
  const info = { backend: 'tensorflow', native: true, version: '2', build: 'b', threads: 1 };
  const whole = await tensorflowFindings(course, entry(t, backend(info)));
  assert.equal(whole[0]?.ok, true);
  writeFileSync(addon, 'adden');
  const found = `tfjs_binding.node in ${cache} is damaged: its SHA-256 is another one than when it was made`;
  const mend = `delete ${cache} and run npm start`;
  const loaded = "throw new Error('loaded')";
  assert.deepEqual(await tensorflowFindings(course, entry(t, loaded)), [
    { part: 'TensorFlow', ok: false, needed: true, found, mend },
  ]);
});

test('danfojs that is not installed, or counts wrongly, is wrong', async t => {
  const folder = temporaryFolder(t);
  writeIn(folder, 'package.json', '{}');
  const stub = entry(t, '');
  const absent = await danfojsFinding(folder, stub);
  assert.equal(absent.ok, false);
  assert.match(absent.found, /^does not load: Error: Cannot find module 'danfojs-node'/);
  const danfo = 'exports.DataFrame = class { shape = [2, 1] }';
  writeIn(folder, 'node_modules/danfojs-node/package.json', '{ "version": "1.2.0", "main": "index.js" }');
  writeIn(folder, 'node_modules/danfojs-node/index.js', danfo);
  assert.equal((await danfojsFinding(folder, stub)).found, 'counted 2 rows in a frame of 3');
  writeIn(folder, 'node_modules/danfojs-node/index.js', danfo.replace('2', '3'));
  const right = { part: 'danfojs', ok: true, needed: true, found: '1.2.0' };
  assert.deepEqual(await danfojsFinding(folder, stub), right);
});

test('data that is missing, no digits, or the user’s own digits is told apart', async t => {
  const folder = temporaryFolder(t);
  const part = { part: 'data/train.csv', needed: true };
  const missing = { ...part, ok: false, found: 'missing', mend: 'npm start' };
  assert.deepEqual(await dataFinding(folder, 'train'), missing);

  writeIn(folder, 'data/train.csv', 'name,age\nAda,36\n');
  const foreign = await dataFinding(folder, 'train');
  assert.equal(foreign.ok, false);
  assert.match(foreign.found, /data\/train\.csv line 1/);
  assert.equal(foreign.mend, 'move data/train.csv away and run npm start');

  const pixels = Array.from({ length: 784 }, (_, index) => index);
  const header = ['label', ...pixels.map(index => `pixel${index}`)].join(',');
  const row = [7, ...pixels.map(() => 0)].join(',');
  writeIn(folder, 'data/train.csv', `${header}\n${row}\n${row}\n`);
  const own = await dataFinding(folder, 'train');
  assert.equal(own.ok, true);
  assert.match(own.found, /^a file of your own, 2 rows, SHA-256 [0-9a-f]{16}…$/);
});

test('without .venv Python is wrong; with it, each package and the kernel are asked for', async t => {
  const folder = temporaryFolder(t);
  const mend = 'delete .venv and run npm start';
  assert.deepEqual(await pythonFindings(folder), [
    { part: 'Python', ok: false, needed: true, found: 'there is no .venv', mend },
  ]);
  const answer = { python: '3.12.1', jupyterlab: null, kernel: null, plotly: null };
  programIn(folder, '.venv/bin/python', `echo '${JSON.stringify(answer)}'`);
  const interrupted = 'the making of .venv was interrupted';
  assert.deepEqual(await pythonFindings(folder), [
    { part: 'Python', ok: false, needed: true, found: interrupted, mend },
  ]);
  writeIn(folder, '.venv/.digits-python', '');
  const absent = 'not installed in .venv';
  const restore = 'git checkout kernel';
  assert.deepEqual(await pythonFindings(folder), [
    { part: 'Python', ok: true, needed: true, found: '3.12.1 in .venv' },
    { part: 'JupyterLab', ok: false, needed: true, found: absent, mend },
    {
      part: 'kernel',
      ok: false,
      needed: true,
      found: 'Jupyter does not find tslab in kernel/',
      mend: restore,
    },
    { part: 'plotly renderer', ok: false, needed: false, found: absent, mend },
  ]);
});

test('npm run doctor works where nothing is installed, and says so with exit code 1', t => {
  const folder = temporaryFolder(t);
  cpSync(join(root, 'scripts'), join(folder, 'scripts'), { recursive: true });
  const doctor = (...args: string[]): { status: number | null; stdout: string } =>
    spawnSync(process.execPath, [join(folder, 'scripts', 'doctor.mjs'), ...args], { encoding: 'utf8' });
  const { status, stdout } = doctor();
  assert.equal(status, 1);
  assert.equal(
    stdout,
    [
      `ok     Node: ${process.versions.node}`,
      'WRONG  packages: not installed',
      '       → npm start',
      'WRONG  library: lib/dist is not built',
      '       → npm start',
      '',
    ].join('\n'),
  );
  const needed = true;
  assert.deepEqual(JSON.parse(doctor('--json').stdout), {
    ok: false,
    findings: [
      { part: 'Node', ok: true, needed, found: process.versions.node },
      { part: 'packages', ok: false, needed, found: 'not installed', mend: 'npm start' },
      { part: 'library', ok: false, needed, found: 'lib/dist is not built', mend: 'npm start' },
    ],
  });
});
