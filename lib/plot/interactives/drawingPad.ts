/**
 * A pad to draw a digit on, and the reader's own network at work on it.
 * Flow: layers with their weights, digits → **drawingPad** → Interactive → `show`.
 */
import { checkBetween, checkInteger } from '../../check/numbers';
import { outputsFor } from '../../layers/layerOutputs';
import { mapWeights, type NetworkLayer } from '../../layers/networkLayer';
import type { Digits } from '../../types/digits';
import { ndarray } from '../../types/ndarray';
import { countWeights } from './countWeights';
import { type DrawingPadData, IMAGE_SIDE, type Scaling } from './drawingPadData';
import { drawingPadPicture } from './drawingPadPicture';
import type { Interactive } from './interactive';
import { packArray, packBytes, packKernel } from './packArray';

export interface DrawingPadOptions {
  /** From pixels `[batch, 28, 28, 1]` to logits or a softmax, `[batch, classes]`: as `fromLayers` gives it, or by hand. */
  readonly network: { readonly layers: readonly NetworkLayer[] };
  /** 1 to 40 digits of 28 × 28 to begin with; the first one lies on the pad. */
  readonly digits: Digits;
  /** How the pixels were scaled in training, as `standardize` gives it; to [0, 1] when left out. */
  readonly scaling?: Scaling;
}

/** At 8 bits a weight, as base64, they take a third of the megabyte that a notebook should stay below. */
const MOST_WEIGHTS = 250_000;

/**
 * Draw with mouse, finger or arrow keys; the drawing is centred as MNIST's digits were, by `centreDigit`, and goes through
 * all layers at once: their maps, and the probability of every class. All of it runs in the page, without a kernel.
 *
 * Kernels travel to the page in 8 bits a weight, as `quantize` rounds them, everything else in 16.
 *
 * @throws RangeError if the network is too large or takes no 28 × 28 pixels, if a weight is not finite, or a digit has
 *   another size.
 * @example show(drawingPad({ network: fromLayers(model), digits: selectDigits(validation, [0, 1, 2]) }))
 * @see Used in notebooks/15-ship-it.
 */
export function drawingPad(options: DrawingPadOptions): Interactive {
  const { network, digits, scaling = { mean: 0, standardDeviation: 1 } } = options;
  checkDigits(digits);
  checkBetween(
    'drawingPad',
    'scaling.mean',
    scaling.mean,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  );
  checkBetween(
    'drawingPad',
    'scaling.standardDeviation',
    scaling.standardDeviation,
    0,
    Number.POSITIVE_INFINITY,
  );
  checkNetwork(network.layers, digits.classes);
  const { images, labels, count, height, width, classes } = digits;
  const data: DrawingPadData = {
    layers: mapWeights(network.layers, (weights, name) =>
      name === 'kernel' ? packKernel(weights) : packArray(weights),
    ),
    scaling: { mean: scaling.mean, standardDeviation: scaling.standardDeviation },
    digits: { images: packBytes(images), labels: packBytes(labels), count, height, width, classes },
  };
  return { page: 'drawingPad', data, ...drawingPadPicture(data) };
}

function checkDigits({ count, height, width, images }: Digits): void {
  checkInteger('drawingPad', 'digits.count', count, 1, 40);
  if (height !== IMAGE_SIDE || width !== IMAGE_SIDE) {
    throw new RangeError(
      `drawingPad: digits must be ${IMAGE_SIDE} × ${IMAGE_SIDE} pixels, got ${height} × ${width}`,
    );
  }
  const size = height * width;
  for (let digit = 0; digit < count; digit++) {
    if (images.subarray(digit * size, (digit + 1) * size).every(ink => ink === 0)) {
      throw new RangeError(`drawingPad: digits must have ink, got none in row ${digit}`);
    }
  }
}

/** Runs the network once: whatever does not fit is named by its layer. */
function checkNetwork(layers: readonly NetworkLayer[], classes: number): void {
  if (layers.length === 0) throw new RangeError('drawingPad: network must have layers, got none');
  const count = countWeights('drawingPad', 'network.layers', layers);
  if (count > MOST_WEIGHTS) {
    throw new RangeError(`drawingPad: network must have at most ${MOST_WEIGHTS} weights, got ${count}`);
  }
  const image = ndarray([1, IMAGE_SIDE, IMAGE_SIDE, 1]);
  const { shape } = outputsFor('drawingPad: network', layers, image).at(-1)!;
  if (shape.length !== 2 || shape[1] !== classes) {
    throw new RangeError(
      `drawingPad: network must end in [batch, ${classes}], got [batch, ${shape.slice(1).join(', ')}]`,
    );
  }
}
