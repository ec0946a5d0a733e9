import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imageHeader } from '../../../lib/data/photo/imageHeader';
import { jpegHead } from './jpegHead';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452000001f4000000c8080000000000000000', 'hex');

test('the size of a PNG is read from its first chunk', () => {
  assert.deepEqual(imageHeader(png), { format: 'png', width: 500, height: 200, orientation: 1 });
});

test('the size of a JPEG is read from its frame, its orientation from EXIF of either byte order', () => {
  for (const order of ['little', 'big'] as const) {
    const bytes = jpegHead({ width: 500, height: 200, orientation: 6, order });
    assert.deepEqual(imageHeader(bytes), { format: 'jpeg', width: 500, height: 200, orientation: 6 });
  }
});

test('fill bytes, bare marks and tables before the frame are passed over', () => {
  const head = jpegHead({ width: 3, height: 2 });
  const between = Buffer.from('ffd0ffffffc400040000', 'hex');
  const bytes = Buffer.concat([head.subarray(0, 2), between, head.subarray(2)]);
  // A JPEG's third byte is always the first of a mark.
  assert.deepEqual(imageHeader(bytes), { format: 'jpeg', width: 3, height: 2, orientation: 1 });
});

test('an orientation that is none counts as upright', () => {
  assert.equal(imageHeader(jpegHead({ width: 3, height: 2, orientation: 9 }))?.orientation, 1);
});

test('a header in the middle of a larger buffer is read from its own beginning', () => {
  const buffer = Buffer.concat([Buffer.alloc(7), png]);
  assert.equal(imageHeader(buffer.subarray(7))?.width, 500);
});

test('whatever is cut off or something else is no image', () => {
  const jpeg = jpegHead({ width: 3, height: 2, orientation: 6 });
  for (let length = 0; length < jpeg.length - 4; length++)
    assert.equal(imageHeader(jpeg.subarray(0, length)), undefined);
  for (let length = 0; length < 24; length++) assert.equal(imageHeader(png.subarray(0, length)), undefined);
  for (const text of ['GIF89a', 'hello', 'BM']) assert.equal(imageHeader(Buffer.from(text)), undefined);
  assert.equal(imageHeader(Buffer.from('ffd8ff00000000', 'hex')), undefined);
});
