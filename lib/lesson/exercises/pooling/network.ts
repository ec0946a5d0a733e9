/**
 * Exercise 07: the sizes of a whole network, before it is built.
 */
import type { ExerciseDefinition } from '../../exerciseDefinition';

// Written out: a cell cannot name an interface of this file.
type Args = [
  size: number,
  blocks: readonly { readonly filters: number; readonly kernelSize: number; readonly poolSize: number }[],
  classes: number,
];
type Sizes = { readonly inputs: number; readonly parameters: number };

/** The parts of the sum, each of which people get wrong in their own way. */
interface Rules {
  readonly afterConvolution: (side: number, kernelSize: number) => number;
  readonly afterPooling: (side: number, poolSize: number) => number;
  /** Of one filter of a convolution, or one neuron. */
  readonly biases: number;
  /** How many channels a kernel looks at. */
  readonly depth: (channels: number) => number;
  readonly poolingParameters: (poolSize: number, filters: number) => number;
  readonly flat: (side: number, channels: number) => number;
}

const RULES: Rules = {
  afterConvolution: (side, kernelSize) => side - kernelSize + 1,
  afterPooling: (side, poolSize) => Math.floor(side / poolSize),
  biases: 1,
  depth: channels => channels,
  poolingParameters: () => 0,
  flat: (side, channels) => side * side * channels,
};

function sizesBy(changed: Partial<Rules>): (...args: Args) => Sizes {
  const rules = { ...RULES, ...changed };
  return (size, blocks, classes) => {
    let [side, channels, parameters] = [size, 1, 0];
    for (const { filters, kernelSize, poolSize } of blocks) {
      parameters += (kernelSize * kernelSize * rules.depth(channels) + rules.biases) * filters;
      parameters += rules.poolingParameters(poolSize, filters);
      side = rules.afterPooling(rules.afterConvolution(side, kernelSize), poolSize);
      channels = filters;
    }
    const inputs = rules.flat(side, channels);
    return { inputs, parameters: parameters + (inputs + rules.biases) * classes };
  };
}

export const poolingNetwork: ExerciseDefinition<Args, Sizes> = {
  name: 'pooling/network',
  lesson: '07-pooling',
  parameters: ['size', 'blocks', 'classes'],
  starter: () => ({ inputs: 0, parameters: 0 }),
  solution: sizesBy({}),
  solutionText: `function networkSizes(
  size: number,
  blocks: readonly { filters: number; kernelSize: number; poolSize: number }[],
  classes: number,
): { inputs: number; parameters: number } {
  let [side, channels, parameters] = [size, 1, 0];
  for (const { filters, kernelSize, poolSize } of blocks) {
    parameters += (kernelSize * kernelSize * channels + 1) * filters;
    side = Math.floor((side - kernelSize + 1) / poolSize);
    channels = filters;
  }
  const inputs = side * side * channels;
  return { inputs, parameters: parameters + (inputs + 1) * classes };
}`,
  inputs: random => {
    const block = () => ({
      filters: 2 + random.integer(6),
      kernelSize: 2 + random.integer(3),
      poolSize: 2 + random.integer(2),
    });
    return [
      [28, [{ filters: 8, kernelSize: 5, poolSize: 2 }], 10],
      [
        28,
        [
          { filters: 4, kernelSize: 3, poolSize: 2 },
          { filters: 8, kernelSize: 3, poolSize: 2 },
        ],
        10,
      ],
      [10, [{ filters: 2, kernelSize: 3, poolSize: 3 }], 4],
      [28, [], 10],
      [30 + random.integer(10), [block(), block()], 2 + random.integer(9)],
    ];
  },
  hints: [
    'Keep three numbers while you walk through the blocks: the side of the map, its channels, and the parameters so far.',
    'One filter has kernelSize · kernelSize · channels weights and one bias. What does a pooling have to learn?',
    'The dense layer gets side · side · channels inputs. Each class is one neuron: a weight for each input, and a bias.',
  ],
  mistakes: [
    {
      is: 'half a window counted as a whole one',
      does: sizesBy({ afterPooling: (side, poolSize) => Math.ceil(side / poolSize) }),
      because: "With 'valid', a window that does not fit is left out: 11 rows make 5 windows of 2.",
    },
    {
      is: 'a map that no pooling made smaller',
      does: sizesBy({ afterPooling: side => side }),
      because: 'Pooling learns nothing, but it decides how large the map is that goes on.',
    },
    {
      is: 'a convolution that keeps the size',
      does: sizesBy({ afterConvolution: side => side }),
      because: "That would be the padding 'same'. Without padding a kernel of k has side − k + 1 places.",
    },
    {
      is: 'the biases left out',
      does: sizesBy({ biases: 0 }),
      because: 'Every filter has a bias, and so has every neuron of the dense layer.',
    },
    {
      is: 'kernels that look at one channel only',
      does: sizesBy({ depth: () => 1 }),
      because: 'A kernel of the second block looks at all maps of the first one at once.',
    },
    {
      is: 'a pooling that has something to learn',
      does: sizesBy({ poolingParameters: (poolSize, filters) => poolSize * poolSize * filters }),
      because: 'The largest of four numbers is found without any weight.',
    },
    {
      is: 'a flat row of one channel',
      does: sizesBy({ flat: side => side * side }),
      because: 'All channels are laid in the row, one number for each of them at each place.',
    },
  ],
  matters: 'Whoever can do this sum can read any network on paper, and sees where its parameters are.',
};
