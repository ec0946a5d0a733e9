/** The packed library in somebody else's project, which has nothing of the course. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { before, test } from 'node:test';
import { temporaryFolder } from '../temporaryFolder';

const course = resolve(__dirname, '..', '..');
const project = join(temporaryFolder(), 'Straße zum Ziel'); // a space and a letter outside ASCII
let packed: string[] = [];

function run(command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: project, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function succeed(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = run(command, ...args);
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
  return stdout;
}

before(() => {
  mkdirSync(project);
  const [{ filename, files }] = JSON.parse(
    succeed('npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', '.', join(course, 'lib')),
  ) as [{ filename: string; files: { path: string }[] }];
  packed = files.map(({ path }) => path);
  writeFileSync(join(project, 'package.json'), '{ "private": true }\n');
  const others = ['typescript@7.0.2', 'typescript5@npm:typescript@5.9.3', '@types/node@20'];
  succeed('npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', `./${filename}`, ...others);
});

test('the package holds the compiled library, its pages, its program and its README, and no sources', () => {
  for (const path of [
    'README.md',
    'bin/digits.js',
    'bin/whileWanted.js',
    'dist/entries/main.d.ts',
    'dist/pages/convolutionStepper.js',
  ]) {
    assert.ok(packed.includes(path), path);
  }
  assert.deepEqual(
    packed.filter(
      path =>
        !/^(dist\/.*(\.js|\.d\.ts)|bin\/(digits|whileWanted)\.js|README\.md|LICENSE|package\.json)$/.test(
          path,
        ),
    ),
    [],
  );
});

const typed = `
import { conv2d, type NdArray, ndarray, softmax } from 'digits-cnn';
import { type FitOptions, fit } from 'digits-cnn/tensorflow';
import { exercise } from 'digits-cnn/lesson';

const rows: NdArray = softmax(ndarray([1, 2], [0, Math.log(3)]));
export const shape: readonly number[] = conv2d(ndarray([1, 5, 5, 1]), ndarray([3, 3, 1, 2])).shape;
export const options: FitOptions = { epochs: 1, batchSize: 50, learningRate: 0.001, seed: 1 };
export const parts = [rows, fit, exercise];
// @ts-expect-error not an option
export const mistaken: FitOptions = { ...options, learningrate: 1 };
// @ts-expect-error a number is no array
softmax(3);
`;

const byHand = `
import { softmax } from 'digits-cnn';
// @ts-expect-error a number is no array
softmax(3);
`;

function typeCheck(compiler: string, files: Readonly<Record<string, string>>, ...options: string[]): void {
  for (const [file, text] of Object.entries(files)) writeFileSync(join(project, file), text);
  const strict = ['--noEmit', '--strict', '--target', 'es2022', '--types', 'node', ...options];
  succeed(process.execPath, join('node_modules', compiler, 'bin', 'tsc'), ...strict, ...Object.keys(files));
}

for (const compiler of ['typescript', 'typescript5']) {
  for (const resolution of ['node16', 'nodenext']) {
    test(`${compiler} checks an ES module and a CommonJS one against it, with ${resolution} resolution`, () => {
      const files = { 'user.mts': typed, 'user.cts': typed };
      typeCheck(compiler, files, '--module', resolution, '--skipLibCheck');
    });
  }

  test(`${compiler} checks a program against it, with bundler resolution`, () => {
    const options = ['--module', 'preserve', '--moduleResolution', 'bundler', '--skipLibCheck'];
    typeCheck(compiler, { 'user.ts': typed }, ...options);
  });

  test(`${compiler} checks plain JavaScript against the layers by hand, and their declarations too`, () => {
    typeCheck(compiler, { 'byHand.mjs': byHand }, '--module', 'nodenext', '--allowJs', '--checkJs');
  });
}

const plain = "console.log(softmax(ndarray([1, 2], [0, 0])).data.join(' '));\n";
for (const [file, text] of [
  ['module.mjs', `import { ndarray, softmax } from 'digits-cnn';\n${plain}`],
  ['common.cjs', `const { ndarray, softmax } = require('digits-cnn');\n${plain}`],
] as const) {
  test(`plain JavaScript uses it: ${file}`, () => {
    writeFileSync(join(project, file), text);
    assert.equal(succeed(process.execPath, file), '0.5 0.5\n');
  });
}

test('where TensorFlow.js is missing, the entry that needs it says so and what to install', () => {
  const { status, stderr } = run(process.execPath, '-e', "require('digits-cnn/tensorflow')");
  assert.equal(status, 1);
  const [, message] = /^Error: (.*)$/m.exec(stderr) ?? [];
  assert.equal(
    message,
    'digits-cnn/tensorflow: @tensorflow/tfjs must be installed, found no such package; npm install ' +
      '@tensorflow/tfjs@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0 @tensorflow/tfjs-node@4.22.0',
  );
});

test('its command line says the same, in one line', () => {
  copyFileSync(join(course, 'data', 'sample.csv'), join(project, 'digits.csv'));
  const { status, stdout, stderr } = run('npx', 'digits', 'train', '--data', 'digits.csv');
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, /^digits: digits-cnn\/tensorflow: @tensorflow\/tfjs must be installed, .*\n$/);
});
