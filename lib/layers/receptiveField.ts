/**
 * How far a stack of layers looks.
 * Flow: layer descriptions → **receptiveField** → the lessons' shape puzzles and a network's summary.
 */
import { type LayerDescription, movement, nameOf } from './layerDescription';

/**
 * How much of the image one number after the last layer has seen, edges aside.
 *
 *     size ← size + (reach − 1) · stride so far        reach = (window − 1) · dilation + 1
 *
 * @param layers first to last; only convolutions and poolings widen the view, a dense layer would see everything.
 * @returns `[height, width]` in pixels; `[1, 1]` for no layers.
 * @throws RangeError at a flatten or dense layer: from there on every number depends on the whole image.
 * @example receptiveField([{ type: 'conv2d', filters: 16, kernelSize: 5 }, { type: 'maxPool2d' }]) // [6, 6]
 * @see Araujo, Norris & Sim, Computing Receptive Fields of Convolutional Neural Networks (2019).
 *   Derived in notebooks/06-convolution.
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
