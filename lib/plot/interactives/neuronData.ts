/**
 * What the neuron's page starts from.
 * Flow: neuronWeights → **NeuronData** as JSON → the page.
 */

/** One neuron: a weight for each pixel, and a bias. */
export interface PlainNeuron {
  readonly name: string;
  readonly weights: ArrayLike<number>;
  readonly bias: number;
}

export interface NeuronData {
  /** Those that can be chosen; the first one is shown. */
  readonly neurons: readonly PlainNeuron[];
  /** The class that should be answered with yes. */
  readonly target: number;
  /** `labels.length · height · width` bytes, as `Digits` has them. */
  readonly images: ArrayLike<number>;
  readonly labels: ArrayLike<number>;
  readonly height: number;
  readonly width: number;
}
