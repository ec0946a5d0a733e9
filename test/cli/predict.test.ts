import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { PredictReport } from '../../lib/cli/predict';
import { readDigits } from '../../lib/data/readDigits';
import { lenet } from '../../lib/model/lenet';
import { predict } from '../../lib/model/predict';
import { saveModel } from '../../lib/model/saveModel';
import { pngDataUrl } from '../../lib/plot/png';
import { backendInfo } from '../../lib/tensorflow/backendInfo';
import { readPhotos } from '../../lib/tensorflow/readPhotos';
import { ready, tf } from '../../lib/tensorflow/tf';
import { temporaryFolder } from '../temporaryFolder';
import { native } from '../tensorflow/trace/native';
import { run } from './run';

const folder = temporaryFolder();
const model = join(folder, 'model');
const small = join(folder, 'small');
const SAMPLE = 'data/sample.csv';
const network = lenet({ seed: 1 });

before(async () => {
  await ready();
  await saveModel(network, model);
  await saveModel(
    tf.sequential({
      layers: [tf.layers.flatten({ inputShape: [28, 28, 1] }), tf.layers.dense({ units: 3 })],
    }),
    small,
  );
});

/** A photograph of a bar. */
function bar(name: string): string {
  const pixels = Array.from({ length: 400 }, (_, index) => [
    index % 20 >= 8 && index % 20 < 11 ? 20 : 230,
    255,
  ]);
  const url = pngDataUrl(20, 20, Uint8Array.from(pixels.flat()), 2);
  const path = join(folder, name);
  writeFileSync(path, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
  return path;
}

test("predict --json gives each row's class and its probability, and nothing else", async () => {
  const expected = await predict(network, await readDigits(SAMPLE));
  const { code, out, err } = await run(['predict', '--model', model, '--data', SAMPLE, '--json']);
  assert.deepEqual([code, err], [0, '']);
  const report = JSON.parse(out) as PredictReport;
  assert.equal(out, `${JSON.stringify(report)}\n`);
  assert.equal(report.backend, (await backendInfo()).backend);
  assert.deepEqual(
    report.predictions,
    Array.from(expected.classes, (best, row) => ({
      image: row + 1,
      class: best,
      probability: expected.probabilities[row * 10 + best]!,
    })),
  );
});

test('predict prints a line per digit, and --out writes what Kaggle takes', async () => {
  const { classes, probabilities } = await predict(network, await readDigits(SAMPLE));
  const { out } = await run(['predict', '--model', model, '--data', SAMPLE]);
  const lines = out.trimEnd().split('\n');
  assert.equal(lines.length, 300);
  const percent = (100 * probabilities[10 + classes[1]!]!).toFixed(2);
  assert.equal(lines[1], `2: ${classes[1]} (${percent} %)`);

  const path = join(folder, 'submission.csv');
  const outcome = await run(['predict', '--model', model, '--data', SAMPLE, '--out', path]);
  assert.deepEqual(outcome, { code: 0, out: '', err: `${path}: 300 predictions\n` });
  const rows = Array.from(classes, (best, row) => `${row + 1},${best}\n`);
  assert.equal(readFileSync(path, 'utf8'), `ImageId,Label\n${rows.join('')}`);
});

test('photographs are read in the order given, each named', native, async () => {
  const paths = [bar('a.png'), bar('b.PNG')];
  const { classes, probabilities } = await predict(network, await readPhotos(paths));
  const { code, out } = await run(['predict', '--model', model, '--data', ...paths]);
  assert.equal(code, 0);
  const percent = (100 * probabilities[classes[0]!]!).toFixed(2);
  assert.equal(out, paths.map(path => `${path}: ${classes[0]} (${percent} %)\n`).join(''));
});

const missing = join(folder, 'missing');
const bad: [string[], string][] = [
  [
    ['--model', missing, '--data', SAMPLE],
    `loadModel: ${missing}: expected a folder with a model.json, found none`,
  ],
  [
    ['--model', model, '--data', 'seven.gif'],
    'digits predict: seven.gif: expected a name that ends in .csv, .csv.gz, .png, .jpg or .jpeg',
  ],
  [
    ['--model', model, '--data', SAMPLE, 'seven.png'],
    `digits predict: --data: expected one CSV file or images, found ${SAMPLE}, seven.png`,
  ],
  [
    ['--model', model, '--data', 'nowhere.csv'],
    'readDigits: nowhere.csv: expected a file, found no such file',
  ],
  [
    ['--model', model, '--data', 'nowhere.png'],
    'readPhotos: nowhere.png: expected a file, found no such file',
  ],
  [
    ['--model', small, '--data', SAMPLE],
    `digits predict: ${small}: model must end in [10] logits, one per class, got [3]`,
  ],
  [['--model', model], "required option '--data <files...>' not specified"],
  [['--model', model, '--data'], "option '--data <files...>' argument missing"],
];
for (const [args, message] of bad) {
  test(`digits predict: ${message.split(': ').pop()}`, async () => {
    assert.deepEqual(await run(['predict', ...args]), { code: 2, out: '', err: `digits: ${message}\n` });
  });
}
