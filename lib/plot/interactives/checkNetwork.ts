/**
 * What the interactives ask of a network that shall run in a page.
 * Flow: layers → **countWeights**, **checkLogits** → shiftTest, drawingPad.
 */
import { checkFinite } from '../../check/arrays';
import { outputsFor } from '../../layers/layerOutputs';
import { type NetworkLayer, weightsOf } from '../../layers/networkLayer';
import type { Digits } from '../../types/digits';
import { ndarray } from '../../types/ndarray';

/** The number of weights of all layers. Refuses one that is not finite: `caller: name[2].kernel[7] must be finite, …`. */
export function countWeights(caller: string, name: string, layers: readonly NetworkLayer[]): number {
  let count = 0;
  for (const [index, layer] of layers.entries()) {
    for (const [weightName, weights] of weightsOf(layer)) {
      checkFinite(caller, `${name}[${index}].${weightName}`, weights);
      count += weights.data.length;
    }
  }
  return count;
}

/**
 * Runs the network once, on an empty picture: whatever does not fit is named by its layer.
 *
 * @param who caller and argument, such as `drawingPad: network`.
 * @throws RangeError if a layer refuses its input, or the last one does not give `[batch, classes]`.
 */
export function checkLogits(
  who: string,
  layers: readonly NetworkLayer[],
  { height, width, classes }: Pick<Digits, 'height' | 'width' | 'classes'>,
): void {
  const image = ndarray([1, height, width, 1]);
  const { shape } = outputsFor(who, layers, image).at(-1) ?? image;
  if (shape.length === 2 && shape[1] === classes) return;
  throw new RangeError(`${who} must end in [batch, ${classes}], got [batch, ${shape.slice(1).join(', ')}]`);
}
