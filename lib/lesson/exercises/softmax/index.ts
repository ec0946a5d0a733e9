/**
 * The exercises of lesson 04, in their order.
 * Flow: one file per exercise → **softmax** → exercises.
 */
import { softmaxRows } from './shares';
import { softmaxShift } from './shift';
import { softmaxStable } from './stable';
import { softmaxTemperature } from './temperature';

export interface SoftmaxExercises {
  readonly 'softmax/rows': typeof softmaxRows;
  readonly 'softmax/stable': typeof softmaxStable;
  readonly 'softmax/shift': typeof softmaxShift;
  readonly 'softmax/temperature': typeof softmaxTemperature;
}

export const softmax: SoftmaxExercises = {
  'softmax/rows': softmaxRows,
  'softmax/stable': softmaxStable,
  'softmax/shift': softmaxShift,
  'softmax/temperature': softmaxTemperature,
};
