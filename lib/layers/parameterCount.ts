/**
 * How much a stack of layers has to learn.
 * Flow: layer descriptions → **parameterCount** → the lessons' shape puzzles and a network's summary.
 */
import { checkInputShape, type LayerDescription, layerOutputShape, nameOf } from './layerDescription';
import { pair } from './slidingWindow';

/**
 * How many numbers a stack of layers learns: kernels, biases, batch normalisation's scale and offset.
 *
 * @param layers first to last.
 * @param inputShape `[height, width, channels]` or `[size]`, without the batch.
 * @returns the number of trainable parameters. Batch normalisation's moving averages are not trained and not counted.
 * @throws RangeError as `outputShape`.
 * @example parameterCount([{ type: 'conv2d', filters: 16, kernelSize: 5 }], [28, 28, 1]) // 416: 5·5·1·16 weights, 16 biases
 * @see Derived in notebooks/06-convolution.
 */
export function parameterCount(layers: readonly LayerDescription[], inputShape: readonly number[]): number {
  checkInputShape('parameterCount', inputShape);
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
