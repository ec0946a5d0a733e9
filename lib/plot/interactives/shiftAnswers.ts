/**
 * What the networks say to shifted digits.
 * Flow: digits → shiftDigits → layerOutputs → softmax → **answers** → bars, curves.
 */
import { selectDigits } from '../../data/selectDigits';
import { argMax } from '../../encode/argMax';
import { shiftDigits } from '../../evaluate/shiftDigits';
import { outputsFor } from '../../layers/layerOutputs';
import { softmax } from '../../layers/softmax';
import type { Digits } from '../../types/digits';
import { type NdArray, ndarray } from '../../types/ndarray';
import { scaled } from './scaling';
import type { ShiftSetup } from './shiftData';

/** How far, in pixels: to the right and down; negative to the left and up. */
export interface Shift {
  readonly right: number;
  readonly down: number;
}

/** The probabilities that one network gives to digits after a shift, `[count, classes]`. */
export function answers(setup: ShiftSetup, network: number, digits: Digits, { right, down }: Shift): NdArray {
  const { images, count, height, width } = shiftDigits(digits, right, down);
  const inks = ndarray([count, height, width, 1], scaled(images, setup.scaling));
  return softmax(outputsFor('shiftTest', setup.networks[network]!.layers, inks).at(-1)!);
}

/** The probability that a network gives to the digit's own class. */
export function rightProbability(setup: ShiftSetup, network: number, digit: number, shift: Shift): number {
  const one = selectDigits(setup.digits, [digit]);
  return answers(setup, network, one, shift).data[one.labels[0]!]!;
}

/** The share of all the digits that a network reads correctly. */
export function shareRead(setup: ShiftSetup, network: number, shift: Shift): number {
  const { count, labels } = setup.digits;
  const read = argMax(answers(setup, network, setup.digits, shift));
  return read.filter((label, digit) => label === labels[digit]).length / count;
}

/** All shifts along a line: from −maxShift to maxShift. */
export function shiftsUpTo(maxShift: number): readonly number[] {
  return Array.from({ length: 2 * maxShift + 1 }, (_, index) => index - maxShift);
}
