/**
 * What a stack of layers makes of a shape, without running it.
 * Flow: layer descriptions → **outputShape** → the lessons' shape puzzles and a network's summary.
 */
import { checkInputShape, type LayerDescription, layerOutputShape } from './layerDescription';

/**
 * The shape that comes out of a stack of layers, for one example.
 *
 * @param layers first to last.
 * @param inputShape `[height, width, channels]` or `[size]`, without the batch.
 * @returns the shape of one example after the last layer; `inputShape` for no layers.
 * @throws RangeError naming the layer whose input has the wrong number of axes or is too small for its window.
 * @example outputShape([{ type: 'conv2d', filters: 16, kernelSize: 5 }, { type: 'maxPool2d' }], [28, 28, 1]) // [12, 12, 16]
 * @see Dumoulin & Visin, A guide to convolution arithmetic for deep learning (2016).
 *   Derived in notebooks/06-convolution.
 */
export function outputShape(
  layers: readonly LayerDescription[],
  inputShape: readonly number[],
): readonly number[] {
  checkInputShape('outputShape', inputShape);
  return layers.reduce((shape, layer, index) => layerOutputShape(layer, index, shape), inputShape);
}
