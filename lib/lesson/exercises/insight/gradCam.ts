/**
 * Exercise 14: Grad-CAM from the maps of a layer and the slopes of a logit.
 */
import { type NdArray, ndarray } from '../../../types/ndarray';
import type { ExerciseDefinition } from '../../exerciseDefinition';

type Args = [activations: NdArray, gradient: NdArray];

const positive = (value: number): number => Math.max(0, value);

/** What a wrong answer may do differently at each of the four places where something is decided. */
interface Variant {
  /** From the slopes of one channel to its weight; their mean when not given. */
  readonly weigh?: (slopes: number[]) => number;
  /** The share of one place and channel; weight · activation when not given. */
  readonly share?: (weight: number, activation: number, slope: number) => number;
  /** What is kept of a place's sum; what is positive when not given. */
  readonly keep?: (evidence: number) => number;
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: number[]): number => sum(values) / values.length;

function evidence(
  { shape, data }: NdArray,
  gradient: NdArray,
  { weigh = mean, share = (weight, activation) => weight * activation, keep = positive }: Variant = {},
): NdArray {
  const [height, width, channels] = shape as [number, number, number];
  const places = height * width;
  const map = ndarray([height, width]);
  for (let k = 0; k < channels; k++) {
    const slopes = Array.from({ length: places }, (_, place) => gradient.data[place * channels + k]!);
    const weight = weigh(slopes);
    slopes.forEach((slope, place) => {
      map.data[place]! += share(weight, data[place * channels + k]!, slope);
    });
  }
  return ndarray(map.shape, map.data.map(keep));
}

export const insightGradCam: ExerciseDefinition<Args, NdArray> = {
  name: 'insight/gradCam',
  lesson: '14-what-it-sees',
  parameters: ['activations', 'gradient'],
  starter: activations => activations,
  solution: (activations, gradient) => evidence(activations, gradient),
  solutionText: `function evidenceMap(activations: NdArray, gradient: NdArray): NdArray {
  const [height, width, channels] = activations.shape;
  const map = ndarray([height, width]);
  for (let k = 0; k < channels; k++) {
    let weight = 0;                           // the mean slope of channel k
    for (let i = k; i < gradient.data.length; i += channels) weight += gradient.data[i] / (height * width);
    for (let place = 0; place < height * width; place++)
      map.data[place] += weight * activations.data[place * channels + k];
  }
  map.data.forEach((value, place) => { map.data[place] = Math.max(0, value); });
  return map;
}`,
  inputs: random => {
    const draw = (...shape: number[]): NdArray => {
      const size = shape.reduce((product, length) => product * length, 1);
      return ndarray(
        shape,
        Float64Array.from({ length: size }, () => random.integer(9) - 4),
      );
    };
    const maps = (...shape: number[]): NdArray => {
      const { data } = draw(...shape);
      return ndarray(shape, data.map(positive));
    };
    return [
      [ndarray([1, 2, 1], [1, 3]), ndarray([1, 2, 1], [2, 4])],
      [ndarray([2, 1, 2], [1, 5, 2, 0]), ndarray([2, 1, 2], [4, -1, 2, -3])],
      [ndarray([1, 2, 2], [0, 2, 3, 1]), ndarray([1, 2, 2], [1, -2, -3, 8])],
      [maps(3, 2, 4), draw(3, 2, 4)],
      [maps(2, 4, 3), draw(2, 4, 3)],
    ];
  },
  hints: [
    'First one number per channel: the mean of `gradient` over all places of channel k. Its numbers lie at `data[place * channels + k]`.',
    'Then a loop over places and channels: `map.data[place] += weight * activations.data[place * channels + k]`.',
    'The ReLU comes last, on the sum over the channels: a channel that speaks against the class may take away from one that speaks for it.',
  ],
  mistakes: [
    {
      is: 'the ReLU forgotten',
      does: (activations, gradient) => evidence(activations, gradient, { keep: value => value }),
      because: 'Places below 0 speak against the class. The map shows only what speaks for it: max(0, sum).',
    },
    {
      is: 'sums of the slopes instead of means',
      does: (activations, gradient) => evidence(activations, gradient, { weigh: sum }),
      because:
        'The weight of a channel is the mean over its places; you are off by their number, so a larger map would look like stronger evidence.',
    },
    {
      is: 'each place weighed with its own slope',
      does: (activations, gradient) =>
        evidence(activations, gradient, { share: (_, activation, slope) => slope * activation }),
      because:
        'That is another method, which the lesson comes to below. In Grad-CAM a channel has one weight for all places: the mean of its slopes.',
    },
    {
      is: 'a ReLU before the sum',
      does: (activations, gradient) =>
        evidence(activations, gradient, { weigh: slopes => positive(mean(slopes)) }),
      because:
        'A channel with a negative weight speaks against the class, and must be able to take away from the others. Add up first, cut off then.',
    },
    {
      is: 'the largest slope instead of the mean',
      does: (activations, gradient) =>
        evidence(activations, gradient, { weigh: slopes => Math.max(...slopes) }),
      because: 'One place would speak for the whole channel. Take the mean of its slopes.',
    },
    {
      is: 'all channels with the same weight',
      does: (activations, gradient) => evidence(activations, gradient, { weigh: () => 1 }),
      because:
        'That shows where the layer answers at all, for whatever class. The slopes say which channels matter to this one.',
    },
  ],
  matters:
    'Any network whose layers give maps can be asked like this, without training anything. Whether its answer adds up is another question, and the next one.',
};
