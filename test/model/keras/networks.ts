/** What goes to Keras and back: this course's networks, and one with every layer that both sides share. */
import { convNet } from '../../../lib/model/convNet';
import { digitNet } from '../../../lib/model/digitNet';
import { lenet } from '../../../lib/model/lenet';
import { originNet } from '../../../lib/model/originNet';
import { referenceNet } from '../../../lib/model/referenceNet';
import { toLayers } from '../../../lib/model/transplant/toLayers';
import { tf } from '../../../lib/tensorflow/tf';
import { network } from '../transplant/smallNetwork';

const { layers } = tf;

/** Each layer that the table of Keras's layers has; weights by chance, also those that begin as 0 or 1. */
export function sharedLayers(): tf.LayersModel {
  const model = tf.sequential({
    name: 'shared',
    layers: [
      layers.inputLayer({ inputShape: [12, 10, 2] }),
      layers.rescaling({ scale: 2, offset: -0.5, name: 'rescaled' }),
      layers.zeroPadding2d({
        padding: [
          [1, 0],
          [2, 1],
        ] as never,
        name: 'padded',
      }), // prettier-ignore
      layers.conv2d({ filters: 4, kernelSize: [3, 2], strides: [2, 1], padding: 'same', name: 'conv1' }),
      layers.batchNormalization({ momentum: 0.9, epsilon: 0.01, name: 'norm1' }),
      layers.reLU({ maxValue: 3, name: 'relu1' }),
      layers.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2, activation: 'elu', name: 'depthwise' }),
      layers.conv2d({
        filters: 6,
        kernelSize: 2,
        dilationRate: 2,
        useBias: false,
        activation: 'selu',
        name: 'conv2',
      }),
      layers.batchNormalization({ scale: false, name: 'norm2' }),
      layers.maxPooling2d({ poolSize: [1, 2], strides: [1, 1], padding: 'same', name: 'pool1' }),
      layers.averagePooling2d({ poolSize: 2, strides: 1, padding: 'same', name: 'pool2' }),
      layers.flatten({ name: 'flat' }),
      layers.dropout({ rate: 0.25, name: 'dropped' }),
      layers.dense({ units: 12, activation: 'softplus', name: 'dense1' }),
      layers.reshape({ targetShape: [2, 2, 3], name: 'shaped' }),
      layers.globalAveragePooling2d({ name: 'averaged' }),
      layers.activation({ activation: 'softsign', name: 'signed' }),
      layers.dense({ units: 3, name: 'logits' }),
    ],
  });
  let seed = 1;
  for (const layer of model.layers) {
    const shapes = layer.getWeights().map(({ shape }) => shape);
    tf.tidy(() =>
      layer.setWeights(shapes.map(shape => tf.randomUniform(shape, 0.1, 0.5, 'float32', seed++))),
    );
  }
  return model;
}

export const networks: Readonly<Record<string, () => tf.LayersModel>> = {
  digitnet: () => digitNet({ seed: 1 }),
  lenet: () => lenet({ seed: 1 }),
  reference: () => referenceNet({ seed: 1 }),
  origin: () => originNet({ seed: 1 }),
  recipe: () =>
    convNet({
      seed: 1,
      convolutions: [
        { filters: 4, kernelSize: 3, pool: true },
        { filters: 6, kernelSize: 3 },
      ],
      ...{ batchNorm: true, units: 16, dropout: 0.2, pixelFactor: 2 },
    }),
  everyLayer: () => toLayers(network),
  sharedLayers,
};
