/** The example as somebody runs it, with the library as it is built. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { saveModel } from '../../lib/model/saveModel';
import { toLayers } from '../../lib/model/transplant/toLayers';
import { pngDataUrl } from '../../lib/plot/png';
import { ready } from '../../lib/tensorflow/tf';
import { padOptions, readingLayers } from '../interactives/readingNetwork';
import { temporaryFolder } from '../temporaryFolder';
import { native } from '../tensorflow/trace/native';

const script = 'examples/readDigits.ts';
const folder = temporaryFolder();
const model = join(folder, 'model');

before(async () => {
  await ready();
  await saveModel(toLayers({ inputShape: [28, 28, 1], layers: readingLayers }), model);
});

/** A digit of the sample on grey paper, as a PNG. */
function photo(row: number): string {
  const ink = padOptions.digits.images.subarray(784 * row, 784 * (row + 1));
  const pixels = Uint8Array.from(Array.from(ink).flatMap(value => [200 - 0.6 * value, 255]));
  const path = join(folder, `${row}.png`);
  const [, base64 = ''] = pngDataUrl(28, 28, pixels, 2).split(',');
  writeFileSync(path, Buffer.from(base64, 'base64'));
  return path;
}

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['--import', 'tsx', script, ...args], { encoding: 'utf8' });
}

test('it has at most 20 lines, and imports the library by its name', () => {
  const lines = readFileSync(script, 'utf8').trimEnd().split('\n');
  assert.ok(lines.length <= 20, `${lines.length}`);
  const imports = lines.filter(line => line.startsWith('import '));
  assert.ok(imports.length > 0 && imports.every(line => /from 'digits-cnn(\/\w+)?';$/.test(line)));
});

test('it reads each photograph', native, () => {
  const photos = [0, 1, 2].map(photo);
  const { status, stdout } = run(model, ...photos);
  assert.equal(status, 0);
  const lines = stdout.trimEnd().split('\n');
  assert.deepEqual(
    lines.map(line => /^(.+): (\d) \([\d.]+ %\)$/.exec(line)?.slice(1)),
    photos.map((path, row) => [path, String(padOptions.digits.labels[row])]),
  );
});

test('what is missing is named in one line, and the exit code is 1', native, () => {
  const { status, stdout, stderr } = run(model, join(folder, 'none.png'));
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, /readPhotos: .*none\.png: expected a file, found no such file\n$/);
});
