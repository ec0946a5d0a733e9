/**
 * The fully connected layer, with its gradients.
 * Flow: flatten → **dense** → relu → dense → logits.
 */
import { checkAxes, checkShape } from '../check/arrays';
import type { NdArray } from '../types/ndarray';
import { addBias, addBiasGradient } from './addBias';
import { matMul, transpose } from './matMul';

/**
 * Each unit's weighted sum of all inputs, plus its bias.
 *
 *     dense(x) = x · kernel + bias
 *
 * @param inputs `[batch, inputs]`.
 * @param kernel `[inputs, units]`.
 * @param bias `[units]`.
 * @returns `[batch, units]`.
 * @throws RangeError if the shapes do not fit.
 * @example dense(ndarray([1, 2], [1, 2]), ndarray([2, 1], [3, 4]), ndarray([1], [0.5])).data // [11.5]
 * @see Goodfellow, Bengio & Courville, Deep Learning (2016), §6.1. Derived in notebooks/03-sigmoid.
 */
export function dense(inputs: NdArray, kernel: NdArray, bias: NdArray): NdArray {
  const units = checkArguments('dense', inputs, kernel);
  checkShape('dense', 'bias', bias, [units]);
  return addBias(matMul(inputs, kernel), bias);
}

/**
 * The upstream gradient carried through `dense`.
 *
 *     inputs: upstream · kernelᵀ      kernel: inputsᵀ · upstream      bias: upstream summed over the batch
 *
 * @param upstream gradient with respect to the output, `[batch, units]`.
 * @param inputs the inputs of the forward pass.
 * @param kernel the kernel of the forward pass.
 * @returns gradients with respect to `inputs`, `kernel` and `bias`, in their shapes.
 * @throws RangeError if the shapes do not fit.
 * @example denseGradient(ndarray([1, 1], [10]), ndarray([1, 2], [1, 2]), ndarray([2, 1], [3, 4])).kernel.data // [10, 20]
 * @see Derived in notebooks/08-a-network-by-hand.
 */
export function denseGradient(
  upstream: NdArray,
  inputs: NdArray,
  kernel: NdArray,
): { inputs: NdArray; kernel: NdArray; bias: NdArray } {
  const units = checkArguments('denseGradient', inputs, kernel);
  checkShape('denseGradient', 'upstream', upstream, [inputs.shape[0]!, units]);
  return {
    inputs: matMul(upstream, transpose(kernel)),
    kernel: matMul(transpose(inputs), upstream),
    bias: addBiasGradient(upstream),
  };
}

/** How many units there are, once the kernel is known to fit the inputs. */
function checkArguments(caller: string, inputs: NdArray, kernel: NdArray): number {
  checkAxes(caller, 'inputs', inputs, ['batch', 'inputs']);
  checkAxes(caller, 'kernel', kernel, ['inputs', 'units']);
  const [rows, units] = kernel.shape as [number, number];
  if (rows !== inputs.shape[1]) {
    throw new RangeError(`${caller}: kernel must have ${inputs.shape[1]} rows, one per input, got ${rows}`);
  }
  return units;
}
