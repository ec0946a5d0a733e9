import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { filtersGrid } from '../../lib/plot/filtersGrid';
import { imageGrid } from '../../lib/plot/imageGrid';
import { layImagesOut } from '../../lib/plot/imageSheet';
import { ndarray } from '../../lib/types/ndarray';

const numbered = (length: number) => Float64Array.from({ length }, (_, i) => i);

test('pictures lie row by row with a gap between them and a band for captions above', () => {
  // 28 pixels are drawn at a zoom of 2, so 6 CSS pixels of gap are 3 and a band of 20 is 10.
  const sheet = layImagesOut(numbered(3 * 784), [3, 28, 28], { columns: 2, captioned: true });
  assert.deepEqual([sheet.zoom, sheet.width, sheet.height], [2, 28 + 3 + 28, 10 + 28 + 3 + 10 + 28]);
  assert.equal(sheet.values[9]![0], null, 'the band');
  assert.equal(sheet.values[10]![0], 0, 'the first pixel');
  assert.equal(sheet.values[37]![27], 783, 'the last pixel of the first picture');
  assert.equal(sheet.values[10]![28], null, 'the gap');
  assert.equal(sheet.values[10]![31], 784, 'the second picture');
  assert.equal(sheet.values[51]![0], 1568, 'the third one, in the second row');
  assert.equal(sheet.values[51]![31], null, 'no fourth one');
  assert.deepEqual(sheet.captions[2], { x: 13.5, y: 45.5 });
});

test('every pixel of every picture is on the sheet once', () => {
  const size = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(size, size, size, size, fc.boolean(), (count, height, width, columns, captioned) => {
      const length = count * height * width;
      const { values } = layImagesOut(numbered(length), [count, height, width], { columns, captioned });
      const drawn = values.flat().filter(value => value !== null);
      assert.deepEqual(
        drawn.sort((a, b) => a - b),
        [...numbered(length)],
      );
    }),
    { seed: 1 },
  );
});

test('an image grid has one scale, captions, a description and a table', () => {
  const images = ndarray([2, 1, 2], [0, 0.5, 0.25, 0.75]);
  const figure = imageGrid(images, { valueTitle: 'ink', captions: ['a', '<b>'], title: 'Means' });
  assert.deepEqual([figure.data[0]?.zmin, figure.data[0]?.zmax], [0, 0.75]);
  assert.deepEqual(figure.data[1]?.text, ['a', '&lt;b&gt;']);
  assert.equal(figure.alt, '2 images of 1 × 2 pixels in 1 row: a, <b>. ink from 0 to 0.75.');
  assert.deepEqual(figure.table, {
    columns: ['image', 'smallest', 'mean', 'largest'],
    rows: [
      ['a', 0, 0.25, 0.5],
      ['<b>', 0.25, 0.5, 0.75],
    ],
  });
});

test('without captions pictures are numbered in the table, and ten stand in a row', () => {
  const figure = imageGrid(ndarray([11, 1, 1], numbered(11)), { valueTitle: 'value' });
  assert.equal(figure.data.length, 1);
  assert.equal(figure.alt, '11 images of 1 × 1 pixel in 2 rows. value from 0 to 10.');
  assert.deepEqual(figure.table?.rows[10], ['10', 10, 10, 10]);
});

test('pictures that cannot be laid out are refused', () => {
  const refused: [() => unknown, string][] = [
    [
      () => imageGrid(ndarray([2, 2]), { valueTitle: '' }),
      'imageGrid: images must be [count, height, width], got [2, 2]',
    ],
    [
      () => imageGrid(ndarray([0, 2, 2]), { valueTitle: '' }),
      'imageGrid: images must be [count, height, width], got [0, 2, 2]',
    ],
    [
      () => imageGrid(ndarray([1, 1, 1]), { valueTitle: '', captions: [] }),
      'imageGrid: captions must be 1 texts, got 0',
    ],
    [
      () => imageGrid(ndarray([1, 1, 1]), { valueTitle: '', columns: 0 }),
      'imageGrid: columns must be an integer ≥ 1, got 0',
    ],
  ];
  for (const [call, message] of refused) assert.throws(call, { name: 'RangeError', message });
});

test('a filter is taken out of the last axis of its kernel', () => {
  const kernel = ndarray([2, 2, 1, 3], numbered(12)); // filter f at row y, column x: 6 y + 3 x + f
  const figure = filtersGrid(kernel);
  assert.deepEqual(figure.table, {
    columns: ['filter', 'smallest weight', 'mean', 'largest weight'],
    rows: [
      ['0', 0, 4.5, 9],
      ['1', 1, 5.5, 10],
      ['2', 2, 6.5, 11],
    ],
  });
  const rows = (figure.data[0]!.z as (number | null)[][]).map(row => row.filter(value => value !== null));
  assert.deepEqual(
    rows.filter(row => row.length > 0),
    [
      [0, 3, 1, 4, 2, 5],
      [6, 9, 7, 10, 8, 11],
    ],
  );
});

test('filters share one scale around zero, and say their weights', () => {
  const figure = filtersGrid(ndarray([1, 1, 1, 2], [-1, 0.5]));
  assert.deepEqual([figure.data[0]?.zmin, figure.data[0]?.zmax], [-1, 1]);
  assert.equal(
    figure.alt,
    '2 filters of 1 × 1 weights on 1 input channel. Weights from -1 (blue) to 0.5 (orange).',
  );
});

test('with several input channels there is a row for each', () => {
  const figure = filtersGrid(ndarray([1, 1, 2, 3], numbered(6)));
  assert.deepEqual(figure.data[1]?.text, ['0→0', '0→1', '0→2', '1→0', '1→1', '1→2']);
  const [first, second] = [...new Set(figure.data[1]?.y as number[])];
  assert.deepEqual(figure.data[1]?.y, [first, first, first, second, second, second]);
});

test('what is no kernel is refused', () => {
  assert.throws(() => filtersGrid(ndarray([2, 2])), {
    name: 'RangeError',
    message: 'filtersGrid: kernel must be [height, width, inChannels, outChannels], got [2, 2]',
  });
});
