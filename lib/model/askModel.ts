/**
 * A model that answers batch after batch, in TensorFlow's Session when there is much to ask.
 * Flow: predict, followProgram → **askModel** → one answer per batch.
 */
import { imageTensor, WHITE } from '../tensorflow/digitTensors';
import { tf } from '../tensorflow/tf';
import { traceFunction } from '../tensorflow/trace/traceFunction';
import type { Digits } from '../types/digits';

/** Recording a model and its first run take about as long as 1000 digits asked operation by operation. */
const RECORDED_FROM = 1000;

/** What a model says to a batch. */
export interface Answer {
  /** `[count]`, the class with the highest score. */
  classes: Int32Array;
  /** `[count · classes]`, row by row, in nats. */
  logProbabilities: Float32Array;
}

/** A model with its weights of the moment `askModel` was called, or newer ones. */
export interface AskedModel {
  answer(batch: Digits): Answer;
  /** From now on answers come from the weights that the model has now. */
  refresh(): void;
  dispose(): void;
}

/** Ready to answer batches of `digits`. A model that cannot be recorded is asked operation by operation. */
export function askModel(model: tf.LayersModel, digits: Digits): AskedModel {
  if (digits.count < RECORDED_FROM) return askEagerly(model);
  try {
    return askInSession(model, digits);
  } catch {
    return askEagerly(model);
  }
}

function askInSession(model: tf.LayersModel, { height, width }: Digits): AskedModel {
  const recorded = traceFunction(({ images }) => answerTensors(model, images.toFloat().div(WHITE)), {
    inputs: { images: { shape: [null, height, width, 1], dtype: 'uint8' } },
    variables: model.weights,
  });
  return {
    answer: ({ images }) => read(recorded.run({ images })),
    refresh: () => recorded.fromVariables(),
    dispose: () => recorded.dispose(),
  };
}

function askEagerly(model: tf.LayersModel): AskedModel {
  return {
    answer: batch => read(tf.tidy(() => answerTensors(model, imageTensor(batch)))),
    refresh: () => {}, // it always asks the model itself
    dispose: () => {},
  };
}

type AnswerTensors = Record<keyof Answer, tf.Tensor>;

function answerTensors(model: tf.LayersModel, pixels: tf.Tensor): AnswerTensors {
  const logits = model.apply(pixels, { training: false }) as tf.Tensor2D;
  return { classes: logits.argMax(1), logProbabilities: tf.logSoftmax(logits) };
}

/** The numbers, and the tensors disposed of. */
function read(tensors: AnswerTensors): Answer {
  const answer = {
    classes: tensors.classes.dataSync<'int32'>(),
    logProbabilities: tensors.logProbabilities.dataSync<'float32'>(),
  };
  tf.dispose(tensors);
  return answer;
}
