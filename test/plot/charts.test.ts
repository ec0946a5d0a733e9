import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { barChart } from '../../lib/plot/barChart';
import { confusionHeatmap } from '../../lib/plot/confusionHeatmap';
import type { Figure, Layout } from '../../lib/plot/figure';
import { lineChart } from '../../lib/plot/lineChart';

const axes = { xTitle: 'epoch', yTitle: 'loss (nats)' };
const axis = (layout: Layout, name: string) => layout[name] as { title: { text: string }; dtick?: number };

test('a line chart holds the values, the units, a description and a table', () => {
  const figure = lineChart([{ name: 'loss', y: [2.3, 0.4] }], { ...axes, title: 'Loss' });
  assert.deepEqual(
    [figure.data[0]?.x, figure.data[0]?.y],
    [
      [1, 2],
      [2.3, 0.4],
    ],
  );
  assert.equal(axis(figure.layout, 'yaxis').title.text, 'loss (nats)');
  assert.equal(figure.alt, 'Line chart of loss (nats) against epoch. loss: 2.3 at 1 to 0.4 at 2.');
  assert.deepEqual(figure.table, {
    columns: ['epoch', 'loss'],
    rows: [
      [1, 2.3],
      [2, 0.4],
    ],
  });
});

test('lines differ in colour, dash and marker, and names cannot smuggle in tags', () => {
  const [first, second] = lineChart(
    [
      { name: '<b>', y: [1] },
      { name: 'b', y: [2] },
    ],
    axes,
  ).data as unknown as {
    name: string;
    line: { color: string; dash: string };
    marker: { symbol: string };
  }[];
  assert.equal(first?.name, '&lt;b&gt;');
  assert.notEqual(first?.line.color, second?.line.color);
  assert.notEqual(first?.line.dash, second?.line.dash);
  assert.notEqual(first?.marker.symbol, second?.marker.symbol);
});

test('an axis of few whole numbers has no ticks between them, any other is left to plotly', () => {
  assert.equal(axis(lineChart([{ name: 'a', y: [1, 2, 3] }], axes).layout, 'xaxis').dtick, 1);
  assert.equal(
    axis(lineChart([{ name: 'a', x: [0, 0.5], y: [1, 2] }], axes).layout, 'xaxis').dtick,
    undefined,
  );
  const many = { name: 'a', y: new Float64Array(400) };
  assert.equal(axis(lineChart([many], axes).layout, 'xaxis').dtick, undefined);
});

test('a line without values is described as such', () => {
  assert.match(lineChart([{ name: 'loss', y: [] }], axes).alt, /loss: no values yet\.$/);
});

test('the table of a line chart has every point of every line, in order of x', () => {
  const line = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { maxLength: 20 });
  fc.assert(
    fc.property(line, line, (a, b) => {
      const series = [a, b].map((x, i) => ({ name: `line ${i}`, x, y: x.map(value => value * 10 + i) }));
      const { rows } = lineChart(series, axes).table!;
      assert.deepEqual(
        rows.map(([x]) => x),
        [...new Set([...a, ...b])].sort((p, q) => p - q),
      );
      for (const [x, ...values] of rows) {
        assert.equal(values[0], a.includes(x as number) ? (x as number) * 10 : '');
        assert.equal(values[1], b.includes(x as number) ? (x as number) * 10 + 1 : '');
      }
    }),
    { seed: 1 },
  );
});

test('a line chart refuses no lines, and lines whose x and y do not match', () => {
  assert.throws(() => lineChart([], axes), {
    name: 'RangeError',
    message: 'lineChart: series must hold at least one line, got none',
  });
  assert.throws(() => lineChart([{ name: 'loss', x: [1], y: [1, 2] }], axes), {
    name: 'RangeError',
    message: 'lineChart: "loss" must have as many x as y, got 1 and 2',
  });
});

test('a bar chart writes every value, in the picture, the description and the table', () => {
  const figure = barChart(['0', '<1>'], Uint16Array.of(5923, 6742), { xTitle: 'digit', yTitle: 'images' });
  assert.deepEqual(figure.data[0]?.y, [5923, 6742]);
  assert.deepEqual(figure.data[0]?.x, ['0', '&lt;1&gt;']);
  assert.deepEqual(figure.data[0]?.text, ['5\u202f923', '6\u202f742']);
  assert.equal(figure.alt, 'Bar chart of images by digit. 0: 5\u202f923, <1>: 6\u202f742.');
  assert.deepEqual(figure.table?.rows, [
    ['0', 5923],
    ['<1>', 6742],
  ]);
});

test('a bar chart refuses a value too many', () => {
  assert.throws(() => barChart(['a'], [1, 2], axes), {
    name: 'RangeError',
    message: 'barChart: values must have one number per category, got 2 for 1',
  });
});

test('a confusion matrix keeps right answers and errors apart, and leaves zeros empty', () => {
  const figure = confusionHeatmap([
    [8, 2],
    [0, 10],
  ]);
  assert.deepEqual(figure.data[0]?.z, [
    [8, null],
    [null, 10],
  ]);
  assert.deepEqual(figure.data[1]?.z, [
    [null, 2],
    [null, null],
  ]);
  assert.equal(
    figure.alt,
    'Confusion matrix of 20 images, 18 right (90 %). Most frequent errors: 0 taken for 1 (2).',
  );
  assert.deepEqual(figure.table?.rows, [
    ['0', 8, 2],
    ['1', 0, 10],
  ]);
});

test('a confusion matrix is described by its three most frequent errors', () => {
  const names = { classNames: ['cat', 'dog', 'cow'] };
  assert.match(
    confusionHeatmap(
      [
        [1, 2, 3],
        [4, 1, 5],
        [0, 6, 1],
      ],
      names,
    ).alt,
    /Most frequent errors: cow taken for dog \(6\), dog taken for cow \(5\), dog taken for cat \(4\)\.$/,
  );
  assert.match(
    confusionHeatmap([
      [1, 0],
      [0, 1],
    ]).alt,
    /2 right \(100 %\)\. No errors\.$/,
  );
  assert.equal(confusionHeatmap([]).alt, 'Confusion matrix of 0 images, 0 right (0 %). No errors.');
});

test('a confusion matrix refuses rows and names that do not fit', () => {
  assert.throws(() => confusionHeatmap([[1, 0], [1]]), {
    name: 'RangeError',
    message: 'confusionHeatmap: counts[1] must have 2 columns, got 1',
  });
  assert.throws(() => confusionHeatmap([[1]], { classNames: [] }), {
    name: 'RangeError',
    message: 'confusionHeatmap: classNames must be 1 names, got 0',
  });
});

test('a line chart of values that differ by powers of ten may have a logarithmic axis', () => {
  const type = (figure: Figure) => (figure.layout.yaxis as { type?: string }).type;
  assert.equal(type(lineChart([{ name: 'gradient', y: [1, 1e-4] }], { ...axes, yScale: 'log' })), 'log');
  assert.equal(type(lineChart([{ name: 'gradient', y: [1, 1e-4] }], axes)), undefined);
});

test('a position axis of powers of ten is asked for, and has ticks at them alone', () => {
  const sweep = [{ name: 'loss', x: [1e-4, 1e-2, 1], y: [2, 0.2, 2.3] }];
  const axis = (figure: Figure) => figure.layout.xaxis as { type?: string; dtick?: number };
  const { type, dtick } = axis(lineChart(sweep, { ...axes, xScale: 'log' }));
  assert.deepEqual([type, dtick], ['log', 1]);
  assert.equal(axis(lineChart(sweep, axes)).type, undefined);
});
