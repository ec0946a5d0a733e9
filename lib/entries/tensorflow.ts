/**
 * `digits-cnn/tensorflow`: everything that needs TensorFlow.js. Loading it starts a backend.
 * Flow: notebooks and scripts → **digits-cnn/tensorflow** → tf, models, training, evaluation.
 */
export type { Plan as SweepPlan } from '../cli/sweep/plan';
export { type Sweep, type SweepOptions, type SweepProgress, sweep } from '../cli/sweep/sweep';
export type { MeanAndSpread, SweepRow } from '../cli/sweep/sweepRows';
export { sweepTable } from '../cli/sweep/sweepTable';
export { averagePredictions } from '../evaluate/averagePredictions';
export { ensemble } from '../evaluate/ensemble';
export { type Evaluation, evaluate } from '../evaluate/evaluate';
export { type FeatureMaps, featureMaps } from '../evaluate/featureMaps';
export { type GradCam, type GradCamOptions, gradCam } from '../evaluate/gradCam';
export { type GradientNorm, gradientNorms } from '../evaluate/gradientNorms';
export { type Occlusion, type OcclusionOptions, occlusion } from '../evaluate/occlusion';
export { testTimeAugmentation } from '../evaluate/testTimeAugmentation';
export { type ConvNetOptions, convNet } from '../model/convNet';
export type { ConvolutionOptions } from '../model/convolutionOptions';
export { digitNet } from '../model/digitNet';
export type { ExportFormat } from '../model/export/exportFormats';
export { exportModel } from '../model/export/exportModel';
export { lenet } from '../model/lenet';
export { loadModel } from '../model/loadModel';
export { type OriginFault, originFaults, originNet } from '../model/originNet';
export { type Predictions, predict } from '../model/predict';
export { referenceNet } from '../model/referenceNet';
export { saveModel } from '../model/saveModel';
export { score } from '../model/score';
export { summary } from '../model/summary';
export { fromLayers } from '../model/transplant/fromLayers';
export { toLayers } from '../model/transplant/toLayers';
export { type BackendInfo, backendInfo } from '../tensorflow/backendInfo';
export { labelSeries, pixelFrame, toDataFrame } from '../tensorflow/dataFrames';
export { imageTensor, labelTensor } from '../tensorflow/digitTensors';
export { readPhotos } from '../tensorflow/readPhotos';
export { type TfRecordOptions, writeTfRecords } from '../tensorflow/records/writeTfRecords';
export { ready, tf } from '../tensorflow/tf';
export { fusedSoftmaxCrossEntropy } from '../tensorflow/trace/fusedSoftmaxCrossEntropy';
export type { GraphOperation } from '../tensorflow/trace/graphBuilder';
export type { Feeds, InputDescription, InputDescriptions } from '../tensorflow/trace/inputs';
export type { FeedValue } from '../tensorflow/trace/numbersOf';
export type { TraceOptimizer } from '../tensorflow/trace/optimizers/optimizer';
export {
  type Draw,
  statelessDropout,
  statelessNormal,
  statelessUniform,
} from '../tensorflow/trace/stateless';
export {
  type TracedFunction,
  type TraceFunctionOptions,
  traceFunction,
} from '../tensorflow/trace/traceFunction';
export {
  type StepResults,
  type TraceTrainStepOptions,
  traceTrainStep,
} from '../tensorflow/trace/traceTrainStep';
export type { TrainStep } from '../tensorflow/trace/trainStep';
export { type Augmentation, DIGIT_AUGMENTATION } from '../train/augment/augmentation';
export { augmentDigits } from '../train/augment/augmentDigits';
export { augmentImages } from '../train/augment/augmentImages';
export type { EarlyStopping } from '../train/earlyStopping';
export type { EpochEvent, History, StartEvent, StepEvent } from '../train/events';
export { type CheckpointOptions, type FitOptions, fit } from '../train/fit';
export { type FollowProgramOptions, followProgram, type ProgramReading } from '../train/followProgram';
export {
  type OriginProgramFault,
  type OriginProgramOptions,
  originProgram,
  originProgramFaults,
  type ProgramRun,
} from '../train/originProgram';
export { digitNetRecipe, originRecipe, plainRecipe, type Recipe } from '../train/recipes';
export { constantRate } from '../train/schedules/constantRate';
export { type CosineOptions, cosine } from '../train/schedules/cosine';
export { type OneCycleOptions, oneCycle } from '../train/schedules/oneCycle';
export { learningRates, type Schedule } from '../train/schedules/schedule';
export { type StepDecayOptions, stepDecay } from '../train/schedules/stepDecay';
export { warmUp } from '../train/schedules/warmUp';
export {
  type TensorBoardLog,
  type TensorBoardLogOptions,
  tensorBoardLog,
} from '../train/tensorBoard/tensorBoardLog';
export type { Engine } from '../train/trainingStep';
export type { Averaging } from '../train/weightAverage';
