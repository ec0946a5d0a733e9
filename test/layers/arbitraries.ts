/**
 * What fast-check draws for the laws of encode and layers. Always the same draws: the seed is fixed.
 * Flow: **arbitraries** → the tests of encode and layers.
 */
import fc from 'fast-check';
import type { PoolOptions } from '../../lib/layers/pooling';
import type { WindowOptions } from '../../lib/layers/slidingWindow';
import { type NdArray, ndarray } from '../../lib/types/ndarray';
import { randomArray } from './arrays';

/** States a law over the drawn values: `claim` throws where it does not hold. */
export function law<T>(drawn: fc.Arbitrary<T>, claim: (value: T) => void, numRuns: number = 200): void {
  fc.assert(fc.property(drawn, claim), { seed: 20_240_229, numRuns });
}

export const seed: fc.Arbitrary<number> = fc.integer({ min: 0, max: 1_000_000 });

const size = fc.integer({ min: 1, max: 6 });
const finite = fc.double({ min: -1000, max: 1000, noNaN: true });

/** A number of any sign, up to 1000. */
export const scalar: fc.Arbitrary<number> = finite;

/** `[batch, classes]`, 1 to 6 each, values up to ±1000. */
export const scores: fc.Arbitrary<NdArray> = fc
  .tuple(size, size)
  .chain(shape =>
    fc
      .array(finite, { minLength: shape[0] * shape[1], maxLength: shape[0] * shape[1] })
      .map(data => ndarray(shape, data)),
  );

/** `[batch, classes]` whose rows are probability distributions with no zero. */
export function distributions(batch: number, classes: number): fc.Arbitrary<NdArray> {
  return seed.map(start => {
    const weights = randomArray([batch, classes], start).data.map(Math.exp);
    const rows = Array.from({ length: batch }, (_, row) =>
      weights.subarray(row * classes, (row + 1) * classes).reduce((sum, weight) => sum + weight, 0),
    );
    return ndarray(
      [batch, classes],
      weights.map((weight, index) => weight / rows[Math.floor(index / classes)]!),
    );
  });
}

export interface ConvolutionCase {
  readonly images: NdArray;
  readonly kernel: NdArray;
  readonly options: WindowOptions;
}

const step = fc.integer({ min: 1, max: 3 });
const padding = fc.constantFrom<'same' | 'valid'>('same', 'valid');

/** Any convolution whose window fits: sizes that do not divide, strides and dilations of each axis on their own. */
export const convolutions: fc.Arbitrary<ConvolutionCase> = fc
  .record({
    batch: fc.integer({ min: 1, max: 3 }),
    height: fc.integer({ min: 1, max: 9 }),
    width: fc.integer({ min: 1, max: 9 }),
    window: fc.tuple(step, step),
    channels: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 })),
    strides: fc.tuple(step, step),
    dilations: fc.tuple(step, step),
    padding,
    seed,
  })
  .filter(
    ({ height, width, window, dilations, padding }) =>
      padding === 'same' ||
      ((window[0] - 1) * dilations[0] < height && (window[1] - 1) * dilations[1] < width),
  )
  .map(({ batch, height, width, window, channels, strides, dilations, padding, seed }) => ({
    images: randomArray([batch, height, width, channels[0]], seed),
    kernel: randomArray([...window, ...channels], seed + 1),
    options: { strides, padding, dilations },
  }));

export interface PoolingCase {
  readonly images: NdArray;
  readonly options: PoolOptions;
}

/** Any pooling whose window fits: with overlaps, gaps and edges. */
export const poolings: fc.Arbitrary<PoolingCase> = fc
  .record({
    batch: fc.integer({ min: 1, max: 3 }),
    height: fc.integer({ min: 1, max: 9 }),
    width: fc.integer({ min: 1, max: 9 }),
    channels: fc.integer({ min: 1, max: 4 }),
    poolSize: fc.tuple(step, step),
    strides: fc.tuple(step, step),
    padding,
    seed,
  })
  .filter(
    ({ height, width, poolSize, padding }) =>
      padding === 'same' || (poolSize[0] <= height && poolSize[1] <= width),
  )
  .map(({ batch, height, width, channels, poolSize, strides, padding, seed }) => ({
    images: randomArray([batch, height, width, channels], seed),
    options: { poolSize, strides, padding },
  }));
