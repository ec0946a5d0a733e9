/**
 * What the drawing pad is given, what it packs, and what it refuses.
 * Long: the tests share the network.
 */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { centreDigit } from '../../lib/data/photo/centreDigit';
import { dequantize, quantize } from '../../lib/layers/quantize';
import {
  beginStroke,
  EMPTY_SHEET,
  extendStroke,
  imageOf,
  inkOf,
} from '../../lib/plot/interactives/browser/pad/sheet';
import { type DrawingPadOptions, drawingPad } from '../../lib/plot/interactives/drawingPad';
import { answerText, answerTo } from '../../lib/plot/interactives/drawingPadAnswer';
import { type DrawingPadData, readDrawingPadData } from '../../lib/plot/interactives/drawingPadData';
import { layerSheet, layerText, layerTitle } from '../../lib/plot/interactives/layerSheet';
import { PAD_SIDE, strokeInk } from '../../lib/plot/interactives/strokes';
import { ndarray } from '../../lib/types/ndarray';
import { readSvg } from '../plot/page';
import { padOptions, readingLayers } from './readingNetwork';

suite('what the pen leaves', () => {
  test('a dot is round, full in the middle and soft at its edge', () => {
    const ink = strokeInk([[{ x: 70, y: 70 }]]);
    const row = [...ink.subarray(70 * PAD_SIDE + 60, 70 * PAD_SIDE + 80)];
    assert.deepEqual(row.slice(5, 15), Array(10).fill(255));
    assert.deepEqual(row.slice(0, 3), [0, 0, 0]);
    assert.ok(row[4]! > 0 && row.every((value, at) => value === row[19 - at]));
    assert.equal(ink[70 * PAD_SIDE + 75], ink[75 * PAD_SIDE + 70]);
  });

  test('a line has no gaps, however far its ends are apart, and crossing it twice makes it no darker', () => {
    const line = [
      { x: 10, y: 20 },
      { x: 130, y: 120 },
    ];
    const ink = strokeInk([line]);
    for (let share = 0; share <= 1; share += 0.01) {
      const [x, y] = [Math.floor(10 + 120 * share), Math.floor(20 + 100 * share)];
      assert.equal(ink[y * PAD_SIDE + x], 255, `${x}, ${y}`);
    }
    assert.deepEqual(strokeInk([line, line]), ink);
    assert.deepEqual(strokeInk([]), new Uint8Array(PAD_SIDE * PAD_SIDE));
  });

  test('wherever the pen goes, also outside, ink stays on the pad', () => {
    const place = fc.record({
      x: fc.double({ min: -500, max: 500, noNaN: true }),
      y: fc.double({ min: -500, max: 500, noNaN: true }),
    });
    const law = fc.property(fc.array(place, { minLength: 1, maxLength: 5 }), stroke => {
      assert.equal(strokeInk([stroke]).length, PAD_SIDE * PAD_SIDE);
    });
    fc.assert(law, { seed: 7, numRuns: 50 });
  });
});

suite('what lies on the pad', () => {
  const { digits } = padOptions;
  test('a digit that nobody has drawn on is centred as it is', () => {
    const sheet = { digit: 1, strokes: [] };
    const image = imageOf(sheet, inkOf(sheet, digits), digits);
    assert.deepEqual(image, centreDigit(digits.images.subarray(784, 1568), 28, 28));
  });

  test('strokes come on top of a digit, and are centred with it', () => {
    const sheet = extendStroke(beginStroke({ digit: 1, strokes: [] }, { x: 5, y: 5 }), { x: 135, y: 5 });
    const ink = inkOf(sheet, digits);
    assert.equal(ink[5 * PAD_SIDE + 70], 255);
    assert.ok(ink.subarray(40 * PAD_SIDE).some(value => value > 200));
    assert.deepEqual(imageOf(sheet, ink, digits), centreDigit(ink, PAD_SIDE, PAD_SIDE));
    assert.equal(sheet.strokes.length, 1);
  });

  test('without ink there is nothing to read', () => {
    assert.equal(imageOf(EMPTY_SHEET, inkOf(EMPTY_SHEET, digits), digits), undefined);
  });
});

suite('a layer as a picture', () => {
  test('maps stand side by side with a gap, positive orange, negative blue, a quarter half as strong', () => {
    const { width, height, pixels } = layerSheet(ndarray([1, 1, 2, 2], [4, 0, 1, -4])); // maps 4 1 and 0 −4
    assert.deepEqual([width, height], [8 * 3 - 1, 1]);
    const [red, green, blue] = [0xd5, 0x5e, 0];
    assert.deepEqual([...pixels.subarray(0, 8)], [red, green, blue, 255, red, green, blue, 128]);
    assert.equal(pixels[4 * 2 + 3], 0); // the gap
    assert.deepEqual([...pixels.subarray(4 * 3, 4 * 5)], [red, green, blue, 0, 0, 0x72, 0xb2, 255]);
  });

  test('numbers without maps fill rows; of zeros nothing is seen', () => {
    const { width, height, pixels } = layerSheet(ndarray([1, 40]));
    assert.deepEqual([width, height], [32, 2]);
    assert.ok(pixels.every((value, at) => at % 4 !== 3 || value === 0));
    assert.deepEqual([layerSheet(ndarray([1, 784])).width, layerSheet(ndarray([1, 784])).height], [128, 7]);
    assert.equal(layerSheet(ndarray([1, 7, 7, 32])).height, 2 * 8 - 1);
  });

  test('its words say what the picture shows', () => {
    assert.equal(layerTitle('relu', 1, [1, 28, 28, 16]), '2. relu: 16 maps of 28 × 28');
    assert.equal(layerTitle('dense', 7, [1, 10]), '8. dense: 10 numbers');
    assert.equal(layerText(ndarray([1, 4], [-2, 0, 1, 0.5])), '50.0 % are above 0; from −2 to 1');
  });
});

suite('the drawing pad', () => {
  const data = drawingPad(padOptions).data as DrawingPadData;
  const setup = readDrawingPadData(data);

  test('the page gets the weights as `quantize` rounds them, and nearly the answers', () => {
    const [first] = setup.layers;
    assert.ok(first?.type === 'conv2d' && readingLayers[0]?.type === 'conv2d');
    assert.deepEqual(first.kernel, dequantize(quantize(readingLayers[0].kernel)));
    first.bias.data.forEach((value, at) => {
      assert.ok(Math.abs(value - (readingLayers[0] as typeof first).bias.data[at]!) < 1e-4);
    });
    const image = padOptions.digits.images.subarray(0, 784);
    const [packed, whole] = [setup, { ...setup, layers: readingLayers }].map(from => answerTo(from, image));
    packed!.probabilities.data.forEach((share, label) => {
      assert.ok(Math.abs(share - whole!.probabilities.data[label]!) < 1e-3);
    });
  });

  test('a network that ends in softmax is not softened again', () => {
    const image = padOptions.digits.images.subarray(0, 784);
    const ended = { ...setup, layers: [...setup.layers, { type: 'softmax' } as const] };
    assert.deepEqual(answerTo(ended, image).probabilities, answerTo(setup, image).probabilities);
    assert.equal(answerTo(ended, image).outputs.length, 9);
  });

  test('pixels are scaled as in training', () => {
    const [mean, standardDeviation] = [0.13, 0.31];
    const scaled = readDrawingPadData(
      drawingPad({ ...padOptions, scaling: { mean, standardDeviation } }).data as DrawingPadData,
    );
    const image = Uint8Array.from({ length: 784 }, (_, at) => at % 256);
    const { outputs } = answerTo({ ...scaled, layers: [{ type: 'flatten' }] }, image);
    assert.ok(Math.abs(outputs[0]!.data[255]! - (1 - mean) / standardDeviation) < 1e-12);
    assert.ok(Math.abs(outputs[0]!.data[0]! + mean / standardDeviation) < 1e-12);
  });

  test('the sentence names the two most probable classes', () => {
    const probabilities = ndarray([1, 4], [0.1, 0.02, 0.68, 0.2]);
    assert.equal(
      answerText({ outputs: [], probabilities, read: 2 }),
      'Reads a 2 (68.0 %), then a 3 (20.0 %).',
    );
  });

  test('the still picture shows the first digit, every layer and every class', () => {
    const { picture, alt, table } = drawingPad(padOptions);
    assert.match(
      alt,
      /^A drawn digit of 28 × 28 pixels goes through 8 layers\. The network reads a \d \([\d.]+ %\), then a \d/,
    );
    const svg = readSvg(picture);
    assert.equal(svg.querySelector('title')!.textContent, alt);
    assert.equal([...svg.querySelectorAll('image')].length, 9);
    assert.deepEqual(
      table!.rows.map(([label]) => label),
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    );
    assert.doesNotMatch(picture, /NaN|undefined/);
  });

  test('the largest network and the most digits fit into 400 kB', () => {
    const network = (units: number) => ({
      layers: [
        { type: 'flatten' },
        { type: 'dense', kernel: ndarray([784, units]), bias: ndarray([units]) },
        { type: 'dense', kernel: ndarray([units, 10]), bias: ndarray([10]) },
      ] as const,
    });
    const digits = {
      ...padOptions.digits,
      images: new Uint8Array(40 * 784).fill(1),
      labels: new Uint8Array(40),
      count: 40,
    };
    assert.ok(JSON.stringify(drawingPad({ digits, network: network(314) }).data).length < 400_000);
    assert.throws(() => drawingPad({ digits, network: network(315) }), {
      message: 'drawingPad: network must have at most 250000 weights, got 250435',
    });
  });
});

const { digits } = padOptions;
const refused: readonly (readonly [Partial<DrawingPadOptions>, string])[] = [
  [{ digits: { ...digits, count: 0 } }, 'digits.count must be an integer in [1, 40], got 0'],
  [{ digits: { ...digits, width: 14 } }, 'digits must be 28 × 28 pixels, got 28 × 14'],
  [{ digits: { ...digits, images: new Uint8Array(1568) } }, 'digits must have ink, got none in row 0'],
  [{ scaling: { mean: 0, standardDeviation: 0 } }, 'scaling.standardDeviation must be a number > 0, got 0'],
  [
    { scaling: { mean: Number.NaN, standardDeviation: 1 } },
    'scaling.mean must be a number > -Infinity, got NaN',
  ],
  [{ network: { layers: [] } }, 'network must have layers, got none'],
  [{ network: { layers: readingLayers.slice(0, 7) } }, 'network must end in [batch, 10], got [batch, 784]'],
  [
    { network: { layers: readingLayers.slice(3) } },
    'network: layers[0] (conv2d): conv2dIm2col: kernel must have 1 inChannels, as many as the images, got 8',
  ],
  [
    { network: { layers: [{ type: 'dense', kernel: ndarray([1, 1], [Number.NaN]), bias: ndarray([1]) }] } },
    'network.layers[0].kernel[0] must be finite, got NaN',
  ],
];

for (const [options, message] of refused) {
  test(`the drawing pad refuses: ${message}`, () => {
    assert.throws(() => drawingPad({ ...padOptions, ...options }), {
      name: 'RangeError',
      message: `drawingPad: ${message}`,
    });
  });
}
