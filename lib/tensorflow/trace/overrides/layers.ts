/**
 * Exchanges what every layer of a kind computes.
 * Flow: dropoutOverride, batchNormalizationOverride → **overrideLayer**.
 */
import type { tf } from '../../tf';

/** A layer's computation, with the layer as `this`. */
export type LayerCall<Layer> = (
  this: Layer,
  inputs: tf.Tensor | tf.Tensor[],
  options: { training?: boolean },
) => tf.Tensor;

/**
 * @param example any layer of the kind.
 * @param replacement makes the new computation from the old one.
 * @returns what brings the old one back.
 */
export function overrideLayer<Layer>(
  example: tf.layers.Layer,
  replacement: (original: LayerCall<Layer>) => LayerCall<Layer>,
): () => void {
  const kind = Object.getPrototypeOf(example) as { call: LayerCall<Layer> };
  const original = kind.call;
  kind.call = replacement(original);
  return () => {
    kind.call = original;
  };
}
