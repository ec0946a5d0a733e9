/**
 * A layer in words, and what it does to the shape of one example, without running it.
 * Flow: **layer descriptions** → outputShape, parameterCount, receptiveField.
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
 * The shape of one example after a layer.
 *
 * @param layer the layer, `index` places into its stack.
 * @param shape the shape of one example before it.
 * @throws RangeError naming the layer, if `shape` has the wrong number of axes or is too small for its window, or a
 *   size is out of range.
 */
export function layerOutputShape(
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
      const options = { strides, padding: layer.padding, dilations };
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

/** Layers with a window that moves. */
export type Windowed = Extract<LayerDescription, { type: 'conv2d' | 'maxPool2d' | 'averagePool2d' }>;

/** Window, strides and dilations of a convolution or pooling, defaults filled in. */
export function movement(
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

/** How errors name a layer. */
export function nameOf(layer: LayerDescription, index: number): string {
  return `layers[${index}] (${layer.type})`;
}

/** Refuses anything but the shape of one example. */
export function checkInputShape(caller: string, shape: readonly number[]): void {
  if (shape.length === 0) throw new RangeError(`${caller}: inputShape must have at least one axis, got []`);
  shape.forEach((size, axis) => {
    checkInteger(caller, `inputShape[${axis}]`, size, 1);
  });
}

function expectAxes(name: string, shape: readonly number[], axes: readonly string[]): readonly number[] {
  if (shape.length === axes.length) return shape;
  throw new RangeError(`${name}: the input must be [${axes.join(', ')}], got [${shape.join(', ')}]`);
}
