import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { digitsGrid } from '../../lib/plot/digitsGrid';
import type { Figure } from '../../lib/plot/figure';
import { pngDataUrl } from '../../lib/plot/png';
import type { Digits } from '../../lib/types/digits';
import { decodePng } from './decodePng';

/** Digits of 28 × 28 pixels, no two of which are alike. */
function makeDigits(count: number, labelled = true): Digits {
  return {
    images: Uint8Array.from({ length: count * 784 }, (_, i) => (i * 7 + Math.floor(i / 784) * 13) % 256),
    labels: labelled ? Uint8Array.from({ length: count }, (_, i) => (i * 3) % 10) : new Uint8Array(0),
    count,
    height: 28,
    width: 28,
    classes: 10,
  };
}
const pictureOf = (figure: Figure) => decodePng((figure.layout.images as { source: string }[])[0]!.source);

test('a PNG holds the pixels that went in', () => {
  const size = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(size, size, fc.constantFrom(2, 4), (width, height, channels) => {
      const pixels = Uint8Array.from({ length: width * height * channels }, (_, i) => (i * 37) % 256);
      const picture = decodePng(pngDataUrl(width, height, pixels, channels as 2 | 4));
      assert.deepEqual([picture.width, picture.height, picture.channels], [width, height, channels]);
      for (let i = 0; i < width * height; i++) {
        const expected = [...pixels.subarray(i * channels, (i + 1) * channels)];
        assert.deepEqual(picture.at(i % width, Math.floor(i / width)), expected);
      }
    }),
    { seed: 1 },
  );
});

test('a PNG refuses pixels that do not fill it', () => {
  assert.throws(() => pngDataUrl(2, 2, new Uint8Array(7), 2), {
    name: 'RangeError',
    message: 'pngDataUrl: pixels must be 8 bytes, got 7',
  });
});

test('every pixel of every digit becomes a square of 4 × 4, with transparent gaps between digits', () => {
  const digits = makeDigits(5, false);
  const picture = pictureOf(digitsGrid(digits, { columns: 3 }));
  const cell = 2 * (56 + 4); // two picture pixels per CSS pixel; the last row and column have no gap after them
  assert.deepEqual([picture.width, picture.height], [3 * cell - 8, 2 * cell - 8]);
  for (const [index, row, column] of [
    [0, 0, 0],
    [1, 5, 9],
    [2, 27, 27],
    [3, 13, 0],
    [4, 0, 27],
  ] as const) {
    const [left, top] = [(index % 3) * cell + 4 * column, Math.floor(index / 3) * cell + 4 * row];
    const ink = digits.images[index * 784 + row * 28 + column]!;
    for (const [x, y] of [
      [0, 0],
      [3, 0],
      [0, 3],
      [3, 3],
    ] as const) {
      assert.deepEqual(picture.at(left + x, top + y), [ink, 255], `digit ${index}`);
    }
  }
  assert.deepEqual(picture.at(113, 0), [0, 0], 'right of the first digit');
  assert.deepEqual(picture.at(0, 113), [0, 0], 'below it');
});

test('labels are written above the digits, and hovering names the digit', () => {
  const [hover, captions] = digitsGrid(makeDigits(4), { rows: 1 }).data;
  assert.deepEqual(captions?.text, ['0', '3', '6', '9']);
  assert.deepEqual((hover!.hovertext as string[])[3], 'number 3, label 9');
  const [withoutLabels, ...none] = digitsGrid(makeDigits(4, false), { rows: 1 }).data;
  assert.deepEqual((withoutLabels!.hovertext as string[])[3], 'number 3');
  assert.equal(none.length, 0);
});

test('captions and indices choose what is shown, and the description says it', () => {
  const caption = (index: number) => `${index} → <b>`;
  const figure = digitsGrid(makeDigits(30), { indices: Int32Array.of(20, 7), caption, title: 'Errors' });
  assert.deepEqual(figure.data[1]?.text, ['20 → &lt;b&gt;', '7 → &lt;b&gt;']);
  assert.equal(figure.alt, '2 handwritten digits in 1 row: 20 → <b>, 7 → <b>.');
});

test('the sheet is as large as it has to be: 5 rows of 10 at most, unless more are asked for', () => {
  const shown = (count: number, options = {}) =>
    (digitsGrid(makeDigits(count), options).data[0]!.x as number[]).length;
  assert.equal(shown(200), 50);
  assert.equal(shown(7), 7);
  assert.equal(shown(200, { rows: 8, columns: 12 }), 96);
  assert.equal(digitsGrid(makeDigits(0)).alt, '0 handwritten digits in 0 rows.');
});

test('a digit that is not there is refused', () => {
  assert.throws(() => digitsGrid(makeDigits(3), { indices: [0, 3] }), {
    name: 'RangeError',
    message: 'digitsGrid: index must be an integer in [0, 2], got 3',
  });
  assert.throws(() => digitsGrid(makeDigits(3), { columns: 0 }), {
    name: 'RangeError',
    message: 'digitsGrid: columns must be an integer ≥ 1, got 0',
  });
});
