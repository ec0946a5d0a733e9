/**
 * All exercises of the course, in the order of the lessons.
 * Flow: one file per exercise → **exercises** → exercise, progress.
 */
import type { ExerciseDefinition } from '../exerciseDefinition';
import { startAccuracy } from './startAccuracy';
import { startPixel } from './startPixel';
import { startScale } from './startScale';

export interface Exercises {
  readonly 'start/pixel': typeof startPixel;
  readonly 'start/scale': typeof startScale;
  readonly 'start/accuracy': typeof startAccuracy;
}

export const exercises: Exercises = {
  'start/pixel': startPixel,
  'start/scale': startScale,
  'start/accuracy': startAccuracy,
};

/** What a learner's function must look like to answer the exercise. */
export type AnswerTo<Definition> =
  Definition extends ExerciseDefinition<infer Args, infer Result> ? (...args: Args) => Result : never;
