/**
 * What a stack of layers does to sizes, without running it: output shape, parameters, receptive field.
 * Flow: layer descriptions → **stack** → the lessons' shape puzzles and a network's summary.
 */
import { checkInteger } from '../check/numbers';
import { type Padding, type Pair, pair, slidingWindow } from './slidingWindow';

/** One layer, described in Keras' words. Biases are always there. */
export type LayerDescription =
  | {
      readonly type: 'conv2d';
      readonly filters: number;
      readonly kernelSize: Pair;
      readonly strides?: Pair;
      readonly padding?: Padding;
      readonly dilations?: Pair;
    }
  | {
      readonly type: 'maxPool2d' | 'averagePool2d';
      readonly poolSize?: Pair;
      readonly strides?: Pair;
      readonly padding?: Padding;
    }
  | { readonly type: 'dense'; readonly units: number }
  | { readonly type: 'flatten' | 'batchNorm' | 'dropout' | 'relu' | 'sigmoid' | 'tanh' | 'softmax' };

/**
 * The shape that comes out of a stack of layers, for one example.
 *
 * @param layers first to last.
 * @param inputShape `[height, width, channels]` or `[size]`, without the batch.
 * @returns the shape of one example after the last layer; `inputShape` for no layers.
 * @throws RangeError naming the layer whose input has the wrong number of axes or is too small for its window.
 * @example outputShape([{ type: 'conv2d', filters: 16, kernelSize: 5 }, { type: 'maxPool2d' }], [28, 28, 1]) // [12, 12, 16]
 * @see Dumoulin & Visin, A guide to convolution arithmetic for deep learning (2016). Derived in notebooks/06-convolution.
 */
export function outputShape(
  layers: readonly LayerDescription[],
  inputShape: readonly number[],
): readonly number[] {
  return layers.reduce((shape, layer, index) => layerOutputShape(layer, index, shape), inputShape);
}

/**
 * How many numbers a stack of layers learns: kernels, biases, batch normalisation's scale and offset.
 *
 * @param layers first to last.
 * @param inputShape `[height, width, channels]` or `[size]`, without the batch.
 * @returns the number of trainable parameters. Batch normalisation's moving averages are not trained and not counted.
 * @throws RangeError as `outputShape`.
 * @example parameterCount([{ type: 'conv2d', filters: 16, kernelSize: 5 }], [28, 28, 1]) // 416 = 5·5·1·16 + 16
 * @see Derived in notebooks/06-convolution.
 */
export function parameterCount(layers: readonly LayerDescription[], inputShape: readonly number[]): number {
  let shape = inputShape;
  let count = 0;
  layers.forEach((layer, index) => {
    const next = layerOutputShape(layer, index, shape);
    const channels = shape.at(-1)!;
    if (layer.type === 'conv2d') {
      const [height, width] = pair(nameOf(layer, index), 'kernelSize', layer.kernelSize);
      count += (height * width * channels + 1) * layer.filters;
    } else if (layer.type === 'dense') count += (channels + 1) * layer.units;
    else if (layer.type === 'batchNorm') count += 2 * channels;
    shape = next;
  });
  return count;
}

/**
 * How much of the image one number after the last layer has seen, edges aside.
 *
 *     size ← size + (reach − 1) · stride so far        reach = (window − 1) · dilation + 1
 *
 * @param layers first to last; only convolutions and poolings widen the view, a dense layer would see everything.
 * @returns `[height, width]` in pixels; `[1, 1]` for no layers.
 * @throws RangeError at a flatten or dense layer: from there on every number depends on the whole image.
 * @example receptiveField([{ type: 'conv2d', filters: 16, kernelSize: 5 }, { type: 'maxPool2d' }]) // [6, 6]
 * @see Araujo, Norris & Sim, Computing Receptive Fields of Convolutional Neural Networks (2019). Derived in notebooks/06-convolution.
 */
export function receptiveField(layers: readonly LayerDescription[]): [height: number, width: number] {
  const size: [number, number] = [1, 1];
  const jump: [number, number] = [1, 1];
  layers.forEach((layer, index) => {
    const name = nameOf(layer, index);
    if (layer.type === 'flatten' || layer.type === 'dense') {
      throw new RangeError(
        `receptiveField: ${name} sees the whole image; expected convolutions, poolings and activations`,
      );
    }
    if (layer.type !== 'conv2d' && layer.type !== 'maxPool2d' && layer.type !== 'averagePool2d') return;
    const { window, strides, dilations } = movement(layer, name);
    for (const axis of [0, 1] as const) {
      size[axis] += (window[axis] - 1) * dilations[axis] * jump[axis];
      jump[axis] *= strides[axis];
    }
  });
  return size;
}

type Windowed = Extract<LayerDescription, { type: 'conv2d' | 'maxPool2d' | 'averagePool2d' }>;

/** Window, strides and dilations of a convolution or pooling, defaults filled in. */
function movement(
  layer: Windowed,
  name: string,
): Record<'window' | 'strides' | 'dilations', readonly [number, number]> {
  if (layer.type === 'conv2d') {
    return {
      window: pair(name, 'kernelSize', layer.kernelSize),
      strides: pair(name, 'strides', layer.strides ?? 1),
      dilations: pair(name, 'dilations', layer.dilations ?? 1),
    };
  }
  const window = pair(name, 'poolSize', layer.poolSize ?? 2);
  return { window, strides: pair(name, 'strides', layer.strides ?? window), dilations: [1, 1] };
}

function layerOutputShape(
  layer: LayerDescription,
  index: number,
  shape: readonly number[],
): readonly number[] {
  const name = nameOf(layer, index);
  switch (layer.type) {
    case 'conv2d':
    case 'maxPool2d':
    case 'averagePool2d': {
      const [height, width, channels] = expectAxes(name, shape, ['height', 'width', 'channels']);
      const { window, strides, dilations } = movement(layer, name);
      const options = { strides, dilations, ...(layer.padding && { padding: layer.padding }) };
      const [vertical, horizontal] = slidingWindow(name, [height!, width!], window, options);
      if (layer.type !== 'conv2d') return [vertical.output, horizontal.output, channels!];
      checkInteger(name, 'filters', layer.filters, 1);
      return [vertical.output, horizontal.output, layer.filters];
    }
    case 'dense':
      expectAxes(name, shape, ['inputs']);
      checkInteger(name, 'units', layer.units, 1);
      return [layer.units];
    case 'flatten':
      return [shape.reduce((product, size) => product * size, 1)];
    default:
      return shape;
  }
}

function expectAxes(name: string, shape: readonly number[], axes: readonly string[]): readonly number[] {
  if (shape.length === axes.length && shape.every(size => Number.isSafeInteger(size) && size > 0))
    return shape;
  throw new RangeError(`${name}: the input must be [${axes.join(', ')}], got [${shape.join(', ')}]`);
}

function nameOf(layer: LayerDescription, index: number): string {
  return `layers[${index}] (${layer.type})`;
}
