import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Trace } from '../../lib/plot/figure';
import { type LinePanel, linePanels } from '../../lib/plot/linePanels';

const loss: LinePanel = {
  yTitle: 'loss (nats)',
  series: [
    { name: 'sick', x: [0, 10], y: [2.3, 1.7] },
    { name: 'healthy', x: [0, 20], y: [2.4, 0.1] },
  ],
  marks: [{ name: 'guessing', y: Math.log(10) }],
};
const size: LinePanel = { yTitle: 'digits', series: [{ name: 'healthy', x: [0, 20], y: [50, 50] }] };
const axis = (layout: object, name: string) =>
  (layout as Record<string, { domain: number[]; range?: number[]; title: { text: string }; type?: string }>)[
    name
  ]!;

test('every panel has its lines, the description its first and last values, the table one row per line', () => {
  const figure = linePanels([loss, size], { xTitle: 'digits seen', title: 'Vital signs' });
  assert.deepEqual(
    figure.data.map(({ name, x, y, xaxis, yaxis }) => [name, x, y, xaxis, yaxis]),
    [
      ['sick', [0, 10], [2.3, 1.7], 'x', 'y'],
      ['healthy', [0, 20], [2.4, 0.1], 'x', 'y'],
      [undefined, [0, 20], [Math.log(10), Math.log(10)], 'x', 'y'],
      ['healthy', [0, 20], [50, 50], 'x2', 'y2'],
    ],
  );
  assert.equal(
    figure.alt,
    'Line charts by digits seen. loss (nats): sick 2.3 to 1.7, healthy 2.4 to 0.1, level guessing at 2.303. ' +
      'digits: healthy 50 to 50.',
  );
  assert.deepEqual(figure.table!.rows[1], ['loss (nats)', 'healthy', 2, 2.4, 0.1, 0.1, 2.4]);
  assert.equal(figure.table!.rows.length, 3);
});

test('a line looks alike in all panels and stands in the legend once', () => {
  const { data } = linePanels([loss, size], { xTitle: 'digits seen' });
  const healthy = data.filter(({ name }) => name === 'healthy');
  assert.deepEqual(
    healthy.map(({ showlegend }) => showlegend),
    [true, false],
  );
  const [first, second] = healthy as [Trace, Trace];
  assert.deepEqual(second.line, first.line);
});

test('all panels have the same range of x, and only the lowest ones name the axis', () => {
  const { layout } = linePanels([loss, size, size], { xTitle: 'digits seen' });
  for (const name of ['xaxis', 'xaxis2', 'xaxis3']) assert.deepEqual(axis(layout, name).range, [0, 20]);
  assert.deepEqual(
    ['xaxis', 'xaxis2', 'xaxis3'].map(name => axis(layout, name).title.text),
    ['', 'digits seen', 'digits seen'],
  );
});

test('no two panels overlap, however many there are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }), (count, columns) => {
      const { layout } = linePanels(new Array<LinePanel>(count).fill(size), { xTitle: 'x', columns });
      const boxes = Array.from({ length: count }, (_, i) => {
        const [x, y] = ['xaxis', 'yaxis'].map(
          name => axis(layout, i === 0 ? name : `${name}${i + 1}`).domain,
        );
        return [...x!, ...y!] as [number, number, number, number];
      });
      for (const [left, right, bottom, top] of boxes)
        assert.ok(
          left >= 0 &&
            right <= 1 + 1e-9 &&
            bottom >= -1e-9 &&
            top <= 1 + 1e-9 &&
            left < right &&
            bottom < top,
        );
      for (const [i, a] of boxes.entries())
        for (const b of boxes.slice(i + 1))
          assert.ok(a[1] <= b[0] || b[1] <= a[0] || a[3] <= b[2] || b[3] <= a[2]);
    }),
    { seed: 12, numRuns: 60 },
  );
});

test('a line without values, or with NaN, is described as such', () => {
  const panel: LinePanel = {
    ...{ yTitle: 'accuracy', yScale: 'log' },
    series: [
      { name: 'none', y: [] },
      { name: 'gone', y: [Number.NaN] },
      { name: 'some', y: [1, Number.NaN, 3] },
    ],
  };
  const { alt, table, layout } = linePanels([panel], { xTitle: 'batch' });
  assert.match(alt, /none no values yet, gone NaN to NaN, some 1 to 3/);
  assert.deepEqual(table!.rows, [
    ['accuracy', 'none', 0, '', '', '', ''],
    ['accuracy', 'gone', 1, '', '', '', ''],
    ['accuracy', 'some', 3, 1, 3, 1, 3],
  ]);
  assert.equal(axis(layout, 'yaxis').type, 'log');
  assert.equal(linePanels([size], { xTitle: 'x', alt: 'mine' }).alt, 'mine');
});

test('no panels, a panel without lines, and lines that do not fit are refused', () => {
  const refuse = (panels: LinePanel[], message: string) =>
    assert.throws(() => linePanels(panels, { xTitle: 'x' }), new RangeError(`linePanels: ${message}`));
  refuse([], 'panels must hold at least one, got none');
  refuse([{ yTitle: 'loss', series: [] }], '"loss" must hold at least one line, got none');
  refuse(
    [{ yTitle: 'loss', series: [{ name: 'a', x: [1], y: [1, 2] }] }],
    '"a" must have as many x as y, got 1 and 2',
  );
});
