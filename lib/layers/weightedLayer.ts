/**
 * A layer with its weights: all that is needed to compute it, without TensorFlow and in any browser.
 * Flow: fromLayers, weights by hand → **WeightedLayer** → layerOutputs, toLayers, exports.
 */
import type { NdArray } from '../types/ndarray';
import type { BatchNormState } from './batchNormInference';
import type { LayerDescription, Windowed } from './layerDescription';

/** What a convolution or a dense layer has learnt. */
export interface KernelAndBias {
  /** `[height, width, inChannels, filters]` or `[inputs, units]`. */
  readonly kernel: NdArray;
  /** `[filters]` or `[units]`. */
  readonly bias: NdArray;
}

/** One layer, described in Keras' words, with its weights; `outputShape` and its like take it as it is. */
export type WeightedLayer =
  | (Extract<LayerDescription, { type: 'conv2d' | 'dense' }> & KernelAndBias)
  | (BatchNormState & { readonly type: 'batchNorm'; readonly epsilon?: number })
  | { readonly type: 'dropout'; readonly rate: number }
  | Exclude<Windowed, { type: 'conv2d' }>
  | { readonly type: 'flatten' | 'relu' | 'sigmoid' | 'tanh' | 'softmax' };

/** A chain of layers, and the shape of one example that goes into it. */
export interface WeightedNetwork {
  /** `[height, width, channels]` or `[size]`, without the batch. */
  readonly inputShape: readonly number[];
  /** First to last. */
  readonly layers: readonly WeightedLayer[];
}
