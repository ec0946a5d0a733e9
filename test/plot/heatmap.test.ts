import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type HeatmapOptions, heatmap } from '../../lib/plot/heatmap';
import { ndarray } from '../../lib/types/ndarray';

const titles: HeatmapOptions = { xTitle: 'pixel', yTitle: 'neuron', valueTitle: 'weight' };
const matrix = ndarray([2, 3], [-1, 0, 2, 0.5, 1 / 3, -0.25]);

test('a heat map holds the matrix row by row, a description and a table', () => {
  const figure = heatmap(matrix, titles);
  const [trace] = figure.data;
  assert.deepEqual(trace?.z, [
    [-1, 0, 2],
    [0.5, 0.3333, -0.25],
  ]);
  assert.deepEqual([trace?.zmin, trace?.zmax], [-2, 2]);
  assert.equal(
    figure.alt,
    'Heat map of weight: 2 rows (neuron) and 3 columns (pixel). Smallest -1 at 0, 0; largest 2 at 0, 2.',
  );
  assert.deepEqual(figure.table, {
    columns: ['neuron \\ pixel', '0', '1', '2'],
    rows: [
      ['0', -1, 0, 2],
      ['1', 0.5, 1 / 3, -0.25],
    ],
  });
});

test('names stand on the axes, in the description and in the table', () => {
  const names = { xNames: ['a', 'b', 'c'], yNames: ['<p>', 'q'] };
  const figure = heatmap(matrix, { ...titles, ...names });
  assert.deepEqual(figure.data[0]?.y, ['&lt;p&gt;', 'q']);
  assert.match(figure.alt, /Smallest -1 at <p>, a; largest 2 at <p>, c\.$/);
  assert.deepEqual(figure.table?.rows[1], ['q', 0.5, 1 / 3, -0.25]);
});

test('values are written into the cells on demand, with three digits', () => {
  assert.equal(heatmap(matrix, titles).data[0]?.text, undefined);
  assert.deepEqual(heatmap(matrix, { ...titles, writeValues: true }).data[0]?.text, [
    ['-1', '0', '2'],
    ['0.5', '0.333', '-0.25'],
  ]);
});

test('row 0 is at the top, and cells are square whatever the shape', () => {
  const side = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(side, side, (rows, columns) => {
      const { layout } = heatmap(ndarray([rows, columns]), titles);
      const [y, margin] = [layout.yaxis, layout.margin] as Record<string, unknown>[];
      assert.equal(y?.autorange, 'reversed');
      assert.equal(y?.scaleanchor, 'x');
      const width = (layout.width as number) - (margin?.l as number) - (margin?.r as number);
      assert.ok(Math.abs(width / columns - Math.min(44, 400 / Math.max(rows, columns))) < 1e-9);
    }),
    { seed: 1, numRuns: 30 },
  );
});

test('values that are not finite are left out of the scale and of the description', () => {
  const figure = heatmap(ndarray([1, 3], [Number.NaN, 1, 2]), titles);
  assert.deepEqual([figure.data[0]?.zmin, figure.data[0]?.zmax], [1, 2]);
  assert.match(
    figure.alt,
    /1 row \(neuron\) and 3 columns \(pixel\)\. Smallest 1 at 0, 1; largest 2 at 0, 2\.$/,
  );
  assert.match(
    heatmap(ndarray([1, 1], [Number.NaN]), titles).alt,
    /1 column \(pixel\)\. No finite values\.$/,
  );
});

test('what is no matrix, and names that do not fit, are refused', () => {
  assert.throws(() => heatmap(ndarray([4]), titles), {
    name: 'RangeError',
    message: 'heatmap: values must be [rows, columns], got [4]',
  });
  assert.throws(() => heatmap(matrix, { ...titles, xNames: ['a'] }), {
    name: 'RangeError',
    message: 'heatmap: xNames must be 3 names, got 1',
  });
  assert.throws(() => heatmap(matrix, { ...titles, yNames: [] }), {
    name: 'RangeError',
    message: 'heatmap: yNames must be 2 names, got 0',
  });
});
