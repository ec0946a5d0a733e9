import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convolutionStepper } from '../../lib/plot/interactives/convolutionStepper';
import { poolingStepper } from '../../lib/plot/interactives/poolingStepper';
import { ndarray } from '../../lib/types/ndarray';
import { readSvg } from '../plot/page';

const ones = (...shape: number[]) => ndarray(shape, new Float64Array(shape.reduce((a, b) => a * b)).fill(1));

test('the description tells sizes, options and the framed number', () => {
  assert.equal(
    convolutionStepper().alt,
    'A 7 × 7 image, a 3 × 3 kernel and the 5 × 5 output (stride 1, padding valid). ' +
      'The framed patch gives the output in row 2, column 5: −3.',
  );
  assert.equal(
    poolingStepper().alt,
    'A 6 × 6 image and its 3 × 3 output after max pooling (pool size 2, stride 2, padding valid). ' +
      'The framed window gives the output in row 3, column 2: 8.',
  );
  assert.equal(
    poolingStepper({ kind: 'average', strides: 1, padding: 'same' }).alt,
    'A 6 × 6 image and its 6 × 6 output after average pooling (pool size 2, stride 1, padding same). ' +
      'The framed window gives the output in row 5, column 4: 6.5.',
  );
});

test('the picture is well-formed, carries the description, and shows every number of small maps', () => {
  const { picture, alt } = convolutionStepper({ padding: 'same', kernel: ones(5, 5) });
  const svg = readSvg(picture);
  assert.equal(svg.querySelector('title')?.textContent, alt);
  const texts = [...svg.querySelectorAll('text')].map(text => text.textContent);
  assert.deepEqual(texts.slice(0, 1), ['Input 7 × 7']);
  assert.ok(texts.includes('Kernel 5 × 5') && texts.includes('Output 7 × 7'));
  assert.equal([...svg.querySelectorAll('rect')].length, 1 + (11 * 11 + 1) + 25 + (7 * 7 + 1)); // card, cells, frames
});

test('a digit is drawn without numbers, as an image that takes little room', () => {
  const { picture } = convolutionStepper({ image: ones(28, 28) });
  assert.ok(picture.length < 8000, `${picture.length} characters`);
  const svg = readSvg(picture);
  assert.equal([...svg.querySelectorAll('image')].length, 2); // input and output
  assert.equal([...svg.querySelectorAll('text')].length, 3 + 9 + 1); // titles, weights, note
});

test('a flat image and a kernel of zeros can be shown', () => {
  const flat = convolutionStepper({ image: ndarray([4, 4]), kernel: ndarray([3, 3]) });
  assert.match(flat.alt, /row 1, column 1: 0\.$/);
  assert.doesNotMatch(flat.picture, /NaN/);
});

test('the page receives what was asked for', () => {
  const image = ones(5, 6);
  const kernel = ones(3, 3);
  const { page, data } = convolutionStepper({ image, kernel, strides: 2, padding: 'same' });
  assert.equal(page, 'convolutionStepper');
  assert.deepEqual(data, { image, kernel, strides: 2, padding: 'same' });
  assert.deepEqual(poolingStepper({ image, poolSize: 3 }).data, {
    image,
    kind: 'max',
    poolSize: 3,
    strides: 3,
    padding: 'valid',
  });
});

for (const [options, message] of [
  [{ image: ones(2, 3, 1) }, 'image must be [height, width] with at most 32 × 32 pixels, got [2, 3, 1]'],
  [{ image: ones(33, 3) }, 'image must be [height, width] with at most 32 × 32 pixels, got [33, 3]'],
  [{ image: ndarray([0, 3]) }, 'image must be [height, width] with at most 32 × 32 pixels, got [0, 3]'],
  [{ image: ndarray([1, 2], [0, Number.NaN]) }, 'image[1] must be finite, got NaN'],
  [{ kernel: ones(3, 5) }, 'kernel must be [3, 3] or [5, 5], got [3, 5]'],
  [{ kernel: ones(2, 2) }, 'kernel must be [3, 3] or [5, 5], got [2, 2]'],
  [
    { kernel: ndarray([3, 3], Array(9).fill(Number.POSITIVE_INFINITY)) },
    'kernel[0] must be finite, got Infinity',
  ],
  [{ strides: 5 }, 'strides must be an integer in [1, 4], got 5'],
  [{ padding: 'full' as 'same' }, "padding must be 'same' or 'valid', got 'full'"],
  [
    { image: ones(2, 2) },
    'the window must fit into the image, got a window of height 3 on an image of height 2',
  ],
] as const) {
  test(`the convolution stepper refuses: ${message}`, () => {
    assert.throws(() => convolutionStepper(options), {
      name: 'RangeError',
      message: `convolutionStepper: ${message}`,
    });
  });
}

for (const [options, message] of [
  [{ image: ones(3) }, 'image must be [height, width] with at most 32 × 32 pixels, got [3]'],
  [{ kind: 'min' as 'max' }, "kind must be 'max' or 'average', got 'min'"],
  [{ poolSize: 1 }, 'poolSize must be an integer in [2, 4], got 1'],
  [{ strides: 0 }, 'strides must be an integer in [1, 4], got 0'],
  [{ padding: 'none' as 'same' }, "padding must be 'same' or 'valid', got 'none'"],
] as const) {
  test(`the pooling stepper refuses: ${message}`, () => {
    assert.throws(() => poolingStepper(options), {
      name: 'RangeError',
      message: `poolingStepper: ${message}`,
    });
  });
}
