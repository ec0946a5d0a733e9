import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { InputError } from '../../../lib/check/inputError';
import { exportModel } from '../../../lib/model/export/exportModel';
import { lenet } from '../../../lib/model/lenet';
import { saveModel } from '../../../lib/model/saveModel';
import { ready } from '../../../lib/tensorflow/tf';
import { temporaryFolder } from '../../temporaryFolder';

const root = temporaryFolder();

before(ready);

const namedWeights = (names: string[]): string[] => names.filter(name => name.startsWith('weights-'));

test('an export takes the place of an older one of its format, and of what an interrupted one left', async () => {
  const folder = join(root, 'web');
  await exportModel(lenet({ seed: 1 }), 'tfjs', folder);
  const [old] = namedWeights(readdirSync(folder));
  writeFileSync(join(folder, 'weights-000000000000.bin.7.part'), 'half');
  const files = await exportModel(lenet({ seed: 2 }), 'tfjs', folder);
  assert.deepEqual(readdirSync(folder).sort(), [...files].sort());
  assert.notEqual(namedWeights(files)[0], old);
  const { weightsManifest } = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8'));
  assert.deepEqual(weightsManifest[0].paths, namedWeights(files));
});

const refuse = (folder: string, found: string): Promise<void> =>
  assert.rejects(
    exportModel(lenet({ seed: 1 }), 'tfjs', folder),
    new InputError(
      `exportModel: ${folder}: expected a new folder or an export of the same format, found a folder with ${found}`,
    ),
  );

test('a folder of other things, a saved model and another format are refused and left alone', async () => {
  const photos = join(root, 'photos');
  mkdirSync(photos);
  writeFileSync(join(photos, 'cat.png'), '');
  await refuse(photos, 'cat.png');
  assert.deepEqual(readdirSync(photos), ['cat.png']);

  const saved = join(root, 'saved');
  await saveModel(lenet({ seed: 1 }), saved);
  await refuse(saved, readdirSync(saved).find(name => name.startsWith('topology'))!);

  const onnx = join(root, 'onnx');
  await exportModel(lenet({ seed: 1 }), 'onnx', onnx);
  await refuse(onnx, 'model.onnx');
});

test('a file in place of the folder, and a format that is none, are refused', async () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  const notFolder = `exportModel: ${file}: expected a folder, found ENOTDIR`;
  await assert.rejects(exportModel(lenet({ seed: 1 }), 'onnx', file), new InputError(notFolder));
  const none = 'exportModel: format must be one of savedmodel, tfjs, onnx, keras, got pickle';
  await assert.rejects(
    exportModel(lenet({ seed: 1 }), 'pickle' as 'onnx', join(root, 'new')),
    new RangeError(none),
  );
});
