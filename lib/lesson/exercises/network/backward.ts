/**
 * Exercise 08: the chain rule through a list of layers.
 */
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';
import { keptBy, plus, square, type ToyLayer, times } from './toyLayers';

type Args = [layers: ToyLayer[], kept: NdArray[], upstream: NdArray];

const noGradients = (layers: readonly unknown[]): NdArray[][] => layers.map(() => []);

/** Goes through the layers in an order, and asks each for its gradients with an upstream and an input. */
function walked(
  layers: readonly ToyLayer[],
  order: readonly number[],
  kept: readonly NdArray[],
  upstream: NdArray,
  handedOn = true,
): NdArray[][] {
  const gradients = noGradients(layers);
  let arriving = upstream;
  for (const i of order) {
    const gradient = layers[i]!.backward(arriving, kept[i]!);
    gradients[i] = gradient.weights;
    if (handedOn) arriving = gradient.inputs;
  }
  return gradients;
}

const forwards = (layers: readonly unknown[]): number[] => [...layers.keys()];
const backwards = (layers: readonly unknown[]): number[] => forwards(layers).reverse();

function solve(...[layers, kept, upstream]: Args): NdArray[][] {
  return walked(layers, backwards(layers), kept, upstream);
}

function tried(layers: ToyLayer[], inputs: readonly number[], upstream: readonly number[]): Args {
  const kept = keptBy(layers, ndarray([inputs.length], inputs));
  return [layers, kept, ndarray([upstream.length], upstream)];
}

export const networkBackward: ExerciseDefinition<
  [
    // Written out: a cell cannot name an interface of this file.
    layers: {
      name: string;
      weights: NdArray[];
      forward(inputs: NdArray): NdArray;
      backward(upstream: NdArray, inputs: NdArray): { inputs: NdArray; weights: NdArray[] };
    }[],
    kept: NdArray[],
    upstream: NdArray,
  ],
  NdArray[][]
> = {
  name: 'network/backward',
  lesson: '08-a-network-by-hand',
  parameters: ['layers', 'kept', 'upstream'],
  starter: (layers): NdArray[][] => noGradients(layers),
  solution: (...args): NdArray[][] => solve(...args),
  solutionText: `function backThrough(layers: Layer[], kept: NdArray[], upstream: NdArray): NdArray[][] {
  const gradients: NdArray[][] = layers.map(() => []);
  for (let i = layers.length - 1; i >= 0; i--) {
    const gradient = layers[i].backward(upstream, kept[i]);
    gradients[i] = gradient.weights;
    upstream = gradient.inputs;               // what layer i hands on is what layer i − 1 receives
  }
  return gradients;
}`,
  inputs: random => [
    tried([times(3), square], [2], [1]),
    tried([plus(1), times(2), square], [1, 2], [1, 10]),
    tried([times(5)], [7], [2]),
    tried(
      [times(2 + random.integer(5)), plus(1 + random.integer(5)), square, times(2 + random.integer(5))],
      [1 + random.integer(5), 6 + random.integer(5)],
      [1 + random.integer(5), 6 + random.integer(5)],
    ),
  ],
  hints: [
    'The first to be asked is the last layer: it alone knows what the loss wants. What does it hand to the layer before it?',
    'Count down from `layers.length - 1` to 0. The inputs of layer `i` are `kept[i]`.',
    'In each round: `const gradient = layers[i].backward(upstream, kept[i])`, keep `gradient.weights` at place `i`, and go on with `gradient.inputs` as the new `upstream`.',
  ],
  mistakes: [
    {
      is: 'a walk from the first layer to the last',
      does: (layers, kept, upstream) => walked(layers, forwards(layers), kept, upstream),
      because:
        '`upstream` says what the loss wants of the *last* outputs. The first layer can be told only when all layers behind it have spoken.',
    },
    {
      is: 'the same upstream for every layer',
      does: (layers, kept, upstream) => walked(layers, backwards(layers), kept, upstream, false),
      because: 'Each layer receives what the layer behind it hands on: that is the chain in chain rule.',
    },
    {
      is: 'the outputs of a layer in the place of its inputs',
      does: (layers, kept, upstream) => walked(layers, backwards(layers), kept.slice(1), upstream),
      because:
        '`kept[0]` went into layer 0. What went into layer i stands at place i, what came out at i + 1.',
    },
    {
      is: 'the gradients in the order of the walk',
      does: (...args) => solve(...args).reverse(),
      because:
        'The right numbers, but the last layer’s come first. Place i of the answer belongs to layer i.',
    },
    {
      is: 'a layer that is told what it has just handed on itself',
      does: (layers, kept, upstream) => {
        const gradients = noGradients(layers);
        let arriving = upstream;
        for (const i of backwards(layers)) {
          arriving = layers[i]!.backward(arriving, kept[i]!).inputs;
          gradients[i] = layers[i]!.backward(arriving, kept[i]!).weights;
        }
        return gradients;
      },
      because:
        'The weights of a layer need the upstream that arrived. Replace it only when they have had theirs.',
    },
    {
      is: 'the first layer left out',
      does: (layers, kept, upstream) => walked(layers, backwards(layers).slice(0, -1), kept, upstream),
      because: 'Layer 0 learns too: the last round is the one with i = 0.',
    },
    {
      is: '`reverse` on the list of layers itself',
      does: (layers, kept, upstream) => {
        const gradients = solve(layers, kept, upstream);
        layers.reverse();
        return gradients;
      },
      because:
        'The gradients are right, but `reverse` turns the array around for good: the next digit would go through the network from behind. Count down instead, or reverse a copy.',
    },
  ],
  matters:
    'These few lines are called **backpropagation**. They train every network there is, whatever its layers are.',
};
