/**
 * Augmentation: images move as they are told, by chance that a seed repeats, and stay images of the same class.
 * Long: the tests share the images and the moves.
 */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { imageTensor, WHITE } from '../../lib/tensorflow/digitTensors';
import { ready, tf } from '../../lib/tensorflow/tf';
import { type Augmentation, DIGIT_AUGMENTATION } from '../../lib/train/augment/augmentation';
import { augmentDigits } from '../../lib/train/augment/augmentDigits';
import { augmentImages } from '../../lib/train/augment/augmentImages';
import { projectImages } from '../../lib/train/augment/projectImages';
import { projections } from '../../lib/train/augment/projections';
import { makeDigits } from '../data/makeDigits';

before(ready);

const HEIGHT = 6;
const WIDTH = 8;
const digits = makeDigits(3, { height: HEIGHT, width: WIDTH });
const step = (number: number): tf.Scalar => tf.scalar(number, 'int32');
const imagesOf = (): tf.Tensor4D => tf.tensor4d(Float32Array.from(digits.images), [3, HEIGHT, WIDTH, 1]);

/** The images moved by the same parts of the largest moves, as plain numbers. */
function moved(parts: [number, number, number, number], augmentation: Augmentation): number[] {
  return tf.tidy(() => {
    const all = tf.tensor2d([parts, parts, parts]);
    const matrices = projections(all, augmentation, { height: HEIGHT, width: WIDTH });
    return [...projectImages(imagesOf(), matrices).dataSync()];
  });
}

/** What every pixel should be, worked out one by one; 0 where the source is outside. */
function expected(
  source: (pixel: (x: number, y: number) => number, x: number, y: number) => number,
): number[] {
  return Array.from({ length: 3 * HEIGHT * WIDTH }, (_, index) => {
    const image = Math.floor(index / (HEIGHT * WIDTH));
    const pixel = (x: number, y: number): number => {
      const inside = x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT;
      return inside ? digits.images[(image * HEIGHT + y) * WIDTH + x]! : 0;
    };
    return source(pixel, index % WIDTH, Math.floor(index / WIDTH) % HEIGHT);
  });
}

test('a shift by whole pixels moves bytes, and fills with 0', () => {
  const shifted = moved([1, -0.5, 0, 0], { shift: 2 });
  assert.deepEqual(
    shifted,
    expected((pixel, x, y) => pixel(x - 2, y + 1)),
  );
});

test('half a pixel to the right is the mean of two neighbours', () => {
  const shifted = moved([1, 0, 0, 0], { shift: 0.5 });
  assert.deepEqual(
    shifted,
    expected((pixel, x, y) => (pixel(x - 1, y) + pixel(x, y)) / 2),
  );
});

test('half the size is every two by two pixels as one, about the middle', () => {
  const shrunk = moved([0, 0, 0, -1], { scale: 0.5 });
  const block = (pixel: (x: number, y: number) => number, x: number, y: number): number =>
    (pixel(x, y) + pixel(x + 1, y) + pixel(x, y + 1) + pixel(x + 1, y + 1)) / 4;
  // The middle is at 3.5, 2.5; the pixel at x looks at 3.5 + 2 (x − 3.5), between 2x − 4 and 2x − 3.
  assert.deepEqual(
    shrunk,
    expected((pixel, x, y) => block(pixel, 2 * x - 4, 2 * y - 3)),
  );
});

test('a quarter turn is clockwise, about the middle', () => {
  const turned = moved([0, 0, 1, 0], { rotate: 90 });
  // Seen from the middle, what lies to the left comes to the top: source x − 3.5 = y − 2.5, source y − 2.5 = 3.5 − x.
  const wanted = expected((pixel, x, y) => pixel(y + 1, 6 - x));
  const far = turned.filter((value, index) => Math.abs(value - wanted[index]!) > 0.01); // Of 255: sin 90° in float32.
  assert.deepEqual(far, []);
});

test('turn and size go together: a quarter turn at half the size', () => {
  const both = moved([0, 0, 1, -1], { rotate: 90, scale: 0.5 });
  // Source x − 3.5 = 2 (y − 2.5), source y − 2.5 = 2 (3.5 − x): between two pixels each.
  const wanted = expected((pixel, x, y) => {
    const [left, top] = [2 * y - 2, 9 - 2 * x];
    return (pixel(left, top) + pixel(left + 1, top) + pixel(left, top + 1) + pixel(left + 1, top + 1)) / 4;
  });
  const far = both.filter((value, index) => Math.abs(value - wanted[index]!) > 0.01);
  assert.deepEqual(far, []);
});

test('augmented digits are the bytes next to what a training step sees', () => {
  const { images } = augmentDigits(digits, DIGIT_AUGMENTATION, 3);
  const seen = augmentImages(imagesOf(), DIGIT_AUGMENTATION, { seed: 3, step: step(0) }).dataSync();
  const far = images.filter((byte, index) => Math.abs(byte - seen[index]!) > 0.501);
  assert.deepEqual([...far], []);
});

test('without a strength nothing changes, to the last bit', () => {
  const images = imagesOf();
  const same = augmentImages(images, {}, { seed: 1, step: step(0) });
  assert.deepEqual(same.dataSync(), images.dataSync());
  assert.deepEqual(augmentDigits(digits, { shift: 0, rotate: 0, scale: 0 }, 1), digits);
});

test('the same seed and step give the same images, another of either gives others', () => {
  const images = imagesOf();
  const draw = (seed: number, number: number): unknown =>
    augmentImages(images, DIGIT_AUGMENTATION, { seed, step: step(number) }).dataSync();
  assert.deepEqual(draw(1, 5), draw(1, 5));
  assert.notDeepEqual(draw(1, 5), draw(1, 6));
  assert.notDeepEqual(draw(1, 5), draw(2, 5));
});

test('every image of a batch has a move of its own', () => {
  const one = makeDigits(1);
  const pixels = Uint8Array.from({ length: 4 * 784 }, (_, index) => one.images[index % 784]!);
  const four = augmentDigits({ ...one, images: pixels, count: 4 }, { shift: 3 }, 1).images;
  const kinds = new Set([0, 1, 2, 3].map(image => String(four.subarray(image * 784, (image + 1) * 784))));
  assert.equal(kinds.size, 4);
});

test('shifts fill their range on both sides and in both directions', () => {
  // One white pixel in the middle; its centre of mass is the shift, drawn evenly from [−3, 3].
  const [count, size] = [400, 15];
  const white = new Uint8Array(count * size * size);
  for (let image = 0; image < count; image++) white[(image * size + 7) * size + 7] = WHITE;
  const square = {
    images: white,
    labels: new Uint8Array(count),
    count,
    height: size,
    width: size,
    classes: 10,
  };
  const { images } = augmentDigits(square, { shift: 3 }, 1);
  for (const along of ['x', 'y']) {
    const shifts = Array.from({ length: count }, (_, image) => {
      let mass = 0;
      let moment = 0;
      for (let at = 0; at < size * size; at++) {
        const value = images[image * size * size + at]!;
        mass += value;
        moment += value * ((along === 'x' ? at % size : Math.floor(at / size)) - 7);
      }
      return moment / mass;
    });
    const mean = shifts.reduce((sum, shift) => sum + shift / count, 0);
    assert.ok(Math.abs(mean) < 0.44, `${along}: ${mean}`); // 5 standard errors of 3 / √3 / √400.
    assert.ok(Math.min(...shifts) < -2.8 && Math.max(...shifts) > 2.8, along);
    assert.ok(Math.min(...shifts) > -3.03 && Math.max(...shifts) < 3.03, along); // Bytes are rounded.
  }
});

test('whatever the strength, pixels stay in [0, 1], labels and sizes stay, and the digits handed in too', () => {
  const strength = fc.record(
    {
      shift: fc.double({ min: 0, max: 40, noNaN: true }),
      rotate: fc.double({ min: 0, max: 180, noNaN: true }),
      scale: fc.double({ min: 0, max: 0.99, noNaN: true }),
    },
    { requiredKeys: [] },
  );
  const before = digits.images.slice();
  const law = fc.property(strength, fc.nat(), fc.integer({ min: 1, max: 5 }), (augmentation, seed, count) => {
    const some = makeDigits(count, { height: HEIGHT, width: WIDTH, seed: 3 });
    const result = augmentDigits(some, augmentation, seed);
    assert.deepEqual({ ...result, images: some.images }, some);
    assert.equal(result.images.length, some.images.length);
    const scaled = imageTensor(digits);
    const values = tf.tidy(() => augmentImages(scaled, augmentation, { seed, step: step(1) }).dataSync());
    assert.ok(values.every(value => value >= 0 && value <= 1));
    scaled.dispose();
  });
  fc.assert(law, { seed: 1, numRuns: 50 });
  assert.deepEqual(digits.images, before);
});

test('augmentation leaves no tensor behind but its result', () => {
  const [images, number] = [imagesOf(), step(1)];
  const before = tf.memory().numTensors;
  augmentDigits(digits, DIGIT_AUGMENTATION, 1);
  assert.equal(tf.memory().numTensors, before);
  augmentImages(images, DIGIT_AUGMENTATION, { seed: 1, step: number });
  assert.equal(tf.memory().numTensors, before + 1);
});

for (const [augmentation, complaint] of [
  [{ shift: -1 }, 'augment.shift must be in [0, ∞), got -1'],
  [{ shift: Number.NaN }, 'augment.shift must be in [0, ∞), got NaN'],
  [{ rotate: 181 }, 'augment.rotate must be in [0, 180], got 181'],
  [{ scale: 1 }, 'augment.scale must be in [0, 1), got 1'],
  [{ zoom: 0.1 }, 'augment must have shift, rotate or scale, got zoom'],
] as [Augmentation, string][]) {
  test(`refused: ${complaint}`, () => {
    assert.throws(() => augmentDigits(digits, augmentation, 1), {
      name: 'RangeError',
      message: `augmentDigits: ${complaint}`,
    });
  });
}

test('refused: a seed that is none', () => {
  assert.throws(() => augmentDigits(digits, {}, -1), {
    name: 'RangeError',
    message: 'augmentDigits: seed must be an integer in [0, 2147483647], got -1',
  });
});
