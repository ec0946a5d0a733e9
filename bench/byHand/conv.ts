/**
 * How much faster is a convolution as a matrix product? Same images, same numbers, two ways.
 *
 *     npm run bench -- convolution
 *
 * Flow: conv2d, conv2dIm2col → **conv** → bench/README.md.
 */
import { conv2d, conv2dGradient } from '../../lib/layers/conv2d';
import { conv2dIm2col, conv2dIm2colGradient } from '../../lib/layers/conv2dIm2col';
import { createRandom } from '../../lib/random/random';
import { type NdArray, ndarray } from '../../lib/types/ndarray';
import { machine } from '../machine';
import { median } from '../median';

const RUNS = 11;
const SEED = 1;
const BATCH = 16;
const options = { padding: 'same' } as const;

/** The two convolutions of the reference network. */
const shapes = [
  { size: 28, inChannels: 1, outChannels: 16 },
  { size: 14, inChannels: 16, outChannels: 16 },
];

const random = createRandom(SEED);

function draws(...shape: number[]): NdArray {
  const array = ndarray(shape);
  return ndarray(
    shape,
    array.data.map(() => random.normal()),
  );
}

function timeOf(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Median milliseconds of both, run by turns so that a busy moment hits both; the first two runs do not count. */
function compare(plain: () => void, fast: () => void): [plain: number, fast: number] {
  const turns = Array.from({ length: RUNS + 2 }, () => [timeOf(plain), timeOf(fast)] as const).slice(2);
  return [median(turns.map(([slow]) => slow)), median(turns.map(([, quick]) => quick))];
}

console.log(`${machine()}; batch ${BATCH}, kernel 5 × 5, 'same', median of ${RUNS} runs, seed ${SEED}`);
console.log('| images | pass | conv2d | conv2dIm2col | faster |');
console.log('|---|---|---:|---:|---:|');
for (const { size, inChannels, outChannels } of shapes) {
  const images = draws(BATCH, size, size, inChannels);
  const kernel = draws(5, 5, inChannels, outChannels);
  const upstream = draws(BATCH, size, size, outChannels);
  const passes = {
    forward: [() => conv2d(images, kernel, options), () => conv2dIm2col(images, kernel, options)],
    gradient: [
      () => conv2dGradient(upstream, images, kernel, options),
      () => conv2dIm2colGradient(upstream, images, kernel, options),
    ],
  } as const;
  for (const [pass, [plain, fast]] of Object.entries(passes)) {
    const [slow, quick] = compare(plain, fast);
    const name = `${size} × ${size}, ${inChannels} → ${outChannels}`;
    const cells = [
      name,
      pass,
      `${slow.toFixed(1)} ms`,
      `${quick.toFixed(1)} ms`,
      `${(slow / quick).toFixed(1)} ×`,
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
