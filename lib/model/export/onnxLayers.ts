/**
 * A chain of layers as ONNX operations. ONNX has the channels before height and width, and the filters first in a kernel.
 * Flow: WeightedNetwork → **onnxLayers** → onnxModel.
 */
import { layerOutputShape, movement, nameOf } from '../../layers/layerDescription';
import { slidingWindow } from '../../layers/slidingWindow';
import type { WeightedLayer, WeightedNetwork } from '../../layers/weightedLayer';
import { type NdArray, ndarray } from '../../types/ndarray';
import type { OnnxNode } from './onnxProto';

type Shape = readonly number[];

/** Operations and their weights by name; `output` is the name of the last value. */
export interface OnnxLayers {
  readonly nodes: readonly OnnxNode[];
  readonly weights: Readonly<Record<string, NdArray>>;
  readonly output: string;
  /** Of one example. */
  readonly outputShape: Shape;
}

const CHANNELS_FIRST = [0, 3, 1, 2];
const CHANNELS_LAST = [0, 2, 3, 1];

/** @param input the name of the value that goes in, with the channels last. */
export function onnxLayers({ inputShape, layers }: WeightedNetwork, input: string): OnnxLayers {
  const nodes: OnnxNode[] = [];
  const weights: Record<string, NdArray> = {};
  let value = input;
  let shape = inputShape;
  const add = (name: string, { op, inputs = {}, attributes = {} }: Operation): void => {
    const names = Object.entries(inputs).map(([weight, array]) => {
      weights[`${name}/${weight}`] = array;
      return `${name}/${weight}`;
    });
    nodes.push({ op, inputs: [value, ...names], output: name, attributes });
    value = name;
  };
  if (shape.length === 3) add('channelsFirst', { op: 'Transpose', attributes: { perm: CHANNELS_FIRST } });
  for (const [index, layer] of layers.entries()) {
    const name = `${layer.type}${index + 1}`;
    if (layer.type === 'flatten' && shape.length === 3) {
      add(`${name}/channelsLast`, { op: 'Transpose', attributes: { perm: CHANNELS_LAST } });
    }
    const operation = operationOf(layer, index, shape);
    if (operation) add(name, operation);
    shape = layerOutputShape(layer, index, shape);
  }
  return { nodes, weights, output: value, outputShape: shape };
}

interface Operation extends Pick<OnnxNode, 'op' | 'attributes'> {
  /** The weights that follow the value. */
  readonly inputs?: Readonly<Record<string, NdArray>>;
}

const unweighted = { relu: 'Relu', sigmoid: 'Sigmoid', tanh: 'Tanh' } as const;

/** Undefined for dropout, which does nothing in use. */
function operationOf(layer: WeightedLayer, index: number, input: Shape): Operation | undefined {
  switch (layer.type) {
    case 'conv2d': {
      const { kernel, bias } = layer;
      const { window, strides, dilations, pads } = windowOf(layer, index, input);
      const attributes = { kernel_shape: window, strides, dilations, pads };
      return { op: 'Conv', inputs: { kernel: filtersFirst(kernel), bias }, attributes };
    }
    case 'maxPool2d':
    case 'averagePool2d': {
      const { window, strides, pads } = windowOf(layer, index, input);
      const op = layer.type === 'maxPool2d' ? 'MaxPool' : 'AveragePool';
      return { op, attributes: { kernel_shape: window, strides, pads } };
    }
    case 'dense':
      return { op: 'Gemm', inputs: { kernel: layer.kernel, bias: layer.bias } };
    case 'batchNorm': {
      const { gamma, beta, mean, variance, epsilon = 1e-3 } = layer;
      return {
        op: 'BatchNormalization',
        inputs: { gamma, beta, mean, variance },
        attributes: { epsilon: { float: epsilon } },
      };
    }
    case 'flatten':
      return { op: 'Flatten' };
    case 'softmax':
      return { op: 'Softmax', attributes: { axis: 1 } }; // The channels', in either order.
    case 'dropout':
      return undefined;
    default:
      return { op: unweighted[layer.type] };
  }
}

function windowOf(
  layer: Extract<WeightedLayer, { type: 'conv2d' | 'maxPool2d' | 'averagePool2d' }>,
  index: number,
  [height, width]: Shape,
): Record<'window' | 'strides' | 'dilations' | 'pads', readonly number[]> {
  const name = nameOf(layer, index);
  const moved = movement(layer, name);
  const options = { ...moved, padding: layer.padding ?? 'valid' };
  const axes = slidingWindow(name, [height!, width!], moved.window, options);
  return { ...moved, pads: [...axes.map(({ before }) => before), ...axes.map(({ after }) => after)] };
}

/** `[height, width, inChannels, filters]` → `[filters, inChannels, height, width]`. */
function filtersFirst({ shape, data }: NdArray): NdArray {
  const [height, width, channels, filters] = shape as [number, number, number, number];
  const cells = height * width;
  const turned = Float64Array.from(data, (_, index) => {
    const cell = index % cells;
    const channel = Math.floor(index / cells) % channels;
    const filter = Math.floor(index / (cells * channels));
    return data[(cell * channels + channel) * filters + filter]!;
  });
  return ndarray([filters, channels, height, width], turned);
}
