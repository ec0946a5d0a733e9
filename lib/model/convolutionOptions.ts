/**
 * One convolution of a network by description, checked for fitting the 28 × 28 pixels.
 * Flow: **convolutionOptions** → convNet.
 */
import { checkInteger } from '../check/numbers';

/** A convolution of a `convNet`, with ReLU. */
export interface ConvolutionOptions {
  /** How many maps it gives, a whole number ≥ 1. */
  readonly filters: number;
  /** Pixels of each side. */
  readonly kernelSize: number;
  /** `'same'` (default) keeps height and width, `'valid'` takes `kernelSize − 1` from each. */
  readonly padding?: 'same' | 'valid';
  /** Whether 2 × 2 max pooling follows. Default false. */
  readonly pool?: boolean;
}

const SIZE = 28;

/** @throws RangeError if there is no convolution, one is out of range, or nothing is left of the image after one. */
export function checkConvolutions(caller: string, convolutions: readonly ConvolutionOptions[]): void {
  if (convolutions.length === 0) {
    throw new RangeError(`${caller}: convolutions must hold at least one, got none`);
  }
  let size = SIZE;
  for (const [index, { filters, kernelSize, padding = 'same', pool }] of convolutions.entries()) {
    const name = `convolutions[${index}]`;
    checkInteger(caller, `${name}.filters`, filters, 1);
    checkInteger(caller, `${name}.kernelSize`, kernelSize, 1, SIZE);
    if (padding !== 'same' && padding !== 'valid') {
      throw new RangeError(`${caller}: ${name}.padding must be 'same' or 'valid', got '${padding}'`);
    }
    const before = size;
    if (padding === 'valid') size -= kernelSize - 1;
    if (pool) size = Math.floor(size / 2);
    if (size < 1) {
      throw new RangeError(
        `${caller}: ${name} must leave at least 1 × 1 pixels, got kernelSize ${kernelSize} on ${before} × ${before}`,
      );
    }
  }
}
