/**
 * What scikit-learn and SciPy found, as the oracle of the metrics by hand; scikitLearn.py wrote it.
 * Flow: scikitLearn.json → **scikitLearn** → classificationReport, calibration, temperatureScale, errorBound tests.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { softmax } from '../../lib/layers/softmax';
import { ndarray } from '../../lib/types/ndarray';

interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly 'f1-score': number;
  readonly support: number;
}

interface Found {
  readonly classes: number;
  readonly labels: readonly number[];
  readonly logits: readonly number[];
  readonly confusion: readonly (readonly number[])[];
  readonly report: {
    readonly classes: readonly Scores[];
    readonly accuracy: number;
    readonly macro: Scores;
    readonly weighted: Scores;
  };
  readonly calibration: {
    readonly bins: number;
    readonly counts: readonly number[];
    /** Of the bins that are not empty. */
    readonly accuracies: readonly number[];
    readonly confidences: readonly number[];
    readonly expectedError: number;
    readonly maximumError: number;
  };
  readonly temperature: {
    readonly temperature: number;
    readonly lossBefore: number;
    readonly lossAfter: number;
  };
  readonly errorBounds: readonly (readonly [errors: number, count: number, bound: number])[];
}

export const found: Found = JSON.parse(readFileSync(join(__dirname, 'scikitLearn.json'), 'utf8'));

/** The softmax of the logits, row by row. */
export const probabilities: Float64Array = softmax(
  ndarray([found.labels.length, found.classes], found.logits),
).data;
