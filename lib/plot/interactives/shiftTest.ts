/**
 * Two trained networks read the same digit while the reader moves it.
 * Flow: digits, two networks → **shiftTest** → Interactive → `show`.
 */
import { checkInteger } from '../../check/numbers';
import { mapWeights } from '../../layers/networkLayer';
import type { Digits } from '../../types/digits';
import type { NdArray } from '../../types/ndarray';
import { checkLogits, countWeights } from './checkNetwork';
import type { Interactive } from './interactive';
import { packArray, packBytes } from './packArray';
import { checkedScaling, PLAIN_SCALING, type Scaling } from './scaling';
import type { ShiftData, ShiftNetwork } from './shiftData';
import { shiftPicture } from './shiftPicture';

/** A name to tell it by, and its layers from the pixels to the logits. */
export type TrainedNetwork = ShiftNetwork<NdArray>;

/** The two networks of a `shiftTest`, and the digits that are moved. */
export interface ShiftTestOptions {
  /** 1 to 40 labelled digits to choose from. */
  readonly digits: Digits;
  /** Two networks that take `[batch, height, width, 1]` and give `[batch, classes]`, without a softmax. */
  readonly networks: readonly [TrainedNetwork, TrainedNetwork];
  /** How the pixels were scaled in training, as `standardize` gives it; to [0, 1] when left out. */
  readonly scaling?: Scaling;
  /** How far a digit can be moved in each direction, 1 to 14 pixels; 8 when left out. */
  readonly maxShift?: number;
}

/** The page stands in a notebook beside others: 16 bits a weight, as base64, with the digits stay below 400 kB. */
const MOST_WEIGHTS = 130_000;
/** More would not fit into the legend. */
const LONGEST_NAME = 24;

/**
 * Move a digit by arrow keys, sliders or pointer: bars show what both networks say to it, pixel by pixel, and a curve
 * the probability of its true class at every shift along a line; or the share of all given digits that is read.
 *
 * Weights travel to the page in 16 bits: each is rounded by at most a 65 534th of its array's largest.
 *
 * @throws RangeError if the digits are not labelled or too many, if a name is too long, a layer does not fit, a weight is
 *   not finite, or an option is out of range.
 * @example show(shiftTest({ digits, networks: [
 *   { name: 'dense', layers: [{ type: 'flatten' }, { type: 'dense', kernel, bias }] },
 *   { name: 'convolution', layers: [{ type: 'conv2d', kernel: filters, bias: biases }, { type: 'relu' },
 *     { type: 'maxPool2d', poolSize: 2 }, { type: 'flatten' }, { type: 'dense', kernel: last, bias: lastBias }] },
 * ] }))
 * @see Used in notebooks/07-pooling.
 */
export function shiftTest(options: ShiftTestOptions): Interactive {
  const { digits, networks, maxShift = 8 } = options;
  checkDigits(digits);
  checkInteger('shiftTest', 'maxShift', maxShift, 1, 14);
  const scaling = checkedScaling('shiftTest', options.scaling ?? PLAIN_SCALING);
  checkNetworks(options);
  const { images, labels, count, height, width, classes } = digits;
  const data: ShiftData = {
    networks: networks.map(({ name, layers }) => ({ name, layers: mapWeights(layers, packArray) })),
    digits: { images: packBytes(images), labels: packBytes(labels), count, height, width, classes },
    scaling,
    maxShift,
  };
  return { page: 'shiftTest', data, ...shiftPicture(data) };
}

function checkDigits({ count, labels }: Digits): void {
  checkInteger('shiftTest', 'digits.count', count, 1, 40);
  if (labels.length !== count) throw new RangeError('shiftTest: digits must be labelled, got no labels');
}

function checkNetworks({ networks, digits }: ShiftTestOptions): void {
  if (networks.length !== 2) {
    throw new RangeError(`shiftTest: networks must be two, got ${networks.length}`);
  }
  networks.forEach(({ name }, index) => {
    if (name.length < 1 || name.length > LONGEST_NAME) {
      throw new RangeError(
        `shiftTest: networks[${index}].name must have 1 to ${LONGEST_NAME} characters, got ${name.length}`,
      );
    }
  });
  const count = networks.reduce(
    (sum, { layers }, index) => sum + countWeights('shiftTest', `networks[${index}].layers`, layers),
    0,
  );
  if (count > MOST_WEIGHTS) {
    throw new RangeError(
      `shiftTest: networks must have at most ${MOST_WEIGHTS} weights together, got ${count}`,
    );
  }
  networks.forEach(({ layers }, index) => {
    checkLogits(`shiftTest: networks[${index}]`, layers, digits);
  });
}
