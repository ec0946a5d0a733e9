/**
 * What every layer makes of a digit.
 * Flow: model, digits → **featureMaps** → channelImages → imageGrid.
 */
import { checkModelFits } from '../model/checkModelFits';
import { applyLayer, layersOf } from '../model/layerChain';
import { imageTensor } from '../tensorflow/digitTensors';
import { ready, tf } from '../tensorflow/tf';
import type { Digits } from '../types/digits';
import { type NdArray, ndarray } from '../types/ndarray';

/** What one layer gave. */
export interface FeatureMaps {
  /** The layer's name. */
  readonly layer: string;
  /** `[count, height, width, channels]`, or `[count, units]` after flatten. */
  readonly activations: NdArray;
}

/**
 * The activations of every layer, first to last; the last ones are the logits.
 *
 * @param model a chain of layers (`tf.sequential`) that ends in logits.
 * @param digits a few: all activations of all of them are kept, 16 numbers a pixel and more.
 * @throws RangeError if the model is no chain, or network and digits do not go together.
 * @example (await featureMaps(digitNet({ seed: 1 }), digits))[0].activations.shape // [digits.count, 28, 28, 16]
 * @see Zeiler & Fergus, Visualizing and Understanding Convolutional Networks (2014). Used in notebooks/12-autopsy,
 *   notebooks/14-what-it-sees.
 */
export async function featureMaps(model: tf.LayersModel, digits: Digits): Promise<FeatureMaps[]> {
  checkModelFits('featureMaps', model, digits, { needsLabels: false });
  const layers = layersOf('featureMaps', model);
  await ready();
  const maps: FeatureMaps[] = [];
  tf.tidy(() => {
    let values: tf.Tensor = imageTensor(digits);
    for (const layer of layers) {
      values = applyLayer(layer, values);
      maps.push({ layer: layer.name, activations: ndarray(values.shape, values.dataSync()) });
    }
  });
  return maps;
}
