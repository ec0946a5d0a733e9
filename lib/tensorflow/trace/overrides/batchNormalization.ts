/**
 * Batch normalisation of images in training as one operation each way. TensorFlow.js goes over the memory some
 * twenty times; a step of a network with two such layers takes 2.7 times the processor time so.
 * Flow: withOverrides → **batchNormalizationOverride** → FusedBatchNormV3 in the graph, moving averages included.
 */
import { tf } from '../../tf';
import type { Binding, OperationAttribute } from '../binding';
import { firstGradientOnly, operation, typeAttribute } from '../operation';
import { type LayerCall, overrideLayer } from './layers';
import type { Override } from './override';

interface BatchNormalizationLayer {
  axis: number;
  momentum: number;
  epsilon: number;
  gamma: tf.LayerVariable | null;
  beta: tf.LayerVariable | null;
  movingMean: tf.LayerVariable;
  movingVariance: tf.LayerVariable;
}

export const batchNormalizationOverride: Override = ({ backend }) => {
  const replacement = (original: LayerCall<BatchNormalizationLayer>): LayerCall<BatchNormalizationLayer> =>
    function (this: BatchNormalizationLayer, inputs, options): tf.Tensor {
      const images = Array.isArray(inputs) ? inputs[0]! : inputs;
      const channelsLast = images.rank === 4 && (this.axis === -1 || this.axis === 3);
      if (!options.training || !channelsLast || !this.gamma || !this.beta) {
        return original.call(this, inputs, options);
      }
      return normalize(images, this, attributes(backend.binding, this.epsilon));
    };
  return overrideLayer(tf.layers.batchNormalization({ name: 'probe' }), replacement);
};

function normalize(
  images: tf.Tensor,
  layer: BatchNormalizationLayer,
  attributes: OperationAttribute[],
): tf.Tensor {
  const forward = tf.customGrad((...args) => {
    const [x, gamma, beta, save] = args as [tf.Tensor, tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    const none = tf.zeros([0]); // The statistics to use when not in training.
    const outputs = operation('FusedBatchNormV3', [x, gamma, beta, none, none], attributes, 6);
    // The second and third output are meant for the moving averages, but there the variance is divided by n − 1;
    // layers divide by n, as the fourth and fifth do.
    const [value, , , mean, variance, extra] = outputs;
    moveAverage(layer.movingMean, mean!, layer.momentum);
    moveAverage(layer.movingVariance, variance!, layer.momentum);
    save([x, gamma, mean!, variance!, extra!]);
    const gradFunc = (upstream: tf.Tensor, saved: tf.Tensor[]): tf.Tensor[] => {
      const inputs = [upstream, ...saved];
      const gradients = operation('FusedBatchNormGradV3', inputs, attributes, 5).slice(0, 3);
      return gradients.map(gradient => firstGradientOnly('BatchNormalization', gradient, inputs));
    };
    return { value: value!, gradFunc };
  });
  return forward(images, layer.gamma!.read(), layer.beta!.read());
}

/** The layer's own rule: average − (average − value) · (1 − momentum). */
function moveAverage(average: tf.LayerVariable, value: tf.Tensor, momentum: number): void {
  const old = average.read();
  average.write(old.sub(old.sub(value).mul(1 - momentum)));
}

function attributes(binding: Binding, epsilon: number): OperationAttribute[] {
  return [
    typeAttribute('T', 'float32'),
    typeAttribute('U', 'float32'),
    { name: 'epsilon', type: binding.TF_ATTR_FLOAT, value: epsilon },
    { name: 'data_format', type: binding.TF_ATTR_STRING, value: 'NHWC' },
    { name: 'is_training', type: binding.TF_ATTR_BOOL, value: true },
  ];
}
