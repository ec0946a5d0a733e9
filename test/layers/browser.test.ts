import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { type BuildResult, buildSync } from 'esbuild';

const lib = join(__dirname, '../../lib');

/** All layers and encodings in one script for a page, as the lessons' interactives carry them. */
function bundle(): BuildResult<{ write: false; metafile: true }> {
  const contents = ['layers/index', 'encode/index', 'random/random'].map(
    name => `export * from './${name}';`,
  );
  return buildSync({
    stdin: { contents: contents.join('\n'), resolveDir: lib },
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'digits',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
}

test('the layers import nothing of Node and nothing that is not in the bundle', () => {
  const imports = Object.values(bundle().metafile.inputs).flatMap(input => input.imports);
  assert.ok(imports.length > 50);
  assert.deepEqual(
    imports.filter(({ path, external }) => external || path.startsWith('node:')),
    [],
  );
});

test('in a context that has only the language, a bundled network computes', () => {
  const script = bundle().outputFiles[0]!.text;
  const result = runInNewContext(`${script}
    const { averagePool2d, conv2dIm2col, createRandom, dense, flatten, heNormal, ndarray, softmax } = digits;
    const random = createRandom(1);
    const maps = averagePool2d(conv2dIm2col(ndarray([2, 8, 8, 1]), heNormal([3, 3, 1, 4], random)));
    const scores = dense(flatten(maps), heNormal([36, 10], random), ndarray([10]));
    Array.from(softmax(scores).data);
  `);
  assert.deepEqual(result.length, 20);
  assert.ok(Array.from(result as number[]).every(p => Math.abs(p - 0.1) < 1e-12));
});

test('the bundle of all layers weighs less than 60 kB', t => {
  const bytes = bundle().outputFiles[0]!.contents.length;
  t.diagnostic(`${(bytes / 1000).toFixed(1)} kB minified`);
  assert.ok(bytes < 60_000, `${bytes}`);
});
