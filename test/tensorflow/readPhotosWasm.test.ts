import './useWasm';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readPhotos } from '../../lib/tensorflow/readPhotos';
import { jpegHead } from '../data/photo/jpegHead';
import { temporaryFolder } from '../temporaryFolder';

test('without native TensorFlow the refusal says what is missing and who knows more', async () => {
  const path = join(temporaryFolder(), 'seven.jpg');
  writeFileSync(path, jpegHead({ width: 3, height: 2 }));
  const message = `readPhotos: ${path}: native TensorFlow is needed to decode images, and DIGITS_TENSORFLOW=wasm asks for the fallback; npm run doctor says more`;
  await assert.rejects(readPhotos([path]), new Error(message));
});
