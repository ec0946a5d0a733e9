/**
 * Small networks on which explanations can be checked by other means.
 * Flow: **chains** → featureMaps, gradCam, occlusion, ensemble tests.
 */
import { tf } from '../../lib/tensorflow/tf';
import { type NdArray, ndarray } from '../../lib/types/ndarray';

/** Logits that are a bias plus `kernel[pixel][class]` times each pixel. */
export function linearNet(kernel: number[][], bias: number[], [height, width]: [number, number]) {
  const model = tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [height, width, 1] }),
      tf.layers.dense({ units: bias.length, name: 'logits' }),
    ],
  });
  model.setWeights([tf.tensor2d(kernel), tf.tensor1d(bias)]);
  return model;
}

/** Convolution with tanh, then `between`, then the logits of three classes; images of 6 × 5. */
export function mapsNet(...between: tf.layers.Layer[]) {
  const start = (seed: number) => tf.initializers.randomNormal({ stddev: 0.5, seed });
  return tf.sequential({
    layers: [
      tf.layers.conv2d({
        ...{
          inputShape: [6, 5, 1],
          kernelSize: 3,
          filters: 4,
          padding: 'same',
          activation: 'tanh',
          name: 'maps',
        },
        ...{ kernelInitializer: start(1), biasInitializer: start(2) },
      }),
      ...between,
      tf.layers.dense({ units: 3, kernelInitializer: start(3), biasInitializer: start(4), name: 'logits' }),
    ],
  });
}

/** A layer's weights as arrays. */
export function weightsOf(model: tf.LayersModel, layer: string): NdArray[] {
  return model
    .getLayer(layer)
    .getWeights()
    .map(weight => ndarray(weight.shape, weight.dataSync()));
}
