import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Box, innerBox, outerBox, type SvgElement } from '../../lib/plot/svg/svgBox';
import { textWidth } from '../../lib/plot/svg/textSize';
import { readSvg } from './page';

/** The first element of a drawing. */
function draw(content: string): SvgElement {
  const svg = readSvg(`<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`);
  return svg.children[0] as unknown as SvgElement;
}
const round = ({ left, top, right, bottom }: Box) =>
  [left, top, right, bottom].map(value => Math.round(value * 100) / 100);

test('the width of a text is that of Helvetica, within a few per cent', () => {
  // Widths in thousandths of the font size, from Adobe's font metrics of Helvetica.
  const measured: [string, number][] = [
    ['0000', 2224],
    ['epoch', 2724],
    ['accuracy', 4001],
    ['Loss', 2112],
    ['illi', 888],
    ['held-out %', 4780],
  ];
  for (const [text, width] of measured) {
    assert.ok(
      Math.abs(textWidth(text) - width / 1000) < 0.08 * (width / 1000),
      `${text}: ${textWidth(text)}`,
    );
  }
  assert.equal(textWidth(''), 0);
});

test('a text stands on its baseline, where its anchor says', () => {
  const text = (attributes: string) => draw(`<text style="font-size: 10px" ${attributes}>00</text>`);
  assert.deepEqual(round(innerBox(text('x="5" y="20"'))), [5, 10.5, 16.12, 22.5]);
  assert.deepEqual(round(innerBox(text('x="5" y="20" text-anchor="middle"'))), [-0.56, 10.5, 10.56, 22.5]);
  assert.deepEqual(round(innerBox(text('x="5" y="20" text-anchor="end"'))), [-6.12, 10.5, 5, 22.5]);
});

test('a text of two lines is as wide as the longer one, and higher', () => {
  const box = innerBox(
    draw('<text style="font-size: 10px"><tspan class="line">0</tspan><tspan class="line">000</tspan></text>'),
  );
  assert.deepEqual(round(box), [0, -9.5, 16.68, 15.5]);
});

test('an element is moved by its own transform, seen from outside only', () => {
  const rect = (transform: string) =>
    draw(`<rect x="1" y="2" width="3" height="4" transform="${transform}"/>`);
  assert.deepEqual(round(innerBox(rect('translate(10,20)'))), [1, 2, 4, 6]);
  assert.deepEqual(round(outerBox(rect('translate(10,20)'))), [11, 22, 14, 26]);
  assert.deepEqual(round(outerBox(rect('rotate(90,0,0)'))), [-6, 1, -2, 4]);
  assert.deepEqual(round(outerBox(rect('rotate(-90 1 2)'))), [1, -1, 5, 2]);
  assert.deepEqual(round(outerBox(rect('translate(10,0) scale(2)'))), [12, 4, 18, 12]);
});

test('a group is the box around what it holds; what is empty takes no room', () => {
  const group = draw(
    '<g><rect width="1" height="1"/><g transform="translate(5 5)"><rect width="2" height="1"/></g><text/><path d="M0,0"/></g>',
  );
  assert.deepEqual(round(innerBox(group)), [0, 0, 7, 6]);
  assert.deepEqual(round(outerBox(draw('<g transform="translate(3,3)"/>'))), [0, 0, 0, 0]);
});
