/**
 * How much a page has to carry.
 * Flow: layers → **countWeights** → the limits of shiftTest and drawingPad.
 */
import { checkFinite } from '../../check/arrays';
import { type NetworkLayer, weightsOf } from '../../layers/networkLayer';

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
