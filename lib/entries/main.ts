/**
 * `digits-cnn`: everything that is plain TypeScript. Loads no tensor library and no native code.
 * Flow: notebooks and scripts → **digits-cnn** → data, encode, layers, graph, metrics, plot.
 */
export { InputError } from '../check/inputError';
export { type BatchesOptions, batches } from '../data/batches';
export type { BadRow } from '../data/csvDigits';
export { type PixelStatistics, pixelStatistics } from '../data/pixelStatistics';
export { type ReadDigitsOptions, readDigits } from '../data/readDigits';
export { readIdx } from '../data/readIdx';
export { selectDigits } from '../data/selectDigits';
export { type SplitDigitsOptions, splitDigits } from '../data/splitDigits';
export { type Standardization, standardize } from '../data/standardize';
export { writeDigitsCsv } from '../data/writeDigitsCsv';
export * from '../encode/index';
export { confusionCounts } from '../evaluate/confusion';
export * from '../graph/index';
export * from '../layers/index';
export * from '../plot/index';
export { createRandom, type Random, restoreRandom } from '../random/random';
export type { Digits } from '../types/digits';
