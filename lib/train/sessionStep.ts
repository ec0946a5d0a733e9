/**
 * Training as a recorded graph that TensorFlow's own Session runs, several times faster than operation by operation.
 * Flow: batch → **sessionStep** (traceTrainStep) → loss and accuracy for fit's events.
 */
import { WHITE } from '../tensorflow/digitTensors';
import type { tf } from '../tensorflow/tf';
import { fusedSoftmaxCrossEntropy } from '../tensorflow/trace/fusedSoftmaxCrossEntropy';
import { traceTrainStep } from '../tensorflow/trace/traceTrainStep';
import type { Digits } from '../types/digits';
import type { TrainingStep } from './trainingStep';

/**
 * Records the same step that `eagerStep` computes: softmax cross-entropy, averaged over the batch, and Adam. The
 * pixels are fed as bytes and scaled in the graph.
 *
 * @param seed of the model's dropout layers, in `[0, 2³¹)`.
 * @throws Error saying what in the model cannot be recorded, or that native TensorFlow is missing.
 */
export function sessionStep(
  model: tf.LayersModel,
  { height, width }: Digits,
  learningRate: number,
  seed: number,
): TrainingStep {
  const step = traceTrainStep(
    ({ images, labels }) => {
      const pixels = images.toFloat().div(WHITE);
      const logits = model.apply(pixels, { training: true }) as tf.Tensor2D;
      return {
        loss: fusedSoftmaxCrossEntropy(labels, logits).mean(),
        accuracy: logits.argMax(1).equal(labels).toFloat().mean(),
      };
    },
    {
      inputs: {
        images: { shape: [null, height, width, 1], dtype: 'uint8' },
        labels: { shape: [null], dtype: 'uint8' },
      },
      variables: model.weights,
      optimizer: { name: 'adam' },
      seed,
    },
  );
  return {
    engine: 'session',
    run: ({ images, labels }) => step.run({ images, labels }, learningRate),
    updateModel: () => step.toVariables(),
    dispose: () => step.dispose(),
  };
}
