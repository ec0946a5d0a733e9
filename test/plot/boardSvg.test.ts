import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { averagePoints } from '../../lib/plot/averagePoints';
import { BOARD_HEIGHT, BOARD_WIDTH, boardSvg } from '../../lib/plot/boardSvg';
import { readSvg } from './page';

const board = (x: number[], y: number[], panels = 1) => ({
  title: 'A <b>oard',
  note: '1 < 2 & so on',
  xTitle: 'step',
  panels: Array.from({ length: panels }, (_, i) => ({
    yTitle: `y${i}`,
    lines: [{ name: `line ${i}`, style: i, x, y }],
  })),
});
/** The points of every line, in pixels. */
const points = (svg: string) =>
  [...readSvg(svg).querySelectorAll('polyline')].map(line =>
    (line.getAttribute('points') ?? '')
      .split(' ')
      .filter(pair => pair !== '')
      .map(pair => pair.split(',').map(Number)),
  );

test('two points lie in opposite corners of the panel, the larger value on top', () => {
  const [[first, last] = []] = points(boardSvg(board([0, 10], [5, 7]), ''));
  assert.deepEqual(first, [56, BOARD_HEIGHT - 44]);
  assert.deepEqual(last, [BOARD_WIDTH - 12, 84]);
});

test('title, numbers, axes and description are written as they are', () => {
  const root = readSvg(boardSvg(board([1], [2]), 'a "board" < more'));
  const texts = [...root.querySelectorAll('text')].map(text => text.textContent);
  for (const text of ['A <b>oard', '1 < 2 & so on', 'step', 'y0', 'line 0 2'])
    assert.ok(texts.includes(text), text);
  assert.equal(root.querySelector('title')?.textContent, 'a "board" < more');
});

test('whatever the values, every point lies within its panel', () => {
  const value = fc.oneof(
    fc.double({ min: -1e150, max: 1e150 }),
    fc.constantFrom(0, -0, 1e150, -1e150, 1e-300, Number.NaN, Number.POSITIVE_INFINITY),
  );
  fc.assert(
    fc.property(fc.array(value, { maxLength: 20 }), fc.integer({ min: 1, max: 3 }), (y, panels) => {
      const x = y.map((_, i) => i);
      const width = BOARD_WIDTH / panels;
      points(boardSvg(board(x, y, panels), '')).forEach((line, panel) => {
        assert.equal(line.length, y.filter(Number.isFinite).length);
        for (const [px, py] of line) {
          assert.ok(px! >= panel * width + 55.9 && px! <= (panel + 1) * width - 11.9, `x ${px}`);
          assert.ok(py! >= 83.9 && py! <= BOARD_HEIGHT - 43.9, `y ${py}`);
        }
      });
    }),
    { seed: 1, numRuns: 60 },
  );
});

test('ten thousand points become at most 300, each the mean of its neighbours', () => {
  const x = Array.from({ length: 10_000 }, (_, i) => i);
  const [line = []] = points(
    boardSvg(
      board(
        x,
        x.map(i => (i % 2 === 0 ? 0 : 100)),
      ),
      '',
    ),
  );
  assert.ok(line.length <= 300 && line.length > 200, `${line.length} points`);
  const middle = (84 + BOARD_HEIGHT - 44) / 2;
  for (const [, y] of line) assert.ok(Math.abs(y! - middle) < 3, `a mean of 0 and 100 at ${y}`);
});

test('a point is the mean of its finite neighbours, at the place of the last', () => {
  const x = Array.from({ length: 600 }, (_, i) => i);
  const points = averagePoints(
    x,
    x.map(i => (i === 1 || i === 4 || i === 5 ? Number.NaN : 10 * i)),
  );
  assert.deepEqual(points.slice(0, 3), [
    [1, 0],
    [3, 25],
    [7, 65],
  ]);
  assert.equal(points.length, 299);
  assert.deepEqual(averagePoints([], []), []);
});

test('a board without a point has axes from 0 to 1', () => {
  const texts = [...readSvg(boardSvg(board([], []), '')).querySelectorAll('text')].map(
    text => text.textContent,
  );
  assert.ok(texts.includes('0') && texts.includes('1'));
});
