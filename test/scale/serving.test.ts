/** The SavedModel in TensorFlow Serving's layout, asked in its format by Python's TensorFlow. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readDigits } from '../../lib/data/readDigits';
import { lenet } from '../../lib/model/lenet';
import { predict } from '../../lib/model/predict';
import { saveModel } from '../../lib/model/saveModel';
import { nativeMissing } from '../../lib/tensorflow/tf';
import { run } from '../cli/run';
import { apart } from '../model/export/networks';
import { scaleMissing, scalePython } from '../scaleEnvironment';
import { temporaryFolder } from '../temporaryFolder';

const skip = scaleMissing || (nativeMissing !== undefined && `needs native TensorFlow, and ${nativeMissing}`);

test("the newest version answers rows of pixels with the model's own answers", { skip }, async () => {
  const root = temporaryFolder();
  const model = lenet({ seed: 1 });
  await saveModel(lenet({ seed: 2 }), join(root, 'old'));
  await saveModel(model, join(root, 'new'));
  for (const [version, saved] of [
    ['1', 'old'],
    ['2', 'new'],
  ] as const) {
    const out = join(root, 'digits', version);
    const { code } = await run([
      'export',
      '--model',
      join(root, saved),
      '--format',
      'savedmodel',
      '--out',
      out,
    ]);
    assert.equal(code, 0);
  }
  const digits = await readDigits('data/sample.csv', { maxRows: 3 });
  const rows = Array.from({ length: 3 * 28 }, (_, row) =>
    Array.from(digits.images.subarray(row * 28, (row + 1) * 28), pixel => [pixel / 255]),
  );
  const instances = [rows.slice(0, 28), rows.slice(28, 56), rows.slice(56)];
  const request = join(root, 'request.json');
  writeFileSync(request, JSON.stringify({ instances }));
  const serving = join(__dirname, 'serving.py');
  const { status, stdout, stderr } = spawnSync(scalePython, [serving, join(root, 'digits'), request], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  const { predictions } = JSON.parse(stdout) as {
    predictions: { logits: number[]; probabilities: number[]; classes: number }[];
  };
  const expected = await predict(model, digits);
  assert.deepEqual(
    predictions.map(({ classes }) => classes),
    [...expected.classes],
  );
  const difference = apart(
    predictions.flatMap(({ probabilities }) => probabilities),
    [...expected.probabilities],
  );
  assert.ok(difference < 1e-5, `${difference} apart`);
});
