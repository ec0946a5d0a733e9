import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { lenet } from '../../lib/model/lenet';
import { originNet } from '../../lib/model/originNet';
import { saveModel } from '../../lib/model/saveModel';
import { ready } from '../../lib/tensorflow/tf';
import { temporaryFolder } from '../temporaryFolder';
import { run } from './run';

const folder = temporaryFolder();
const model = join(folder, 'model');
const origin = join(folder, 'origin');

before(async () => {
  await ready();
  await saveModel(lenet({ seed: 1 }), model);
  await saveModel(originNet({ seed: 1 }), origin);
});

test('export writes the files and prints their paths', async () => {
  const out = join(folder, 'onnx');
  const outcome = await run(['export', '--model', model, '--format', 'onnx', '--out', out]);
  assert.deepEqual(outcome, { code: 0, out: `${join(out, 'model.onnx')}\n`, err: '' });
  assert.deepEqual(readdirSync(out), ['model.onnx']);
});

test('export --json prints one object, the weights first', async () => {
  const out = join(folder, 'web');
  const outcome = await run(['export', '--model', model, '--format', 'tfjs', '--out', out, '--json']);
  const report = JSON.parse(outcome.out) as { format: string; files: string[] };
  assert.equal(outcome.out, `${JSON.stringify(report)}\n`);
  assert.equal(report.format, 'tfjs');
  assert.deepEqual(
    report.files.map(file => file.replace(/[0-9a-f]{12}/, 'HASH')),
    [join(out, 'weights-HASH.bin'), join(out, 'model.json')],
  );
});

test('export writes a file for Keras, and evaluate reads it', async () => {
  const out = join(folder, 'keras');
  const outcome = await run(['export', '--model', model, '--format', 'keras', '--out', out]);
  assert.deepEqual(outcome, { code: 0, out: `${join(out, 'model.keras')}\n`, err: '' });
  const evaluate = ['evaluate', '--data', 'data/sample.csv', '--json', '--model'];
  const [ours, theirs] = [
    await run([...evaluate, model]),
    await run([...evaluate, join(out, 'model.keras')]),
  ];
  assert.deepEqual([theirs.code, theirs.out], [0, ours.out]);
});

const missing = join(folder, 'missing');
const photos = temporaryFolder();
writeFileSync(join(photos, 'cat.png'), '');
const bad: [string[], string][] = [
  [
    ['--model', missing, '--format', 'onnx', '--out', join(folder, 'a')],
    `loadModel: ${missing}: expected a folder with a model.json, found none`,
  ],
  [
    ['--model', origin, '--format', 'onnx', '--out', join(folder, 'b')],
    `digits export: ${origin}: fromLayers: layer pixels must have a counterpart by hand, got Rescaling`,
  ],
  [
    ['--model', model, '--format', 'savedmodel', '--out', photos],
    `exportModel: ${photos}: expected a new folder or an export of the same format, found a folder with cat.png`,
  ],
  [
    ['--model', model, '--format', 'pickle', '--out', join(folder, 'c')],
    "option '--format <name>' argument 'pickle' is invalid. Allowed choices are savedmodel, tfjs, onnx, keras.",
  ],
  [['--model', model, '--out', join(folder, 'd')], "required option '--format <name>' not specified"],
  [['--model', model, '--format', 'onnx'], "required option '--out <folder>' not specified"],
];
for (const [args, message] of bad) {
  test(`digits export: ${message.split(': ').pop()}`, async () => {
    assert.deepEqual(await run(['export', ...args]), { code: 2, out: '', err: `digits: ${message}\n` });
  });
}

test('a refused export makes no folder', () => {
  assert.deepEqual(readdirSync(folder).sort(), ['keras', 'model', 'onnx', 'origin', 'web']);
});
