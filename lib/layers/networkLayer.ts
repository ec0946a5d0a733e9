/**
 * A layer with no more than it takes to run it: a convolution knows its filters from its kernel.
 * Flow: WeightedLayer, layers by hand → **NetworkLayer** → layerOutputs, pages of the interactives.
 */
import type { NdArray } from '../types/ndarray';
import type { PoolOptions } from './pooling';
import type { WindowOptions } from './slidingWindow';

/** One layer, in Keras' words; every `WeightedLayer` is one. `Weights` is the form that its weights are in. */
export type NetworkLayer<Weights = NdArray> =
  | ({ readonly type: 'conv2d'; readonly kernel: Weights; readonly bias: Weights } & WindowOptions)
  | { readonly type: 'dense'; readonly kernel: Weights; readonly bias: Weights }
  | ({ readonly type: 'batchNorm'; readonly epsilon?: number } & Readonly<
      Record<'gamma' | 'beta' | 'mean' | 'variance', Weights>
    >)
  | ({ readonly type: 'maxPool2d' | 'averagePool2d' } & PoolOptions)
  | { readonly type: 'dropout'; readonly rate?: number }
  | { readonly type: 'flatten' | 'relu' | 'sigmoid' | 'tanh' | 'softmax' };

const WEIGHTS = ['kernel', 'bias', 'gamma', 'beta', 'mean', 'variance'] as const;

/** What a layer calls an array of its weights. */
export type WeightName = (typeof WEIGHTS)[number];

/** The weights of a layer, by their names. */
export function weightsOf<Weights>(
  layer: NetworkLayer<Weights>,
): readonly (readonly [name: WeightName, weights: Weights])[] {
  const known = layer as Partial<Record<WeightName, Weights>>;
  return WEIGHTS.flatMap(name => (known[name] === undefined ? [] : [[name, known[name]] as const]));
}

/** The same layers with their weights in another form. */
export function mapWeights<From, To>(
  layers: readonly NetworkLayer<From>[],
  change: (weights: From, name: WeightName) => To,
): readonly NetworkLayer<To>[] {
  return layers.map(layer => {
    const changed = weightsOf(layer).map(([name, weights]) => [name, change(weights, name)] as const);
    return { ...layer, ...Object.fromEntries(changed) } as NetworkLayer<To>;
  });
}
