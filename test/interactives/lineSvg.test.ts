import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LINE_WIDTH, lineSvg } from '../../lib/plot/interactives/lineSvg';
import { readSvg } from '../plot/page';

const axes = {
  x: { title: 'shift (pixels)', range: [-2, 2] },
  y: { title: 'share', range: [0, 1] },
} as const;
const line = { name: 'a & b', x: [-2, 0, 2], y: [0, 1, 0.5] };

/** Corners of the drawn line, in the pixels of the picture. */
function corners(svg: string): number[][] {
  const points = readSvg(svg).querySelector('polyline')!.getAttribute('points')!;
  return points.split(' ').map(point => point.split(',').map(Number));
}

test('a line runs through its numbers: left to right, and upwards', () => {
  const [first, middle, last] = corners(lineSvg([line], { ...axes, alt: '' })) as [
    number[],
    number[],
    number[],
  ];
  assert.equal(middle[0], (first[0]! + last[0]!) / 2);
  assert.ok(first[1]! > last[1]! && last[1]! > middle[1]!);
  assert.equal(last[1], (first[1]! + middle[1]!) / 2);
  assert.ok(last[0]! <= LINE_WIDTH);
});

test('two lines have a legend and differ in colour, dash and marker; one needs none', () => {
  const two = readSvg(lineSvg([line, { ...line, name: 'c' }], { ...axes, alt: 'x' }));
  const texts = [...two.querySelectorAll('text')].map(text => text.textContent);
  assert.ok(texts.includes('a & b') && texts.includes('c'));
  const [first, second] = [...two.querySelectorAll('polyline')];
  assert.notEqual(first!.getAttribute('stroke'), second!.getAttribute('stroke'));
  assert.deepEqual(
    [first!, second!].map(line => line.getAttribute('stroke-dasharray') !== null),
    [false, true],
  );
  assert.equal([...two.querySelectorAll('circle')].length, 3 + 1); // with the one of the legend
  const one = readSvg(lineSvg([line], { ...axes, alt: 'x' }));
  assert.ok(![...one.querySelectorAll('text')].some(text => text.textContent === 'a & b'));
});

test('the place of the reader is a line across, over its number', () => {
  const svg = lineSvg([line], { ...axes, now: 0, alt: '"1 < 2"' });
  const rule = readSvg(svg).querySelector('path[stroke-width="2"]')!;
  assert.ok(rule.getAttribute('d')!.startsWith(`M${corners(svg)[1]![0]} `));
  assert.equal(readSvg(svg).getAttribute('aria-label'), '"1 < 2"');
  assert.equal(readSvg(lineSvg([line], { ...axes, alt: '' })).querySelector('path[stroke-width="2"]'), null);
});
