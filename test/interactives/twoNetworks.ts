/** Two small networks for digits of 6 × 6 pixels and three classes, with random weights, and four such digits. */
import type { ShiftTestOptions } from '../../lib/plot/interactives/shiftTest';
import { createRandom } from '../../lib/random/random';
import { type NdArray, ndarray } from '../../lib/types/ndarray';

const random = createRandom(7);

function noise(...shape: number[]): NdArray {
  const size = shape.reduce((product, length) => product * length);
  return ndarray(
    shape,
    Float64Array.from({ length: size }, () => random.normal()),
  );
}

/** The weights, for tests that put the layers together by hand. */
export const weights: Readonly<
  Record<'kernel' | 'bias' | 'filters' | 'filterBias' | 'last' | 'lastBias', NdArray>
> = {
  kernel: noise(36, 3),
  bias: noise(3),
  filters: noise(3, 3, 1, 2),
  filterBias: noise(2),
  last: noise(8, 3),
  lastBias: noise(3),
};

export const shiftOptions: ShiftTestOptions = {
  digits: {
    images: Uint8Array.from({ length: 4 * 36 }, () => (random.uniform() < 0.5 ? 0 : random.integer(256))),
    labels: Uint8Array.of(2, 0, 1, 2),
    count: 4,
    height: 6,
    width: 6,
    classes: 3,
  },
  networks: [
    {
      name: 'dense',
      layers: [{ type: 'flatten' }, { type: 'dense', kernel: weights.kernel, bias: weights.bias }],
    },
    {
      name: 'convolution',
      layers: [
        { type: 'conv2d', kernel: weights.filters, bias: weights.filterBias },
        { type: 'relu' },
        { type: 'maxPool2d', poolSize: 2 },
        { type: 'flatten' },
        { type: 'dense', kernel: weights.last, bias: weights.lastBias },
      ],
    },
  ],
  maxShift: 3,
};
