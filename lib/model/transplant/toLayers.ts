/**
 * From weights by hand to a model of TensorFlow.js: the same network, ready for `fit`, `predict` and the exports.
 * Flow: WeightedNetwork → **toLayers** → tf.LayersModel; fromLayers is the way back.
 */
import { checkShape } from '../../check/arrays';
import { layerOutputShape, nameOf } from '../../layers/layerDescription';
import { pair } from '../../layers/slidingWindow';
import type { WeightedLayer, WeightedNetwork } from '../../layers/weightedLayer';
import { tf } from '../../tensorflow/tf';
import type { NdArray } from '../../types/ndarray';

/**
 * A chain of tf.layers that computes what the layers by hand compute, to float32's six or seven digits.
 *
 * @param network the input's shape, and layers with their weights.
 * @returns a `tf.sequential` with one layer for each, in their order, named by type and place: `conv2d1`, `relu2`.
 * @throws RangeError naming the layer whose input, size or weights do not fit.
 * @example toLayers({ inputShape: [2], layers: [{ type: 'dense', units: 1, kernel, bias }] }).countParams() // 3
 * @see Used in notebooks/10-tensorflow, notebooks/15-ship-it.
 */
export function toLayers({ inputShape, layers }: WeightedNetwork): tf.LayersModel {
  const model = tf.sequential();
  let shape = inputShape;
  for (const [index, layer] of layers.entries()) {
    const weights = checkedWeights(layer, index, shape);
    shape = layerOutputShape(layer, index, shape);
    const place = {
      name: `${layer.type}${index + 1}`,
      ...(index === 0 ? { inputShape: [...inputShape] } : {}),
    };
    model.add(tensorflowLayer(layer, place));
    tf.tidy(() => model.layers.at(-1)!.setWeights(weights.map(toTensor)));
  }
  return model;
}

type Place = { name: string; inputShape?: number[] };

function tensorflowLayer(layer: WeightedLayer, place: Place): tf.layers.Layer {
  switch (layer.type) {
    case 'conv2d': {
      const { filters, kernelSize, strides = 1, padding, dilations = 1 } = layer;
      const window = { kernelSize: both(kernelSize), strides: both(strides), dilationRate: both(dilations) };
      return tf.layers.conv2d({ ...place, filters, ...window, ...(padding ? { padding } : {}) });
    }
    case 'maxPool2d':
    case 'averagePool2d': {
      const { poolSize = 2, strides = poolSize, padding } = layer;
      const window = { poolSize: both(poolSize), strides: both(strides), ...(padding ? { padding } : {}) };
      const pool = layer.type === 'maxPool2d' ? tf.layers.maxPooling2d : tf.layers.averagePooling2d;
      return pool({ ...place, ...window });
    }
    case 'dense':
      return tf.layers.dense({ ...place, units: layer.units });
    case 'batchNorm':
      return tf.layers.batchNormalization({ ...place, epsilon: layer.epsilon ?? 1e-3 });
    case 'dropout':
      return tf.layers.dropout({ ...place, rate: layer.rate });
    case 'flatten':
      return tf.layers.flatten(place);
    default:
      return tf.layers.activation({ ...place, activation: layer.type });
  }
}

/** The weights in the order in which TensorFlow.js takes them. @throws RangeError if one has another shape than it must. */
function checkedWeights(layer: WeightedLayer, index: number, input: readonly number[]): NdArray[] {
  const name = nameOf(layer, index);
  const channels = input.at(-1)!;
  const expect = (arrays: Readonly<Record<string, NdArray>>, shape: readonly number[]): NdArray[] =>
    Object.entries(arrays).map(([weight, array]) => {
      checkShape('toLayers', `${name}.${weight}`, array, shape);
      return array;
    });
  switch (layer.type) {
    case 'conv2d': {
      const { kernel, bias, filters, kernelSize } = layer;
      const size = [...pair(name, 'kernelSize', kernelSize), channels, filters];
      return [...expect({ kernel }, size), ...expect({ bias }, [filters])];
    }
    case 'dense': {
      const { kernel, bias, units } = layer;
      return [...expect({ kernel }, [channels, units]), ...expect({ bias }, [units])];
    }
    case 'batchNorm': {
      const { gamma, beta, mean, variance } = layer;
      return expect({ gamma, beta, mean, variance }, [channels]);
    }
    default:
      return [];
  }
}

function both(value: number | readonly [number, number]): [number, number] {
  return typeof value === 'number' ? [value, value] : [...value];
}

function toTensor({ shape, data }: NdArray): tf.Tensor {
  return tf.tensor(Float32Array.from(data), [...shape]);
}
