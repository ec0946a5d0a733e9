/**
 * Set-up killed with signal 9, with its whole process group, in each of its steps: what is half made is not taken for
 * whole, and the next run completes. The steps are the real ones, in small clones; `npm run test:full` kills those
 * that take minutes.
 *
 * Long: one test for each step, and the clones that they share.
 */
import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataFinding } from '../../lib/cli/doctor/dataFinding';
import { libraryFinding } from '../../lib/cli/doctor/libraryFinding';
import { pythonFindings } from '../../lib/cli/doctor/pythonFindings';
import { type StepName, steps } from '../../scripts/setup/index.mjs';
import { addonPath } from '../../scripts/setup/tensorflow/addon.mjs';
import { damage } from '../../scripts/setup/tensorflow/cache.mjs';
import { type Killed, killAt, type Life } from '../faults/killAt';
import { courseRoot } from './freshClone';
import { temporaryFolder, writeIn } from './temporaryFolder';

const setUpModule = new URL('../../scripts/setup/index.mjs', import.meta.url).href;

/** Runs one step's set-up in a clone, to the end or to the moment at which it is killed. */
function setUp(
  root: string,
  step: StepName,
  moment: (life: Life) => boolean = () => false,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Killed> {
  const options = JSON.stringify({ root, only: [step] });
  const program = `import { setUpOrExit } from ${JSON.stringify(setUpModule)}; await setUpOrExit(${options});`;
  return killAt(['--input-type=module', '-e', program], moment, { env });
}

const missing = (root: string, name: StepName): string | undefined =>
  steps.find(step => step.name === name)!.missing(root);

const after =
  (milliseconds: number) =>
  (life: Life): boolean =>
    life.milliseconds() > milliseconds;

async function completes(root: string, step: StepName, env?: NodeJS.ProcessEnv): Promise<void> {
  const { code, err } = await setUp(root, step, undefined, env);
  assert.equal(code, 0, err);
  assert.equal(missing(root, step), undefined);
  assert.equal(existsSync(join(root, '.setup', 'lock')), false);
}

test('two steps make nothing, so there is nothing to kill', () => {
  const without = steps.filter(step => step.make === undefined);
  assert.deepEqual(
    without.map(({ name }) => name),
    ['node', 'kernel'],
  );
});

test('packages: an npm that was killed with set-up writes no more, and node_modules is made again', async t => {
  const root = temporaryFolder(t);
  for (const file of ['package.json', 'package-lock.json', 'lib/package.json', '.npmrc'])
    writeIn(root, file, '{}');
  const npm = writeIn(
    root,
    'npm-cli.js',
    `const fs = require('node:fs');
    fs.rmSync('node_modules', { recursive: true, force: true });
    fs.mkdirSync('node_modules');
    let count = 0;
    const write = () => {
      fs.writeFileSync('node_modules/' + count, '');
      if (++count < Number(process.env.PACKAGES)) setTimeout(write, 20);
    };
    write();`,
  );
  const env = (PACKAGES: string): NodeJS.ProcessEnv => ({ ...process.env, npm_execpath: npm, PACKAGES });
  const names = (): number => readdirSync(join(root, 'node_modules')).length;
  const isHalf = (): boolean => existsSync(join(root, 'node_modules')) && names() > 5;
  const { signal, err } = await setUp(root, 'packages', isHalf, env('100000'));
  assert.equal(signal, 'SIGKILL', err);
  assert.equal(missing(root, 'packages'), 'installing the npm packages');
  // The guard notices at once, and ends npm.
  await sleep(1000);
  const count = names();
  await sleep(300);
  assert.equal(names(), count, 'npm goes on');
  await completes(root, 'packages', env('3'));
  assert.deepEqual(readdirSync(join(root, 'node_modules')).sort(), ['.digits-packages', '0', '1', '2']);
});

/** A library of one file and one page, with the real compilers. */
function smallLibrary(t: TestContext): string {
  const root = temporaryFolder(t);
  mkdirSync(join(root, 'node_modules'));
  for (const name of ['typescript', 'esbuild'])
    symlinkSync(join(courseRoot, 'node_modules', name), join(root, 'node_modules', name));
  writeIn(root, 'lib/package.json', '{ "type": "commonjs" }');
  const compilerOptions = { target: 'es2022', module: 'node20', types: [], strict: true, rootDir: '.' };
  writeIn(root, 'lib/tsconfig.json', JSON.stringify({ compilerOptions, exclude: ['dist', 'plot'] }));
  writeIn(root, 'lib/plot/interactives/browser/pages/ask.ts', 'alert(42);');
  return root;
}

test('library: there is the old build or the new one, and the doctor knows which', async t => {
  const root = smallLibrary(t);
  const source = (answer: number): string =>
    writeIn(root, 'lib/data/answer.ts', `export const answer: number = ${answer};`);
  source(1);
  await completes(root, 'library');
  const answer = (): string => readFileSync(join(root, 'lib/dist/data/answer.js'), 'utf8');
  const beside = join(root, '.setup', 'dist');
  const moments: ((life: Life) => boolean)[] = [
    () => existsSync(beside),
    () => existsSync(join(beside, 'data', 'answer.js')),
    () => existsSync(join(beside, 'pages', 'ask.js')),
  ];
  let version = 1;
  for (const moment of moments) {
    source(++version);
    await setUp(root, 'library', moment);
    const todo = missing(root, 'library');
    assert.equal((await libraryFinding(root)).ok, todo === undefined);
    if (existsSync(join(root, 'lib/dist'))) {
      assert.match(answer(), new RegExp(`answer = ${todo === undefined ? version : version - 1}`));
      assert.ok(existsSync(join(root, 'lib/dist/pages/ask.js')));
    }
    await completes(root, 'library');
    assert.match(answer(), new RegExp(`answer = ${version}`));
  }
  assert.deepEqual(readdirSync(join(root, '.setup')), []);
});

test('python: an environment that was not finished is none, for set-up and for the doctor', async t => {
  const root = realpathSync(temporaryFolder(t));
  writeIn(root, 'requirements.txt', '');
  const bin = join(root, '.venv', 'bin');
  const moments: ((life: Life) => boolean)[] = [
    () => existsSync(join(bin, 'python')),
    () => existsSync(join(bin, 'pip')),
  ];
  for (const moment of moments) {
    const { signal, err } = await setUp(root, 'python', moment);
    assert.equal(signal, 'SIGKILL', err);
    assert.equal(missing(root, 'python'), 'making .venv with JupyterLab');
    const [python] = await pythonFindings(root);
    assert.deepEqual([python?.part, python?.ok], ['Python', false]);
  }
  await completes(root, 'python');
  assert.equal(existsSync(join(root, '.setup', 'venv-old')), false);
});

test('data: half-written digits are none, for set-up and for the doctor', async t => {
  const root = temporaryFolder(t);
  const folder = join(root, 'data');
  mkdirSync(folder);
  mkdirSync(join(root, 'lib'));
  for (const name of ['lib/bin', 'lib/dist', 'node_modules'])
    symlinkSync(join(courseRoot, name), join(root, name));
  const writing = (file: string) => (): boolean =>
    readdirSync(folder).some(name => name.startsWith(file) && name.endsWith('.part'));
  for (const [file, left] of [
    ['train.csv', 'data/train.csv and data/test.csv'],
    ['test.csv', 'data/test.csv'],
  ] as const) {
    const { signal, err } = await setUp(root, 'data', writing(file));
    assert.equal(signal, 'SIGKILL', err);
    assert.equal(missing(root, 'data'), `writing ${left}`);
    assert.equal((await dataFinding(root, file === 'train.csv' ? 'train' : 'test')).found, 'missing');
    await sleep(500); // The guard ends the program; what it has written stays until the next run.
  }
  await completes(root, 'data');
  assert.deepEqual(readdirSync(folder).sort(), ['test.csv', 'train.csv']);
});

/** Packages as links, except the one that the step changes. */
function cloneWithPackages(t: TestContext): string {
  const root = temporaryFolder(t);
  const packages = join(courseRoot, 'node_modules');
  mkdirSync(join(root, 'node_modules', '@tensorflow'), { recursive: true });
  const link = (name: string): void => symlinkSync(join(packages, name), join(root, 'node_modules', name));
  for (const name of readdirSync(packages)) if (name !== '@tensorflow' && !name.startsWith('.')) link(name);
  for (const name of readdirSync(join(packages, '@tensorflow')))
    if (name !== 'tfjs-node') link(join('@tensorflow', name));
  const own = join('@tensorflow', 'tfjs-node');
  cpSync(join(packages, own), join(root, 'node_modules', own), {
    recursive: true,
    filter: path => !/napi-v8|[/\\]deps[/\\]?/.test(path),
  });
  return root;
}

const stamp = join(courseRoot, '.setup', 'tensorflow.json');
const isNative = existsSync(stamp) && /"folder"/.test(readFileSync(stamp, 'utf8'));

test('tensorflow: a link is whole or there is none, and the stamp comes last', {
  skip: !isNative && 'set-up has put no native TensorFlow into the cache of this machine',
}, async t => {
  const root = cloneWithPackages(t);
  const moments: ((life: Life) => boolean)[] = [
    after(150),
    () => existsSync(addonPath(root)),
    after(700),
    ({ err }) => err().includes('preparing'),
  ];
  for (const moment of moments) {
    await setUp(root, 'tensorflow', moment);
    const todo = missing(root, 'tensorflow');
    assert.ok(todo === undefined || /^preparing native TensorFlow/.test(todo), todo);
    if (existsSync(addonPath(root))) {
      assert.equal(damage(dirname(realpathSync(addonPath(root)))), undefined);
    }
    if (todo === undefined) writeFileSync(join(root, '.setup', 'tensorflow.json'), '');
  }
  await completes(root, 'tensorflow');
  assert.match(readFileSync(join(root, '.setup', 'tensorflow.json'), 'utf8'), /"native": true/);
});
