/**
 * Training operation by operation: forward, loss, gradients, update.
 * Flow: batch → **eagerStep** → loss and accuracy for fit's events.
 */
import { imageTensor, labelTensor } from '../tensorflow/digitTensors';
import { tf } from '../tensorflow/tf';
import type { TrainingStep } from './trainingStep';

/**
 * Trains with Adam; works on every backend.
 *
 * The loss is the softmax cross-entropy of the logits, averaged over the batch. It is TensorFlow.js's
 * `losses.softmaxCrossEntropy`, which works on logits; layers' `categoricalCrossentropy` clips probabilities at
 * 1e-7, where its gradient is 0.
 */
export function eagerStep(model: tf.LayersModel, learningRate: number): TrainingStep {
  const optimizer = tf.train.adam(learningRate);
  const weights = model.trainableWeights.map(weight => weight.read() as tf.Variable);
  return {
    engine: 'eager',
    run: batch =>
      tf.tidy(() => {
        const images = imageTensor(batch);
        const labels = labelTensor(batch);
        let predictions: tf.Tensor | undefined;
        const meanLoss = (): tf.Scalar => {
          const logits = model.apply(images, { training: true }) as tf.Tensor2D;
          predictions = tf.keep(logits.argMax(1));
          return tf.losses.softmaxCrossEntropy(labels, logits) as tf.Scalar;
        };
        const loss = optimizer.minimize(meanLoss, true, weights)!.dataSync()[0]!;
        let right = 0;
        for (const [row, prediction] of predictions!.dataSync().entries()) {
          if (prediction === batch.labels[row]) right++;
        }
        predictions!.dispose();
        return { loss, accuracy: right / batch.count };
      }),
    updateModel: () => {}, // its weights are the ones that are trained
    dispose: () => optimizer.dispose(),
  };
}
