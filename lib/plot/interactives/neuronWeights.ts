/**
 * One neuron to take apart: its weights to paint, its votes, its score and its answer to some digits.
 * Flow: neurons, digits → **neuronWeights** → Interactive → `show`.
 */
import { checkFinite, checkShape } from '../../check/arrays';
import { checkInteger } from '../../check/numbers';
import type { Digits } from '../../types/digits';
import type { NdArray } from '../../types/ndarray';
import type { Interactive } from './interactive';
import type { NeuronData } from './neuronData';
import { neuronPicture } from './neuronPicture';

/** One neuron, in the shapes that `dense` takes. */
export interface NamedNeuron {
  /** As the list on the page calls it: `'learned'`. */
  readonly name: string;
  /** `[pixels, 1]`, one weight for each pixel of ink from 0 to 1. */
  readonly kernel: NdArray;
  /** `[1]`. */
  readonly bias: NdArray;
}

/** The digits and the neurons of `neuronWeights`. */
export interface NeuronWeightsOptions {
  /** Those to choose from, at least one; the first one is shown. All zero can always be chosen. */
  readonly neurons: readonly NamedNeuron[];
  /** 1 to 12 labelled digits of at most 32 × 32 pixels. */
  readonly digits: Digits;
  /** The class that the neuron should answer with yes. */
  readonly target: number;
}

const MOST_DIGITS = 12;
const LARGEST = 32;

/**
 * Choose weights or paint some of your own, move the bias, and see what becomes of the votes, of the score
 * z = Σ w·x + b and of the answer p = sigmoid(z), for all digits at once.
 *
 * @throws RangeError if there are too few or too many digits, if they have no labels, or if a neuron does not fit them.
 * @example show(neuronWeights({ neurons: [{ name: 'learned', kernel, bias }], digits: selectDigits(validation, rows), target: 3 }))
 * @see Used in notebooks/03-sigmoid.
 */
export function neuronWeights({ neurons, digits, target }: NeuronWeightsOptions): Interactive {
  checkDigits(digits);
  checkInteger('neuronWeights', 'target', target, 0, digits.classes - 1);
  if (neurons.length === 0)
    throw new RangeError('neuronWeights: neurons must have at least one neuron, got none');
  for (const [index, neuron] of neurons.entries()) checkNeuron(index, neuron, digits);
  const { images, labels, height, width } = digits;
  const plain = neurons.map(({ name, kernel, bias }) => ({
    name,
    weights: kernel.data,
    bias: bias.data[0]!,
  }));
  const data: NeuronData = { neurons: plain, target, images, labels, height, width };
  return { page: 'neuronWeights', data, ...neuronPicture(data) };
}

function checkDigits({ count, labels, height, width }: Digits): void {
  checkInteger('neuronWeights', 'digits.count', count, 1, MOST_DIGITS);
  checkInteger('neuronWeights', 'digits.height', height, 1, LARGEST);
  checkInteger('neuronWeights', 'digits.width', width, 1, LARGEST);
  if (labels.length !== count) {
    throw new RangeError('neuronWeights: digits must be labelled, got digits without labels');
  }
}

function checkNeuron(index: number, { kernel, bias }: NamedNeuron, { height, width }: Digits): void {
  const name = `neurons[${index}]`;
  checkShape('neuronWeights', `${name}.kernel`, kernel, [height * width, 1]);
  checkFinite('neuronWeights', `${name}.kernel`, kernel);
  checkShape('neuronWeights', `${name}.bias`, bias, [1]);
  checkFinite('neuronWeights', `${name}.bias`, bias);
}
