/**
 * Layers so small that their gradients can be checked in the head.
 * Flow: **toyLayers** → backward.
 */
import { type NdArray, ndarray } from '../../../types/ndarray';

/** A layer as lesson 08 has it. */
export interface ToyLayer {
  name: string;
  weights: NdArray[];
  forward(inputs: NdArray): NdArray;
  backward(upstream: NdArray, inputs: NdArray): { inputs: NdArray; weights: NdArray[] };
}

function mapped({ shape, data }: NdArray, change: (value: number, index: number) => number): NdArray {
  return ndarray(shape, data.map(change));
}

function sum(values: Float64Array): NdArray {
  return ndarray([1], [values.reduce((total, value) => total + value, 0)]);
}

/** Every number times one weight. */
export function times(factor: number): ToyLayer {
  return {
    name: `times ${factor}`,
    weights: [ndarray([1], [factor])],
    forward: inputs => mapped(inputs, value => value * factor),
    backward: (upstream, inputs) => ({
      inputs: mapped(upstream, slope => slope * factor),
      weights: [sum(upstream.data.map((slope, i) => slope * inputs.data[i]!))],
    }),
  };
}

/** One weight added to every number. */
export function plus(amount: number): ToyLayer {
  return {
    name: `plus ${amount}`,
    weights: [ndarray([1], [amount])],
    forward: inputs => mapped(inputs, value => value + amount),
    backward: upstream => ({ inputs: upstream, weights: [sum(upstream.data)] }),
  };
}

/** Every number times itself: nothing to learn. */
export const square: ToyLayer = {
  name: 'square',
  weights: [],
  forward: inputs => mapped(inputs, value => value * value),
  backward: (upstream, inputs) => ({
    inputs: mapped(upstream, (slope, i) => 2 * inputs.data[i]! * slope),
    weights: [],
  }),
};

/** What goes into each layer; the last one is what comes out at the end. */
export function keptBy(layers: readonly ToyLayer[], inputs: NdArray): NdArray[] {
  const kept = [inputs];
  for (const layer of layers) kept.push(layer.forward(kept.at(-1)!));
  return kept;
}
