/**
 * Training operation by operation: forward, loss, gradients, update.
 * Flow: batch → **eagerStep** → loss and accuracy for fit's events.
 */
import { imageTensor, labelTensor } from '../tensorflow/digitTensors';
import { tf } from '../tensorflow/tf';
import { dropoutOverride } from '../tensorflow/trace/overrides/dropout';
import type { Digits } from '../types/digits';
import { augmentImages } from './augment/augmentImages';
import { eagerVariables } from './eagerVariables';
import { checkState, type StepState, stateOf } from './stepState';
import type { StepOptions, TrainingStep } from './trainingStep';
import { updateRule } from './updateRule';

/**
 * Trains on every backend.
 *
 * The loss is the softmax cross-entropy of the logits, averaged over the batch. It is TensorFlow.js's
 * `losses.softmaxCrossEntropy`, which works on logits; layers' `categoricalCrossentropy` clips probabilities at
 * 1e-7, where its gradient is 0.
 *
 * Dropout layers and augmentation draw by seed and number of the step, on native TensorFlow the very numbers that the
 * session draws. Other layers that use chance, such as gaussianNoise, draw as they like.
 */
export function eagerStep(
  model: tf.LayersModel,
  { optimizer, augment, labelSmoothing = 0, seed }: StepOptions,
): TrainingStep {
  const rule = updateRule(optimizer);
  const { trained, done, byName, dispose } = eagerVariables(model, rule.slots);
  const weights = trained.map(({ weight }) => weight);

  const logitsOf = (images: tf.Tensor): tf.Tensor2D => {
    const restoreDropout = dropoutOverride({ seed, step: done });
    try {
      return model.apply(images, { training: true }) as tf.Tensor2D;
    } finally {
      restoreDropout();
    }
  };
  const run = (batch: Digits, learningRate: number): { loss: number; accuracy: number } => {
    const pixels = imageTensor(batch);
    const images = augment ? augmentImages(pixels, augment, { seed, step: done }) : pixels;
    const labels = labelTensor(batch);
    let predictions: tf.Tensor | undefined;
    const { value, grads } = tf.variableGrads(() => {
      const logits = logitsOf(images);
      predictions = tf.keep(logits.argMax(1));
      return tf.losses.softmaxCrossEntropy(labels, logits, undefined, labelSmoothing) as tf.Scalar;
    }, weights);
    const step = done.dataSync()[0]! + 1;
    for (const { weight, slots } of trained) {
      const gradient = grads[weight.name];
      if (gradient) rule.update({ weight, gradient, slots, learningRate, step });
    }
    done.assign(tf.scalar(step, 'int32'));
    const right = predictions!
      .dataSync()
      .filter((prediction, row) => prediction === batch.labels[row]).length;
    predictions!.dispose();
    return { loss: value.dataSync()[0]!, accuracy: right / batch.count };
  };
  const state = (): StepState => stateOf(byName);
  return {
    engine: 'eager',
    run: (batch, learningRate) => tf.tidy(() => run(batch, learningRate)),
    updateModel: () => {}, // its weights are the ones that are trained
    state,
    restore: given => {
      checkState(given, state());
      for (const [name, { shape, values }] of given) {
        const variable = byName[name]!;
        // A tensor takes an array as it is; the caller's must stay the caller's.
        tf.tidy(() => variable.assign(tf.tensor(values.slice(), [...shape], variable.dtype)));
      }
    },
    dispose,
  };
}
