/**
 * A network taken apart: its layers one by one, so that one can look between two of them.
 * Flow: tf.LayersModel → **layerChain** → fromLayers, featureMaps, gradCam.
 */
import { tf } from '../tensorflow/tf';

type Layer = tf.layers.Layer;

/**
 * The layers, first to last.
 *
 * @throws RangeError if the model is not a chain, so that "between two layers" would mean nothing.
 */
export function layersOf(caller: string, model: tf.LayersModel): readonly Layer[] {
  if (!(model instanceof tf.Sequential)) {
    throw new RangeError(
      `${caller}: model must be a chain of layers (tf.sequential), got ${model.getClassName()}`,
    );
  }
  return model.layers.filter(layer => layer.getClassName() !== 'InputLayer');
}

/** What comes out of one layer in use: no dropout, batch normalisation by its fixed statistics. */
export function applyLayer(layer: Layer, input: tf.Tensor): tf.Tensor {
  return layer.apply(input, { training: false }) as tf.Tensor;
}
