/** A training in which everything that a checkpoint must remember plays a part. */
import { tf } from '../../../lib/tensorflow/tf';
import type { FitOptions } from '../../../lib/train/fit';
import { oneCycle } from '../../../lib/train/schedules/oneCycle';
import { makeDigits } from '../../data/makeDigits';

/** Convolution, batch norm with its moving averages, dropout; the layers get their names from TensorFlow.js. */
export function smallNet(): tf.LayersModel {
  const kernelInitializer = tf.initializers.glorotUniform({ seed: 1 });
  return tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [8, 8, 1], kernelSize: 3, filters: 4, kernelInitializer }),
      tf.layers.batchNormalization(),
      tf.layers.reLU(),
      tf.layers.flatten(),
      tf.layers.dropout({ rate: 0.3 }),
      tf.layers.dense({ units: 10, kernelInitializer }),
    ],
  });
}

/** Seven steps an epoch, the last one short. */
export const digits = makeDigits(50, { height: 8, width: 8 });

export const options: FitOptions = {
  epochs: 3,
  batchSize: 8,
  learningRate: oneCycle({ peak: 0.01 }),
  optimizer: { name: 'adamw' },
  augment: { shift: 1 },
  averaging: { everySteps: 2, decay: 0.9 },
  earlyStopping: { patience: 3 },
  validation: makeDigits(20, { height: 8, width: 8, seed: 2 }),
  seed: 1,
};

export const weightsOf = (model: tf.LayersModel): number[][] =>
  model.getWeights().map(weight => Array.from(weight.dataSync()));
