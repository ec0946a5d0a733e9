/** The kernel and the library beside it: TensorFlow for packages that ask for it by name, and a stale build. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { root, specs, startKernel } from './startKernel';

const files = {
  'lib/package.json': '{"name": "digits-cnn", "exports": {"./tensorflow": "./dist/entries/tensorflow.js"}}',
  'lib/train/fit.ts': '',
  'lib/dist/entries/main.js': '',
  'lib/dist/entries/tensorflow.js': `
    globalThis.timesOpened = (globalThis.timesOpened ?? 0) + 1;
    try { require('@tensorflow/tfjs-node'); } catch {
      const id = require.resolve('@tensorflow/tfjs-node');
      require.cache[id] = { id, filename: id, loaded: true, exports: { backend: 'wasm' } };
    }`,
  'node_modules/@tensorflow/tfjs-node/package.json': '{"name": "@tensorflow/tfjs-node"}',
  'node_modules/@tensorflow/tfjs-node/index.js': "throw new Error('no native addon');",
  'node_modules/danfojs-node/package.json': '{"name": "danfojs-node", "types": "index.d.ts"}',
  'node_modules/danfojs-node/index.d.ts': 'export const backend: string;',
  'node_modules/danfojs-node/index.js': "exports.backend = require('@tensorflow/tfjs-node').backend;",
  'notebooks/.keep': '',
};
const useDataFrames = 'import { backend } from "danfojs-node"; console.log(backend);';
const timesOpened = 'console.log((globalThis as any).timesOpened);';

/** A course with a library and packages of a few lines, where native TensorFlow does not load. */
function makeCourse(t: TestContext): string {
  const course = mkdtempSync(join(tmpdir(), 'kernel-course-'));
  t.after(() => rmSync(course, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(course, file)), { recursive: true });
    writeFileSync(join(course, file), text);
  }
  cpSync(join(root, 'kernel'), join(course, 'kernel'), { recursive: true });
  for (const name of ['tslab', '@tslab', '@types']) {
    symlinkSync(join(root, 'node_modules', name), join(course, 'node_modules', name));
  }
  symlinkSync(join(course, 'lib'), join(course, 'node_modules', 'digits-cnn'));
  return course;
}

async function startIn(t: TestContext, course: string, spec: string = join(course, 'kernel')) {
  const kernel = await startKernel(spec, join(course, 'notebooks'));
  t.after(() => kernel.stop());
  return kernel;
}

describe('beside the library the kernel', () => {
  it('gives the TensorFlow of digits-cnn to a package that asks for tfjs-node, which fails on stock tslab', async t => {
    const course = makeCourse(t);
    const ours = await startIn(t, course);
    assert.equal((await ours.execute(timesOpened)).stdout, 'undefined\n', 'loaded before anybody asked');
    assert.equal((await ours.execute(useDataFrames)).stdout, 'wasm\n');
    assert.equal((await ours.execute(timesOpened)).stdout, '1\n');

    const stock = await startIn(t, course, specs.stock);
    assert.match((await stock.execute(useDataFrames)).stderr, /Error: no native addon/);
  });

  it('warns in the first cell only, when a source is newer than the build', async t => {
    const course = makeCourse(t);
    const later = Date.now() / 1000 + 60;
    utimesSync(join(course, 'lib/train/fit.ts'), later, later);
    const kernel = await startIn(t, course);
    const first = await kernel.execute('"first"');
    assert.equal(
      first.stdout,
      `digits-cnn is older than its sources: lib/${join('train', 'fit.ts')} has changed. ` +
        'Run `npm run build` in the course folder, then restart the kernel.\nfirst\n',
    );
    assert.equal(first.stderr, '');
    assert.equal((await kernel.execute('"second"')).stdout, 'second\n');
  });

  it("warns when there is no build, and lets a package's own error be seen", async t => {
    const course = makeCourse(t);
    rmSync(join(course, 'lib/dist'), { recursive: true });
    const kernel = await startIn(t, course);
    const { stdout, error } = await kernel.execute(useDataFrames);
    assert.equal(
      stdout,
      'digits-cnn is not built: lib/dist is missing. ' +
        'Run `npm run build` in the course folder, then restart the kernel.\n',
    );
    assert.equal(error?.evalue, 'no native addon');
  });
});
