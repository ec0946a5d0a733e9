/**
 * Trains the CNN built by hand on real digits, without any tensor library, and says how good it gets.
 *
 *     npm run bench -- by-hand [seed] [epochs]        needs data/train.csv and data/test.csv: npm run digits -- data
 *
 * Flow: readDigits → batches → network, adam → **train** → bench/README.md.
 */
import { batches } from '../../lib/data/batches';
import { readDigits } from '../../lib/data/readDigits';
import { argMax } from '../../lib/encode/argMax';
import { oneHot } from '../../lib/encode/oneHot';
import { adam } from '../../lib/layers/adam';
import type { Digits } from '../../lib/types/digits';
import { type NdArray, ndarray } from '../../lib/types/ndarray';
import { machine } from '../machine';
import { initialWeights, logits, lossAndGradients, type Weights } from './network';

const BATCH_SIZE = 32;
const LEARNING_RATE = 2e-3;
const seed = Number(process.argv[2] ?? 1);
const epochs = Number(process.argv[3] ?? 1);

/** Pixels from 0 to 1, one channel. */
function toImages({ images, count, height, width }: Digits): NdArray {
  return ndarray(
    [count, height, width, 1],
    Float64Array.from(images, pixel => pixel / 255),
  );
}

function accuracy(weights: Weights, digits: Digits): number {
  let right = 0;
  for (const batch of batches(digits, { batchSize: 100 })) {
    const predictions = argMax(logits(weights, toImages(batch)));
    right += predictions.filter((prediction, index) => prediction === batch.labels[index]).length;
  }
  return right / digits.count;
}

const secondsSince = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/** What the processor worked for this program: on a busy machine the clock says more than that. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function main(): Promise<void> {
  const train = await readDigits('data/train.csv');
  const test = await readDigits('data/test.csv');
  console.log(`${machine()}; one thread, float64, batch ${BATCH_SIZE}, Adam ${LEARNING_RATE}, seed ${seed}`);

  const weights = initialWeights(seed);
  const optimizer = adam({ learningRate: LEARNING_RATE });
  const start = performance.now();
  const processorStart = processorSeconds();
  let step = 0;
  let losses = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const batch of batches(train, { batchSize: BATCH_SIZE, seed: seed + epoch, dropLast: true })) {
      const { loss, gradients } = lossAndGradients(weights, toImages(batch), oneHot(batch.labels, 10));
      optimizer.update(weights, gradients);
      losses += loss;
      if (++step % 100 === 0) {
        const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
        console.log(
          `step ${step}, loss ${(losses / 100).toFixed(3)}, ${secondsSince(start)}, RSS ${memory} MB`,
        );
        losses = 0;
      }
    }
  }
  const trained = `${secondsSince(start)} (${(processorSeconds() - processorStart).toFixed(1)} s of processor)`;
  const testing = performance.now();
  const percent = (100 * accuracy(weights, test)).toFixed(2);
  console.log(
    `| by hand, ${epochs} epoch | ${step} steps | trained in ${trained} | tested in ${secondsSince(testing)} | ` +
      `${percent} % of ${test.count} test digits |`,
  );
}

main();
