import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { buildSync } from 'esbuild';
import { exportModel } from '../../../lib/model/export/exportModel';
import { ready } from '../../../lib/tensorflow/tf';
import { findChromium } from '../../lab/findChromium';
import { launchChromium } from '../../lab/launchChromium';
import { temporaryFolder } from '../../temporaryFolder';
import { answersOf, apart, networks } from './networks';

const executablePath = findChromium();
const skip = executablePath
  ? false
  : 'no Chromium found: apt-get install -y chromium, or set CHROMIUM to its path';

before(ready);

/** TensorFlow.js for a page, without a native or WebAssembly backend. */
function bundle(): string {
  const packages = ['tfjs-core', 'tfjs-backend-cpu', 'tfjs-layers'];
  const contents = packages.map(name => `export * from '@tensorflow/${name}';`).join('\n');
  return buildSync({
    stdin: { contents, resolveDir: __dirname },
    ...{
      bundle: true,
      platform: 'browser',
      format: 'iife',
      globalName: 'tf',
      write: false,
      logLevel: 'silent',
    },
  }).outputFiles![0]!.text;
}

test("a page loads the web format, and its answers are the model's, within 1e-5", { skip }, async () => {
  const folder = temporaryFolder();
  const model = networks.lenet!();
  const files = await exportModel(model, 'tfjs', folder);
  assert.equal(files.length, 2);
  assert.equal(files[1], 'model.json');
  const expected = answersOf(model);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.route('**/*', async route => {
      const name = new URL(route.request().url()).pathname.slice(1);
      const body = files.includes(name)
        ? readFileSync(join(folder, name))
        : '<!doctype html><title>page</title>';
      await route.fulfill({ body, contentType: name.endsWith('.json') ? 'application/json' : 'text/html' });
    });
    await page.goto('http://page.invalid/');
    await page.addScriptTag({ content: bundle() });
    const logits = await page.evaluate(
      `tf.loadLayersModel('model.json').then(model => {
         const images = tf.tensor(${JSON.stringify(expected.images)}, ${JSON.stringify(expected.imagesShape)});
         return Array.from(model.predict(images).dataSync());
       })`,
    );
    const difference = apart(logits as number[], expected.logits);
    assert.ok(difference < 1e-5, `${difference}`);
  } finally {
    await browser.close();
  }
});
