/**
 * The exercises of lesson 11, in their order.
 * Flow: one file per exercise → **training** → exercises.
 */
import { trainingEarlyStopping } from './earlyStopping';
import { trainingLearningRate } from './learningRate';
import { trainingResume } from './resume';
import { trainingSteps } from './steps';

export interface TrainingExercises {
  readonly 'training/steps': typeof trainingSteps;
  readonly 'training/earlyStopping': typeof trainingEarlyStopping;
  readonly 'training/learningRate': typeof trainingLearningRate;
  readonly 'training/resume': typeof trainingResume;
}

export const training: TrainingExercises = {
  'training/steps': trainingSteps,
  'training/earlyStopping': trainingEarlyStopping,
  'training/learningRate': trainingLearningRate,
  'training/resume': trainingResume,
};
