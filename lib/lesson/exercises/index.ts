/**
 * All exercises of the course, in the order of the lessons.
 * Flow: one folder per lesson → **exercises** → exercise, progress.
 */
import type { ExerciseDefinition } from '../exerciseDefinition';
import { type AutopsyExercises, autopsy } from './autopsy/index';
import { type ConvolutionExercises, convolution } from './convolution/index';
import { type CrossEntropyExercises, crossEntropy } from './crossEntropy/index';
import { type CsvExercises, csv } from './csv/index';
import { type GraphsExercises, graphs } from './graphs/index';
import { type InsightExercises, insight } from './insight/index';
import { type LadderExercises, ladder } from './ladder/index';
import { type NetworkExercises, network } from './network/index';
import { type OneHotExercises, oneHot } from './oneHot/index';
import { type PoolingExercises, pooling } from './pooling/index';
import { type ScaleExercises, scale } from './scale/index';
import { type ShipExercises, ship } from './ship/index';
import { type SigmoidExercises, sigmoid } from './sigmoid/index';
import { type SoftmaxExercises, softmax } from './softmax/index';
import { type StartExercises, start } from './start/index';
import { type TensorflowExercises, tensorflow } from './tensorflow/index';
import { type TrainingExercises, training } from './training/index';

/** The exercises of all lessons, by name. */
export type Exercises = StartExercises &
  CsvExercises &
  OneHotExercises &
  SigmoidExercises &
  SoftmaxExercises &
  CrossEntropyExercises &
  ConvolutionExercises &
  PoolingExercises &
  NetworkExercises &
  GraphsExercises &
  TensorflowExercises &
  TrainingExercises &
  AutopsyExercises &
  LadderExercises &
  InsightExercises &
  ShipExercises &
  ScaleExercises;

/** The exercises of all lessons, by name. */
export const exercises: Exercises = {
  ...start,
  ...csv,
  ...oneHot,
  ...sigmoid,
  ...softmax,
  ...crossEntropy,
  ...convolution,
  ...pooling,
  ...network,
  ...graphs,
  ...tensorflow,
  ...training,
  ...autopsy,
  ...ladder,
  ...insight,
  ...ship,
  ...scale,
};

/** What answers an exercise: a function like its solution or, where it asks for a value, that value. */
export type AnswerTo<Definition> =
  Definition extends ExerciseDefinition<infer Args, infer Result, infer _Tried>
    ? Args extends []
      ? Result
      : (...args: Args) => Result
    : never;
