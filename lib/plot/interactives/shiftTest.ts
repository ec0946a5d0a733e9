/**
 * Two trained networks read the same digit while the reader moves it.
 * Flow: digits, two networks → **shiftTest** → Interactive → `show`.
 */
import { checkBetween, checkInteger } from '../../check/numbers';
import { outputsFor } from '../../layers/layerOutputs';
import { mapWeights } from '../../layers/networkLayer';
import type { Digits } from '../../types/digits';
import { type NdArray, ndarray } from '../../types/ndarray';
import { countWeights } from './countWeights';
import type { Interactive } from './interactive';
import { packArray, packBytes } from './packArray';
import type { ShiftData, ShiftNetwork } from './shiftData';
import { shiftPicture } from './shiftPicture';

/** A name to tell it by, and its layers from the pixels to the logits. */
export type TrainedNetwork = ShiftNetwork<NdArray>;

export interface ShiftTestOptions {
  /** 1 to 40 labelled digits to choose from. */
  readonly digits: Digits;
  /** Two networks that take `[batch, height, width, 1]` and give `[batch, classes]`, without a softmax. */
  readonly networks: readonly [TrainedNetwork, TrainedNetwork];
  /** How the pixels were scaled in training, as `standardize` gives it; to [0, 1] when left out. */
  readonly scaling?: { readonly mean: number; readonly standardDeviation: number };
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
 * @throws RangeError if the digits are not labelled or too many, if a name is too long, a layer does not fit, a weight is not finite, or
 *   an option is out of range.
 * @example show(shiftTest({ digits, networks: [
 *   { name: 'dense', layers: [{ type: 'flatten' }, { type: 'dense', kernel, bias }] },
 *   { name: 'convolution', layers: [{ type: 'conv2d', kernel: filters, bias: biases }, { type: 'relu' },
 *     { type: 'maxPool2d', poolSize: 2 }, { type: 'flatten' }, { type: 'dense', kernel: last, bias: lastBias }] },
 * ] }))
 * @see Measured in notebooks/07-pooling.
 */
export function shiftTest(options: ShiftTestOptions): Interactive {
  const { digits, networks, scaling = { mean: 0, standardDeviation: 1 }, maxShift = 8 } = options;
  checkDigits(digits);
  checkInteger('shiftTest', 'maxShift', maxShift, 1, 14);
  checkBetween('shiftTest', 'scaling.mean', scaling.mean, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  checkBetween(
    'shiftTest',
    'scaling.standardDeviation',
    scaling.standardDeviation,
    0,
    Number.POSITIVE_INFINITY,
  );
  checkNetworks(options);
  const { images, labels, count, height, width, classes } = digits;
  const data: ShiftData = {
    networks: networks.map(({ name, layers }) => ({ name, layers: mapWeights(layers, packArray) })),
    digits: { images: packBytes(images), labels: packBytes(labels), count, height, width, classes },
    scaling: { mean: scaling.mean, standardDeviation: scaling.standardDeviation },
    maxShift,
  };
  return { page: 'shiftTest', data, ...shiftPicture(data) };
}

function checkDigits({ count, labels }: Digits): void {
  checkInteger('shiftTest', 'digits.count', count, 1, 40);
  if (labels.length !== count) throw new RangeError('shiftTest: digits must be labelled, got no labels');
}

/** Runs each network once: whatever does not fit is named by its layer. */
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
  const image = ndarray([1, digits.height, digits.width, 1]);
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
    const { shape } = outputsFor(`shiftTest: networks[${index}]`, layers, image).at(-1) ?? image;
    if (shape.length !== 2 || shape[1] !== digits.classes) {
      throw new RangeError(
        `shiftTest: networks[${index}] must end in [batch, ${digits.classes}], got [batch, ${shape.slice(1).join(', ')}]`,
      );
    }
  });
}
