/** Exports in the hands of those they are made for: Python's TensorFlow and onnxruntime, where .venv-scale has them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { exportModel } from '../../../lib/model/export/exportModel';
import { nativeMissing } from '../../../lib/tensorflow/tf';
import { scalePython } from '../../scaleEnvironment';
import { temporaryFolder } from '../../temporaryFolder';
import { answersOf, networks } from './networks';

const setUp =
  'node scripts/scaleEnvironment.mjs && .venv-scale/bin/pip install -r test/model/export/requirements.txt';

function skipped(): string | false {
  if (!existsSync(scalePython)) return `no .venv-scale: ${setUp}`;
  return nativeMissing === undefined ? false : `needs native TensorFlow, and ${nativeMissing}`;
}

test("Python's TensorFlow and onnxruntime give the model's answers, within 1e-5", {
  skip: skipped(),
}, async () => {
  const root = temporaryFolder();
  for (const [name, make] of Object.entries(networks)) {
    const model = make();
    for (const format of ['savedmodel', 'onnx'] as const)
      await exportModel(model, format, join(root, name, format));
    writeFileSync(join(root, `${name}.json`), JSON.stringify(answersOf(model)));
  }
  const { status, stdout, stderr } = spawnSync(scalePython, [join(__dirname, 'foreign.py'), root], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  const lines = stdout.trimEnd().split('\n');
  assert.equal(lines.length, 2 * Object.keys(networks).length);
  for (const line of lines) assert.ok(Number(line.split(' ')[2]) < 1e-5, line);
});
