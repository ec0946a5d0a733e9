/**
 * The dropout layer with TensorFlow's random numbers: a mask drawn in JavaScript would be the same at every step.
 * Flow: withOverrides → **dropoutOverride** → statelessDropout in the graph.
 */
import { tf } from '../../tf';
import { statelessDropout } from '../stateless';
import { type LayerCall, overrideLayer } from './layers';
import type { OverrideContext } from './override';

interface DropoutLayer {
  rate: number;
  seed?: number;
  noiseShape?: number[];
}

/** Keeps the seeds of a step's layers apart. */
const SEED_STRIDE = 7919;

/** Changes every dropout layer. @returns what changes them back. */
export function dropoutOverride({ seed, step }: Pick<OverrideContext, 'seed' | 'step'>): () => void {
  let layers = 0;
  const replacement = (original: LayerCall<DropoutLayer>): LayerCall<DropoutLayer> =>
    function (this: DropoutLayer, inputs, options): tf.Tensor {
      if (!options.training || step === undefined || this.noiseShape) {
        return original.call(this, inputs, options);
      }
      const input = Array.isArray(inputs) ? inputs[0]! : inputs;
      layers++;
      return statelessDropout(input, this.rate, { seed: this.seed ?? seed + SEED_STRIDE * layers, step });
    };
  return overrideLayer(tf.layers.dropout({ rate: 0.5, name: 'probe' }), replacement);
}
