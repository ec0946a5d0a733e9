import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calibration } from '../../lib/evaluate/calibration';
import { reliabilityDiagram } from '../../lib/plot/reliabilityDiagram';
import { distributions, law } from '../layers/arbitraries';

/** Forty answers that are 0.75 sure, thirty of them right; and one that is 0.6 sure and wrong. */
const rows = [...Array.from({ length: 40 }, () => [0.75, 0.25]).flat(), 0.6, 0.4];
const labels = [...Array.from({ length: 40 }, (_, i) => Number(i >= 30)), 1];
const found = calibration(rows, labels, { bins: 4 });

test('a mark per bin with answers: hollow and alone where they are few, described and tabulated', () => {
  const figure = reliabilityDiagram([{ name: '<b>', calibration: calibration(rows, labels, { bins: 10 }) }]);
  const [, many, few] = figure.data as unknown as {
    name: string;
    mode: string;
    x: number[];
    y: number[];
    marker: { symbol: string; size: number[] };
  }[];
  assert.deepEqual(
    [many?.x, many?.y, many?.mode, many?.marker.symbol],
    [[0.75], [0.75], 'lines+markers', 'circle'],
  );
  assert.deepEqual([few?.x, few?.y, few?.mode, few?.marker.symbol], [[0.6], [0], 'markers', 'circle-open']);
  assert.deepEqual([many?.name, few?.name], ['&lt;b&gt;', '&lt;b&gt;']);
  // Widths from 7 to 26 with the root of the share: 7 + 19 √(40/41) and 7 + 19 √(1/41).
  assert.deepEqual([many?.marker.size, few?.marker.size], [[26], [10]]);
  assert.deepEqual(figure.table?.rows, [
    ['<b>', 0.5, 0.6, 1, 0.6, 0],
    ['<b>', 0.7, 0.8, 40, 0.75, 0.75],
  ]);
});

test('the description says how many answers, in how many bins, and where most of them lie', () => {
  assert.equal(
    reliabilityDiagram([{ name: 'net', calibration: found }]).alt,
    // All in one bin: (40 · 0.75 + 0.6) / 41 = 0.7463 sure, 30 / 41 = 0.7317 right.
    `Reliability diagram: accuracy against confidence. net: 41 answers in 4 bins, expected calibration error 0.0146; ` +
      'most of them (41) are 0.746 sure and 0.732 right.',
  );
  assert.equal(reliabilityDiagram([{ name: 'net', calibration: found }], { alt: 'mine' }).alt, 'mine');
});

test('series differ in colour and mark, and every answer of each is in the table', () => {
  law(distributions(50, 3), ({ data }) => {
    const of = calibration(data, new Uint8Array(50));
    const figure = reliabilityDiagram([
      { name: 'a', calibration: of },
      { name: 'b', calibration: of },
    ]);
    const counted = (name: string) =>
      figure.table!.rows.reduce((sum, row) => sum + (row[0] === name ? Number(row[3]) : 0), 0);
    assert.deepEqual([counted('a'), counted('b')], [50, 50]);
    const marks = figure.data.map(({ marker }) => (marker as { color: string } | undefined)?.color);
    assert.equal(new Set(marks).size, 3, 'the diagonal, a and b');
  });
});

test('a diagram of nothing is refused', () => {
  assert.throws(() => reliabilityDiagram([]), {
    name: 'RangeError',
    message: 'reliabilityDiagram: series must hold at least one, got none',
  });
  assert.throws(() => reliabilityDiagram([{ name: 'net', calibration: { ...found, bins: [] } }]), {
    name: 'RangeError',
    message: 'reliabilityDiagram: "net" must have answers in its bins, got none',
  });
});
