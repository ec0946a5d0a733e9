/**
 * The exercises of lesson 00, in their order.
 * Flow: one file per exercise → **start** → exercises.
 */
import { startAccuracy } from './accuracy';
import { startPixel } from './pixel';
import { startScale } from './scale';

export interface StartExercises {
  readonly 'start/pixel': typeof startPixel;
  readonly 'start/scale': typeof startScale;
  readonly 'start/accuracy': typeof startAccuracy;
}

export const start: StartExercises = {
  'start/pixel': startPixel,
  'start/scale': startScale,
  'start/accuracy': startAccuracy,
};
