/** Small networks of every kind that the course uses, and batches for them. */
import { tf } from '../../../lib/tensorflow/tf';

export const INPUTS = {
  images: { shape: [null, 8, 8, 1] },
  labels: { shape: [null], dtype: 'int32' },
} as const;

const CLASSES = 4;

export interface Batch {
  images: tf.Tensor;
  labels: tf.Tensor;
}

/** Random images with their labels; the label is how bright the image is, so that there is something to learn. */
export function batchOf(count: number, seed: number): Batch {
  return tf.tidy(() => {
    const labels = tf.randomUniform([count], 0, CLASSES, 'int32', seed + 1);
    const noise = tf.randomUniform([count, 8, 8, 1], 0, 1, 'float32', seed + 2);
    return { images: noise.add(labels.toFloat().reshape([-1, 1, 1, 1])).div(CLASSES), labels };
  });
}

/** TensorFlow.js's own loss: the oracle. */
export function lossOf(logits: tf.Tensor, labels: tf.Tensor): tf.Scalar {
  return tf.losses.softmaxCrossEntropy(tf.oneHot(labels as tf.Tensor1D, CLASSES), logits) as tf.Scalar;
}

interface Network {
  apply(images: tf.Tensor): tf.Tensor;
  variables: tf.Variable[];
  dispose(): void;
}

/** A sequential model that ends in logits. */
export function network(...layers: tf.layers.Layer[]): Network {
  const model = tf.sequential();
  model.add(tf.layers.inputLayer({ inputShape: [8, 8, 1] }));
  for (const layer of layers) model.add(layer);
  if (model.outputs[0]!.shape.length > 2) model.add(tf.layers.flatten());
  model.add(dense(CLASSES, 'linear', 99));
  return {
    apply: images => model.apply(images, { training: true }) as tf.Tensor,
    variables: model.weights.map(weight => weight.read() as tf.Variable),
    dispose: () => model.dispose(),
  };
}

type Activation = 'relu' | 'linear' | 'tanh' | 'elu' | 'sigmoid' | 'relu6';

export function dense(units: number, activation: Activation, seed: number): tf.layers.Layer {
  const kernelInitializer = tf.initializers.glorotUniform({ seed });
  const biasInitializer = tf.initializers.constant({ value: 0.1 });
  return tf.layers.dense({ units, activation, kernelInitializer, biasInitializer });
}

interface ConvolutionOptions {
  kernelSize: number;
  padding: 'same' | 'valid';
  strides?: number;
  useBias?: boolean;
  seed: number;
}

function convolution(
  filters: number,
  { seed, ...options }: ConvolutionOptions,
  activation: Activation = 'relu',
): tf.layers.Layer {
  const kernelInitializer = tf.initializers.heNormal({ seed });
  return tf.layers.conv2d({ filters, activation, kernelInitializer, ...options });
}

const same = { kernelSize: 3, padding: 'same', seed: 1 } as const;
const valid = { kernelSize: 3, padding: 'valid', seed: 2 } as const;

/** Hand-written tensor code: no layers, one variable that the loss does not reach, weight decay by hand. */
function byHand(): Network {
  const kernel = tf.variable(tf.randomNormal([3, 3, 1, 3], 0, 0.3, 'float32', 1), true, 'by-hand/kernel');
  const matrix = tf.variable(tf.randomNormal([48, CLASSES], 0, 0.1, 'float32', 2), true, 'by-hand/matrix');
  const unused = tf.variable(tf.ones([2]), true, 'by-hand/unused');
  const scale = tf.variable(tf.scalar(2), false, 'by-hand/scale');
  return {
    apply: images => {
      const maps = tf.conv2d(images.mul(scale) as tf.Tensor4D, kernel as tf.Tensor4D, 1, 'same').relu();
      const pooled = tf.maxPool(maps as tf.Tensor4D, 2, 2, 'same').reshape([images.shape[0]!, 48]);
      return pooled.sub(pooled.mean(1, true)).matMul(matrix);
    },
    variables: [kernel, matrix, unused, scale],
    dispose: () => tf.dispose([kernel, matrix, unused, scale]),
  };
}

export const networks: Readonly<Record<string, () => Network>> = {
  'a convolution with same padding': () =>
    network(convolution(4, same), tf.layers.maxPooling2d({ poolSize: 2 })),
  'a strided convolution with valid padding': () =>
    network(convolution(4, { ...valid, strides: 2 }, 'tanh'), dense(6, 'elu', 3)),
  'overlapping average pooling': () =>
    network(
      convolution(3, valid, 'sigmoid'),
      tf.layers.averagePooling2d({ poolSize: 3, strides: 2, padding: 'same' }),
    ),
  // No bias before a normalisation: its gradient is 0 but for rounding, and Adam makes steps of full size from that.
  'batch normalisation of images': () =>
    network(
      convolution(4, { ...same, useBias: false }, 'linear'),
      tf.layers.batchNormalization({ momentum: 0.8 }),
      tf.layers.reLU(),
      tf.layers.globalAveragePooling2d({ dataFormat: 'channelsLast' }),
    ),
  'batch normalisation of a dense layer': () =>
    network(
      tf.layers.flatten(),
      tf.layers.dense({
        units: 8,
        useBias: false,
        kernelInitializer: tf.initializers.glorotUniform({ seed: 4 }),
      }),
      tf.layers.batchNormalization(),
      dense(5, 'relu6', 5),
    ),
  'dense layers with dropout off': () =>
    network(tf.layers.flatten(), dense(16, 'relu', 7), tf.layers.dropout({ rate: 0 }), dense(8, 'tanh', 8)),
  'hand-written tensor code': byHand,
};
