/**
 * Training as a recorded graph that TensorFlow's own Session runs, several times faster than operation by operation.
 * Flow: batch → **sessionStep** (traceTrainStep) → loss and accuracy for fit's events.
 */
import { WHITE } from '../tensorflow/digitTensors';
import { tf } from '../tensorflow/tf';
import { fusedSoftmaxCrossEntropy } from '../tensorflow/trace/fusedSoftmaxCrossEntropy';
import { traceTrainStep } from '../tensorflow/trace/traceTrainStep';
import type { Digits } from '../types/digits';
import { augmentImages } from './augment/augmentImages';
import { checkState, type StepState, stateOf } from './stepState';
import type { StepOptions, TrainingStep } from './trainingStep';

/**
 * Records the same step that `eagerStep` computes: augmentation, softmax cross-entropy, averaged over the batch, and
 * the optimiser.
 *
 * The images of each batch are fed as bytes and scaled in the graph. To keep all digits in the graph and feed row
 * numbers costs a step the same (bench/training/feeding.ts) and 47 MB for 60 000 digits.
 *
 * @throws Error saying what in the model cannot be recorded, or that native TensorFlow is missing.
 */
export function sessionStep(
  model: tf.LayersModel,
  { height, width, classes }: Digits,
  { optimizer, augment, labelSmoothing = 0, seed }: StepOptions,
): TrainingStep {
  const traced = traceTrainStep(
    ({ images, labels }, step) => {
      const pixels = images.toFloat().div(WHITE) as tf.Tensor4D;
      const moved = augment ? augmentImages(pixels, augment, { seed, step }) : pixels;
      const logits = model.apply(moved, { training: true }) as tf.Tensor2D;
      const targets = labelSmoothing > 0 ? smoothedLabels(labels, classes, labelSmoothing) : labels;
      return {
        loss: fusedSoftmaxCrossEntropy(targets, logits).mean(),
        accuracy: logits.argMax(1).equal(labels).toFloat().mean(),
      };
    },
    {
      inputs: {
        images: { shape: [null, height, width, 1], dtype: 'uint8' },
        labels: { shape: [null], dtype: 'uint8' },
      },
      variables: model.weights,
      optimizer,
      seed,
    },
  );
  const state = (): StepState => {
    const tensors = traced.read();
    const values = stateOf(tensors);
    tf.dispose(tensors);
    return values;
  };
  return {
    engine: 'session',
    run: ({ images, labels }, learningRate) => traced.run({ images, labels }, learningRate),
    updateModel: () => traced.toVariables(),
    state,
    restore: given => {
      checkState(given, state());
      traced.assign(Object.fromEntries([...given].map(([name, { values }]) => [name, values])));
    },
    dispose: () => traced.dispose(),
  };
}

/** One distribution per label: `smoothLabels` on tensors. */
function smoothedLabels(labels: tf.Tensor, classes: number, smoothing: number): tf.Tensor {
  return tf
    .oneHot(labels as tf.Tensor1D, classes)
    .toFloat()
    .mul(1 - smoothing)
    .add(smoothing / classes);
}
