/**
 * `digits-cnn/lesson`: what a notebook needs beside the library itself.
 * Flow: plot, train's events → **lesson** → notebook outputs.
 */
export { type CompareGuessOptions, compareGuess } from '../lesson/compareGuess';
export { type Exercise, type ExerciseOptions, exercise } from '../lesson/exercise';
export type { AnswerTo, Exercises } from '../lesson/exercises';
export { interruptSignal } from '../lesson/interruptSignal';
export { type LiveBoard, type LiveBoardOptions, type LiveSeries, liveBoard } from '../lesson/liveBoard';
export { type ProgressOptions, progress } from '../lesson/progress';
export { show } from '../plot/show';
