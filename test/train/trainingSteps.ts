/** Training steps for tests: a small network with everything that may differ between engines, and its batches. */
import { tf } from '../../lib/tensorflow/tf';
import { chooseEngine } from '../../lib/train/chooseEngine';
import type { Engine, StepOptions, TrainingStep } from '../../lib/train/trainingStep';
import type { Digits } from '../../lib/types/digits';
import { makeDigits } from '../data/makeDigits';

const SIZE = { height: 10, width: 12, classes: 4 };

/** A convolution, a batch normalisation with its moving averages, dropout twice, a dense layer. */
export function smallNet(): tf.LayersModel {
  const kernelInitializer = tf.initializers.heNormal({ seed: 1 });
  return tf.sequential({
    layers: [
      tf.layers.conv2d({
        ...{ filters: 4, kernelSize: 3, useBias: false, kernelInitializer, name: 'conv' },
        inputShape: [SIZE.height, SIZE.width, 1],
      }),
      tf.layers.batchNormalization({ name: 'norm' }),
      tf.layers.reLU(),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dropout({ rate: 0.2 }),
      tf.layers.dense({ units: 16, activation: 'relu', kernelInitializer, name: 'dense' }),
      tf.layers.dropout({ rate: 0.5 }),
      tf.layers.dense({ units: SIZE.classes, kernelInitializer, name: 'logits' }),
    ],
  });
}

/** The batch of a step; every fifth is a short one. */
export function batchOf(number: number): Digits {
  return makeDigits(number % 5 === 4 ? 7 : 16, { ...SIZE, seed: number });
}

export const OPTIONS: StepOptions = {
  optimizer: { name: 'adam' },
  augment: { shift: 1, rotate: 10, scale: 0.1 },
  seed: 7,
};

/** A step of a new small network. */
export function newStep(
  engine: Engine,
  options: StepOptions = OPTIONS,
): TrainingStep & { model: tf.LayersModel } {
  const model = smallNet();
  return { ...chooseEngine(engine, model, batchOf(0), options).step, model };
}

/** The losses of steps `from` to `to`, the learning rate another in each. */
export function losses(step: TrainingStep, from: number, to: number): number[] {
  const all: number[] = [];
  for (let number = from; number < to; number++) {
    all.push(step.run(batchOf(number), 0.01 / (1 + number / 10)).loss);
  }
  return all;
}
