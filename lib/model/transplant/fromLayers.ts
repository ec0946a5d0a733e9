/**
 * From a model of TensorFlow.js to layers by hand, with their weights: plain numbers that need no TensorFlow.
 * Flow: tf.LayersModel → **fromLayers** → layerOutputs, the drawing pad, the ONNX and Keras exports.
 */
import type { WeightedLayer, WeightedNetwork } from '../../layers/weightedLayer';
import type { tf } from '../../tensorflow/tf';
import { type NdArray, ndarray } from '../../types/ndarray';
import { layersOf } from '../layerChain';

type Layer = tf.layers.Layer;

/** What TensorFlow.js says of a layer, as far as it is read here. */
type Config = Readonly<Record<string, unknown>>;
type Two = [number, number];

const ACTIVATIONS = ['relu', 'sigmoid', 'tanh', 'softmax'] as const;
type Activation = (typeof ACTIVATIONS)[number];

/**
 * The layers of a chain, each with its weights. An activation inside a layer becomes a layer of its own, so there may
 * be more of them than in `model.layers`.
 *
 * @param model a chain (`tf.sequential`) of convolutions, poolings, dense layers, batch normalisation, dropout,
 *   flatten, and the activations ReLU, sigmoid, tanh and softmax.
 * @returns arrays of their own, which no further training changes.
 * @throws RangeError naming the layer that has no counterpart by hand, or if the model is no chain.
 * @example fromLayers(lenet({ seed: 1 })).layers.slice(0, 3).map(({ type }) => type) // ['conv2d', 'tanh', 'averagePool2d']
 * @see Used in notebooks/10-tensorflow, notebooks/15-ship-it.
 */
export function fromLayers(model: tf.LayersModel): WeightedNetwork {
  const layers = layersOf('fromLayers', model).flatMap(byHand);
  return { inputShape: model.inputs[0]!.shape.slice(1) as number[], layers };
}

function byHand(layer: Layer): WeightedLayer[] {
  const config = layer.getConfig() as Config;
  const kind = layer.getClassName();
  const { dataFormat = 'channelsLast' } = config;
  if (dataFormat !== 'channelsLast') throw refusal(layer, `${kind} with ${dataFormat}`);
  switch (kind) {
    case 'Conv2D': {
      const {
        filters,
        kernelSize,
        strides,
        padding,
        dilationRate: dilations,
      } = config as never as ConvConfig;
      const window = { kernelSize, strides, padding, dilations };
      return [{ type: 'conv2d', filters, ...window, ...kernelAndBias(layer) }, ...activation(layer, config)];
    }
    case 'Dense': {
      const { units } = config as { units: number };
      return [{ type: 'dense', units, ...kernelAndBias(layer) }, ...activation(layer, config)];
    }
    case 'MaxPooling2D':
    case 'AveragePooling2D': {
      const { poolSize, strides, padding } = config as never as PoolConfig;
      return [{ type: kind === 'MaxPooling2D' ? 'maxPool2d' : 'averagePool2d', poolSize, strides, padding }];
    }
    case 'BatchNormalization':
      return [batchNorm(layer, config as { axis: number; epsilon: number; center: boolean; scale: boolean })];
    case 'Dropout':
      return [{ type: 'dropout', rate: config.rate as number }];
    case 'Flatten':
      return [{ type: 'flatten' }];
    case 'Activation':
      return activation(layer, config);
    default:
      throw refusal(layer, kind);
  }
}

interface PoolConfig {
  poolSize: Two;
  strides: Two;
  padding: 'same' | 'valid';
}

interface ConvConfig extends Omit<PoolConfig, 'poolSize'> {
  filters: number;
  kernelSize: Two;
  dilationRate: Two;
}

function kernelAndBias(layer: Layer): { kernel: NdArray; bias: NdArray } {
  const [kernel, bias] = layer.getWeights().map(toArray);
  return { kernel: kernel!, bias: bias ?? ndarray([kernel!.shape.at(-1)!]) };
}

function batchNorm(
  layer: Layer,
  { axis, epsilon, center, scale }: { axis: number; epsilon: number; center: boolean; scale: boolean },
): WeightedLayer {
  const weights = layer.getWeights().map(toArray);
  const channels = weights.at(-1)!.shape;
  const last = (layer.input as tf.SymbolicTensor).rank - 1;
  if (axis !== -1 && axis !== last) throw refusal(layer, `BatchNormalization of axis ${axis}`);
  const gamma = scale ? weights.shift()! : ndarray(channels, new Float64Array(channels[0]!).fill(1));
  const beta = center ? weights.shift()! : ndarray(channels);
  return { type: 'batchNorm', gamma, beta, mean: weights[0]!, variance: weights[1]!, epsilon };
}

/** The activation of a layer as a layer: none for `linear`. */
function activation(layer: Layer, { activation: name }: Config): WeightedLayer[] {
  if (name === 'linear') return [];
  if (!ACTIVATIONS.includes(name as Activation)) throw refusal(layer, `${layer.getClassName()} with ${name}`);
  return [{ type: name as Activation }];
}

function refusal({ name }: Layer, found: string): RangeError {
  return new RangeError(`fromLayers: layer ${name} must have a counterpart by hand, got ${found}`);
}

function toArray(tensor: tf.Tensor): NdArray {
  return ndarray(tensor.shape, tensor.dataSync());
}
