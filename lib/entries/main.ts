/**
 * `digits-cnn`: everything that is plain TypeScript. Loads no tensor library and no native code.
 * Flow: notebooks and scripts → **digits-cnn** → data, encode, layers, graph, metrics, plot.
 */
export { InputError } from '../check/inputError';
export { type BatchesOptions, batches } from '../data/batches';
export type { BadRow } from '../data/csvDigits';
export { centreDigit } from '../data/photo/centreDigit';
export { type PixelStatistics, pixelStatistics } from '../data/pixelStatistics';
export { type ReadDigitsOptions, readDigits } from '../data/readDigits';
export { readIdx } from '../data/readIdx';
export { selectDigits } from '../data/selectDigits';
export { sharedDigits } from '../data/sharedDigits';
export { type SplitDigitsOptions, splitDigits } from '../data/splitDigits';
export { type Standardization, standardize } from '../data/standardize';
export { writeDigitsCsv } from '../data/writeDigitsCsv';
export * from '../encode/index';
export { type Calibration, type CalibrationBin, calibration } from '../evaluate/calibration';
export { channelImages } from '../evaluate/channelImages';
export {
  type ClassificationReport,
  type ClassScores,
  classificationReport,
} from '../evaluate/classificationReport';
export { confusionMatrix } from '../evaluate/confusionMatrix';
export { errorBound } from '../evaluate/errorBound';
export { type Ladder, type LadderRun, type LadderRung, readLadder } from '../evaluate/ladder';
export { mcNemar } from '../evaluate/mcNemar';
export { type PairedComparison, pairedComparison } from '../evaluate/pairedComparison';
export { type RiskAtCoverage, riskCoverage } from '../evaluate/riskCoverage';
export { rotateDigits } from '../evaluate/rotateDigits';
export { type Curve, saturation } from '../evaluate/saturation';
export { shiftDigits } from '../evaluate/shiftDigits';
export { type TemperatureScale, temperatureScale } from '../evaluate/temperatureScale';
export { type ChosenThreshold, thresholdFor } from '../evaluate/thresholdFor';
export { type ConfusedPair, topPairs } from '../evaluate/topPairs';
export { validateSubmission } from '../evaluate/validateSubmission';
export { readWorkerRuns, type WorkerRun, type WorkerRuns } from '../evaluate/workerRuns';
export { type JudgedAnswers, worstErrors } from '../evaluate/worstErrors';
export { writeSubmission } from '../evaluate/writeSubmission';
export * from '../graph/index';
export * from '../layers/index';
export * from '../plot/index';
export { createRandom, type Random, restoreRandom } from '../random/random';
export type { Digits } from '../types/digits';
