/**
 * Training operation by operation: forward, loss, gradients, update.
 * Flow: batch → **eagerStep** → loss and accuracy for fit's events.
 */
import { imageTensor, labelTensor } from '../tensorflow/digitTensors';
import { tf } from '../tensorflow/tf';
import { dropoutOverride } from '../tensorflow/trace/overrides/dropout';
import { variableNames } from '../tensorflow/trace/tracedVariables';
import { augmentImages } from './augment/augmentImages';
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
  const names = variableNames(model.weights);
  const variables: Record<string, tf.Variable> = {};
  for (const [index, weight] of model.weights.entries())
    variables[names[index]!] = weight.read() as tf.Variable;
  const trained = Object.entries(variables).filter(([, { trainable }]) => trainable);
  const zeros = (like: tf.Tensor): tf.Variable => tf.tidy(() => tf.variable(tf.zerosLike(like), false));
  const slots = trained.map(([name, weight]) =>
    rule.slots.map(slot => (variables[`${name}/${slot}`] = zeros(weight))),
  );
  const done = tf.tidy(() => tf.variable(tf.scalar(0, 'int32'), false));
  variables.step = done;
  const weights = trained.map(([, weight]) => weight);

  /** Applies the model with dropout that depends on seed and step alone. */
  const logitsOf = (images: tf.Tensor): tf.Tensor2D => {
    const restoreDropout = dropoutOverride({ seed, step: done });
    try {
      return model.apply(images, { training: true }) as tf.Tensor2D;
    } finally {
      restoreDropout();
    }
  };
  const state = (): StepState => stateOf(variables);
  return {
    engine: 'eager',
    run: (batch, learningRate) =>
      tf.tidy(() => {
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
        for (const [index, weight] of weights.entries()) {
          const gradient = grads[weight.name];
          if (gradient) rule.update({ weight, gradient, slots: slots[index]!, learningRate, step });
        }
        done.assign(tf.scalar(step, 'int32'));
        let right = 0;
        for (const [row, prediction] of predictions!.dataSync().entries()) {
          if (prediction === batch.labels[row]) right++;
        }
        predictions!.dispose();
        return { loss: value.dataSync()[0]!, accuracy: right / batch.count };
      }),
    updateModel: () => {}, // its weights are the ones that are trained
    state,
    restore: given => {
      checkState(given, state());
      for (const [name, { shape, values }] of given) {
        // A tensor takes an array as it is; the caller's must stay the caller's.
        const value = tf.tensor(values.slice(), [...shape], variables[name]!.dtype);
        variables[name]!.assign(value);
        value.dispose();
      }
    },
    dispose: () => tf.dispose([slots, done]),
  };
}
