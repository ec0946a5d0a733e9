import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { library } from '../../scripts/setup/steps/library.mjs';
import { temporaryFolder, writeIn } from './temporaryFolder';

const packages = join(import.meta.dirname, '..', '..', 'node_modules');
const PAGES = 'lib/plot/interactives/browser/pages';

/** A clone with a library of one file and an interactive of one page, and the real compilers. */
function clone(t: TestContext): string {
  const root = temporaryFolder(t);
  mkdirSync(join(root, 'node_modules'));
  for (const name of ['typescript', 'esbuild']) {
    symlinkSync(join(packages, name), join(root, 'node_modules', name));
  }
  writeIn(root, 'lib/package.json', '{ "type": "commonjs" }');
  const compilerOptions = { target: 'es2022', module: 'node20', types: [], strict: true, rootDir: '.' };
  writeIn(root, 'lib/tsconfig.json', JSON.stringify({ compilerOptions, exclude: ['dist', 'plot'] }));
  writeIn(root, 'lib/data/answer.ts', 'export const answer: number = 42;');
  writeIn(root, `${PAGES}/ask.ts`, "import { answer } from '../../../../data/answer';\nalert(answer);");
  return root;
}

const built = (root: string): string => readFileSync(join(root, 'lib/dist/data/answer.js'), 'utf8');

test('the library is built once', async t => {
  const root = clone(t);
  assert.equal(library.missing(root), 'building lib/dist');
  await library.make(root);
  assert.match(built(root), /answer = 42/);
  assert.equal(library.missing(root), undefined);
});

test('the library is built again when a source is newer, and files of deleted sources are gone', async t => {
  const root = clone(t);
  await library.make(root);
  writeIn(root, 'lib/dist/data/gone.js', '');
  const source = writeIn(root, 'lib/data/answer.ts', 'export const answer: number = 43;');
  const later = new Date(Date.now() + 5000);
  utimesSync(source, later, later);
  assert.equal(library.missing(root), 'building lib/dist again, its sources have changed');
  await library.make(root);
  assert.match(built(root), /answer = 43/);
  assert.equal(existsSync(join(root, 'lib/dist/data/gone.js')), false);
});

test('a source that was changed after the clock was set back is noticed', async t => {
  const root = clone(t);
  await library.make(root);
  const source = writeIn(root, 'lib/data/answer.ts', 'export const answer: number = 44;');
  const yesterday = new Date(Date.now() - 86_400_000);
  utimesSync(source, yesterday, yesterday);
  assert.equal(library.missing(root), 'building lib/dist again, its sources have changed');
});

test('sources that are only touched, or checked out anew, are not built again', async t => {
  const root = clone(t);
  await library.make(root);
  const later = new Date(Date.now() + 86_400_000);
  utimesSync(join(root, 'lib/data/answer.ts'), later, later);
  assert.equal(library.missing(root), undefined);
});

test('sources that do not compile leave the old build as it was and say the first error', async t => {
  const root = clone(t);
  await library.make(root);
  writeIn(root, 'lib/data/answer.ts', "export const answer: number = 'forty-two';");
  const error = "lib/data/answer.ts(1,14): error TS2322: Type 'string' is not assignable to type 'number'.";
  const message = `lib does not compile: ${error}`;
  await assert.rejects(library.make(root), { name: 'SetupError', message });
  assert.match(built(root), /answer = 42/);
});

test('what a killed build left behind does not get into the next one', async t => {
  const root = clone(t);
  writeIn(root, '.setup/dist/data/half.js', '');
  await library.make(root);
  assert.equal(existsSync(join(root, 'lib/dist/data/half.js')), false);
});

test('a page is one script that needs no other', async t => {
  const root = clone(t);
  await library.make(root);
  const said: number[] = [];
  const alert = (answer: number) => said.push(answer);
  runInNewContext(readFileSync(join(root, 'lib/dist/pages/ask.js'), 'utf8'), { alert });
  assert.deepEqual(said, [42]);
});

test('a page that does not bundle leaves the old build as it was and says where', async t => {
  const root = clone(t);
  await library.make(root);
  writeIn(root, `${PAGES}/ask.ts`, "\nimport { answer } from './nowhere';\nalert(answer);");
  const message = `the interactives do not bundle: ${PAGES}/ask.ts:2: Could not resolve "./nowhere"`;
  await assert.rejects(library.make(root), { name: 'SetupError', message });
  assert.match(built(root), /answer = 42/);
});
