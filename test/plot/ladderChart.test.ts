import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ladderChart } from '../../lib/plot/ladderChart';

const options = { xTitle: 'right (%)' };

test('a rung has its mean, its standard deviation as a bar, and a mark per seed', () => {
  const { data, alt, table } = ladderChart([{ name: 'plain', values: [98, 99] }], options);
  const [seeds, means] = data as unknown as { x: number[]; y: string[]; error_x: { array: number[] } }[];
  assert.deepEqual(
    [seeds?.x, seeds?.y],
    [
      [98, 99],
      ['plain', 'plain'],
    ],
  );
  assert.deepEqual([means?.x, means?.y], [[98.5], ['plain']]);
  // √(0.5² + 0.5²), divided by 2 − 1
  assert.ok(Math.abs(means!.error_x.array[0]! - Math.SQRT1_2) < 1e-15);
  assert.equal(alt, 'Ladder of right (%), from the bottom up. plain: 98.5 ± 0.7071 (2 values).');
  assert.deepEqual(table?.rows, [['plain', '98.5', '0.7071', '98, 99', '']]);
});

test('one value has no spread to show, and says so', () => {
  const { data, alt, table } = ladderChart(
    [{ name: 'top', values: Float64Array.of(99.7), note: '4 min' }],
    options,
  );
  assert.deepEqual((data[1] as unknown as { error_x: { array: number[] } }).error_x.array, [0]);
  assert.equal(alt, 'Ladder of right (%), from the bottom up. top: 99.7.');
  assert.deepEqual(table?.rows, [['top', '99.7', '', '99.7', '4 min']]);
});

test('rungs stand in the order given, the first at the bottom, notes beside their own', () => {
  const steps = ['c', 'a', 'b'].map(name => ({ name, values: [1], note: `note ${name}` }));
  const { layout } = ladderChart(steps, options);
  const { categoryarray } = layout.yaxis as { categoryarray: string[] };
  assert.deepEqual(categoryarray, ['c', 'a', 'b']);
  const notes = layout.annotations as { y: string; text: string }[];
  assert.deepEqual(
    notes.map(({ y, text }) => [y, text]),
    [
      ['c', 'note c'],
      ['a', 'note a'],
      ['b', 'note b'],
    ],
  );
});

test('no rung, none of its values, or one that is no number is refused', () => {
  assert.throws(() => ladderChart([], options), {
    name: 'RangeError',
    message: 'ladderChart: steps must hold at least one, got none',
  });
  assert.throws(() => ladderChart([{ name: 'plain', values: [] }], options), {
    name: 'RangeError',
    message: 'ladderChart: "plain" must have finite values, got none',
  });
  assert.throws(() => ladderChart([{ name: 'plain', values: [1, Number.NaN] }], options), {
    name: 'RangeError',
    message: 'ladderChart: "plain" must have finite values, got NaN',
  });
});
