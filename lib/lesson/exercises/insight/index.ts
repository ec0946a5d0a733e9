/**
 * The exercises of lesson 14, in their order.
 * Flow: one file per exercise → **insight** → exercises.
 */
import { insightCalibrationError } from './calibrationError';
import { insightGradCam } from './gradCam';
import { insightPromise } from './promise';
import { insightThreshold } from './threshold';

export interface InsightExercises {
  readonly 'insight/gradCam': typeof insightGradCam;
  readonly 'insight/calibrationError': typeof insightCalibrationError;
  readonly 'insight/threshold': typeof insightThreshold;
  readonly 'insight/promise': typeof insightPromise;
}

export const insight: InsightExercises = {
  'insight/gradCam': insightGradCam,
  'insight/calibrationError': insightCalibrationError,
  'insight/threshold': insightThreshold,
  'insight/promise': insightPromise,
};
