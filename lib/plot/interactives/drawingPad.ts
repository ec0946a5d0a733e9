/**
 * A pad to draw a digit on, and the reader's own network at work on it.
 * Flow: layers with their weights, digits → **drawingPad** → Interactive → `show`.
 */
import { checkInteger } from '../../check/numbers';
import { mapWeights, type NetworkLayer } from '../../layers/networkLayer';
import type { Digits } from '../../types/digits';
import { checkLogits, countWeights } from './checkNetwork';
import { type DrawingPadData, IMAGE_SIDE } from './drawingPadData';
import { drawingPadPicture } from './drawingPadPicture';
import type { Interactive } from './interactive';
import { packArray, packBytes, packKernel } from './packArray';
import { checkedScaling, PLAIN_SCALING, type Scaling } from './scaling';

/** The network that answers on a `drawingPad`, and the digits on it. */
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
  const { network, digits } = options;
  checkDigits(digits);
  const scaling = checkedScaling('drawingPad', options.scaling ?? PLAIN_SCALING);
  checkNetwork(network.layers, digits);
  const { images, labels, count, height, width, classes } = digits;
  const data: DrawingPadData = {
    layers: mapWeights(network.layers, (weights, name) =>
      name === 'kernel' ? packKernel(weights) : packArray(weights),
    ),
    scaling,
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

function checkNetwork(layers: readonly NetworkLayer[], digits: Digits): void {
  if (layers.length === 0) throw new RangeError('drawingPad: network must have layers, got none');
  const count = countWeights('drawingPad', 'network.layers', layers);
  if (count > MOST_WEIGHTS) {
    throw new RangeError(`drawingPad: network must have at most ${MOST_WEIGHTS} weights, got ${count}`);
  }
  checkLogits('drawingPad: network', layers, digits);
}
