import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { downhillArrows } from '../../lib/plot/lossMarks';
import { type LossSurfaceOptions, lossSurface } from '../../lib/plot/lossSurface';

const square: LossSurfaceOptions = {
  x: { title: 'w', range: [-1, 1] },
  y: { title: 'b', range: [-1, 3] },
  points: 5,
};

test('the loss is computed on a grid: columns are the first parameter, rows the second', () => {
  const figure = lossSurface((w, b) => 10 * w + b, square);
  const trace = figure.data[0]!;
  assert.deepEqual(trace.x, [-1, -0.5, 0, 0.5, 1]);
  assert.deepEqual(trace.y, [-1, 0, 1, 2, 3]);
  assert.deepEqual((trace.z as number[][])[0], [-11, -6, -1, 4, 9]);
  assert.deepEqual((trace.z as number[][])[4], [-7, -2, 3, 8, 13]);
  assert.equal(
    figure.alt,
    'Contour map of loss over w (-1 to 1) and b (-1 to 3). Lowest -11 at w -1, b -1; highest 13 at w 1, b 3.',
  );
  assert.deepEqual(figure.table?.columns, ['b \\ w', '-1', '-0.5', '0', '0.5', '1']);
  assert.deepEqual(figure.table?.rows[4], [3, -7, -2, 3, 8, 13]);
});

test('a fine grid is thinned out to nine rows and columns in the table, its ends included', () => {
  const { table } = lossSurface(w => w, { ...square, points: 31 });
  assert.equal(table?.rows.length, 9);
  assert.deepEqual([table?.columns[1], table?.columns.at(-1)], ['-1', '1']);
  assert.deepEqual([table?.rows[0]?.[0], table?.rows[8]?.[0]], [-1, 3]);
});

test('both parameters have the same scale, so that right angles stay right', () => {
  const { layout } = lossSurface((w, b) => w + b, square);
  const margin = layout.margin as Record<string, number>;
  const width = (layout.width as number) - margin.l! - margin.r!;
  const height = (layout.height as number) - margin.t! - margin.b!;
  assert.deepEqual([width, height], [200, 400]);
  assert.equal((layout.yaxis as { scaleanchor: string }).scaleanchor, 'x');
});

test('every arrow points against the gradient, as long as the gradient is steep, and never beyond the next', () => {
  const number = fc.integer({ min: -50, max: 50 });
  fc.assert(
    fc.property(number, number, (a, c) => {
      const gradient = (x: number, y: number) => [2 * a * x, 3 * c * (y - 1)] as const;
      const { x, y } = downhillArrows(gradient, [-2, 2], [-1, 3]) as unknown as Record<'x' | 'y', number[]>;
      let ratio: number | undefined;
      for (let i = 0; i < x.length; i += 3) {
        const [dx, dy] = gradient(x[i]!, y[i]!);
        const [mx, my] = [x[i + 1]! - x[i]!, y[i + 1]! - y[i]!];
        const [size, length] = [Math.hypot(dx, dy), Math.hypot(mx, my)];
        assert.ok(length <= 4 / 9, 'within its part of the map');
        if (length < 1e-9) continue;
        assert.ok(Math.abs((dx * mx + dy * my) / (size * length) + 1) < 1e-6, 'downhill');
        ratio ??= length / size;
        assert.ok(Math.abs(length / size - ratio) < 1e-6 * ratio, 'as long as it is steep');
        assert.equal(x[i + 2], null);
      }
    }),
    { seed: 1 },
  );
});

test('where the ground is flat or unknown there is no arrow', () => {
  const known = downhillArrows(x => (x > 0 ? [1, 0] : [Number.NaN, 0]), [-1, 1], [-1, 1]);
  assert.ok((known.x as number[]).every((x, i) => i % 3 !== 0 || x > 0));
  assert.deepEqual(downhillArrows(() => [0, 0], [-1, 1], [-1, 1]).x, []);
});

test('a path has a start, an end and a description', () => {
  const path = [
    [-1, 0],
    [0, 1],
    [0.5, 2],
  ] as const;
  const figure = lossSurface((w, b) => w + b, { ...square, path, gradient: () => [1, 1] });
  assert.deepEqual(figure.data.map(({ name, x }) => [name, (x as number[]).length]).slice(2), [
    ['gradient descent', 3],
    ['start', 1],
    ['end', 1],
  ]);
  assert.deepEqual([figure.data[3]?.x, figure.data[4]?.y], [[-1], [2]]);
  assert.match(figure.alt, /Arrows point downhill\. A path of 2 steps goes from w -1, b 0 to w 0\.5, b 2\.$/);
  assert.doesNotMatch(lossSurface(() => 1, { ...square, path: [] }).alt, /path/);
});

test('a loss without a finite value is drawn empty and described as such', () => {
  const figure = lossSurface(() => Number.NaN, square);
  assert.match(figure.alt, /No finite values\.$/);
});

test('a range that does not go upwards and a grid of one point are refused', () => {
  assert.throws(() => lossSurface(() => 1, { ...square, y: { title: 'b', range: [2, 2] } }), {
    name: 'RangeError',
    message: 'lossSurface: y.range must go from low to high, got [2, 2]',
  });
  assert.throws(() => lossSurface(() => 1, { ...square, points: 1 }), {
    name: 'RangeError',
    message: 'lossSurface: points must be an integer ≥ 2, got 1',
  });
});
