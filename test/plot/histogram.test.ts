import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type HistogramOptions, histogram } from '../../lib/plot/histogram';

const titles: HistogramOptions = { xTitle: 'ink', yTitle: 'pixels' };
const one = (values: ArrayLike<number>, options: Partial<HistogramOptions> = {}) =>
  histogram([{ name: 'a', values }], { ...titles, ...options });

test('values are counted in equal bins: the lower edge belongs to a bin, the last upper edge too', () => {
  const figure = one([0, 1, 1.9, 2, 4], { bins: 2 });
  assert.deepEqual(figure.table, {
    columns: ['ink: from', 'to', 'a'],
    rows: [
      [0, 2, 3],
      [2, 4, 2],
    ],
  });
  assert.deepEqual(
    [figure.data[0]?.x, figure.data[0]?.y],
    [
      [0, 2, 4],
      [3, 2, 2],
    ],
  );
  assert.equal(
    figure.alt,
    'Histogram of ink in 2 bins of 2 from 0 to 4, counting pixels. a: 5 values, most (3) from 0 to 2.',
  );
});

test('several series share their bins, and differ in colour and dash', () => {
  const figure = histogram(
    [
      { name: 'a', values: Uint8Array.of(0, 0) },
      { name: 'b', values: Float64Array.of(10) },
    ],
    { ...titles, bins: 2 },
  );
  assert.deepEqual(figure.table?.rows, [
    [0, 5, 2, 0],
    [5, 10, 0, 1],
  ]);
  const [a, b] = figure.data as unknown as { line: { color: string; dash: string } }[];
  assert.notEqual(a?.line.color, b?.line.color);
  assert.notEqual(a?.line.dash, b?.line.dash);
});

test('what lies outside the range or is no number is left out, and the description says so', () => {
  const figure = one([-1, 0, 5, 11, Number.NaN, Number.POSITIVE_INFINITY], { bins: 5, range: [0, 10] });
  assert.match(figure.alt, /a: 2 values, most \(1\) from 0 to 2, 4 more left out\.$/);
  assert.match(
    one([Number.NaN], { bins: 1 }).alt,
    /in 1 bin of 1 from 0 to 1, .* a: 0 values, 1 more left out\.$/,
  );
});

test('a logarithmic axis begins below a count of one', () => {
  const { yaxis } = one([...new Array(1000).fill(0), 1], { yScale: 'log' }).layout as {
    yaxis: { type: string; range: number[] };
  };
  assert.equal(yaxis.type, 'log');
  assert.deepEqual(
    yaxis.range.map(power => Math.round(10 ** power * 10) / 10),
    [0.5, 2000],
  );
});

test('every finite value is counted once, in the bin between whose edges it lies', () => {
  const value = fc.integer({ min: -1e6, max: 1e6 }).map(sevenths => sevenths / 7);
  const values = fc.array(value, { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 30 }), (list, bins) => {
      const rows = one(list, { bins }).table!.rows as [number, number, number][];
      assert.equal(rows.length, bins);
      assert.equal(
        rows.reduce((sum, [, , count]) => sum + count, 0),
        list.length,
      );
      const width = rows[0]![1] - rows[0]![0];
      for (const [from, to, count] of rows) {
        assert.ok(Math.abs(to - from - width) <= 1e-9 * Math.max(Math.abs(from), Math.abs(to), width));
        const slack = 1e-9 * Math.max(1, Math.abs(from), Math.abs(to));
        const near = list.filter(value => value >= from - slack && value <= to + slack).length;
        const inside = list.filter(value => value > from + slack && value < to - slack).length;
        assert.ok(inside <= count && count <= near);
      }
    }),
    { seed: 1 },
  );
});

test('no series, no bins and a range that does not go upwards are refused', () => {
  const refused: [() => unknown, string][] = [
    [() => histogram([], titles), 'histogram: series must hold at least one, got none'],
    [() => one([1], { bins: 0 }), 'histogram: bins must be an integer ≥ 1, got 0'],
    [() => one([1], { range: [1, 1] }), 'histogram: range must go from low to high, got [1, 1]'],
  ];
  for (const [call, message] of refused) assert.throws(call, { name: 'RangeError', message });
});
