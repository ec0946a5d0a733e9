/**
 * Which kernel: one that has a name, in one of two sizes, or the reader's own.
 * Flow: presets → **kernel choice** → stepper.
 */
import type { Choice } from '../choice';
import { choices } from '../controls';
import { type KernelSize, PRESETS, type PresetName, presetOf, presetWeights, resized } from './presets';

export interface KernelChoice {
  readonly nodes: readonly Node[];
  /** Names the weights after they have been changed by hand. */
  nameWeights(weights: readonly number[]): void;
}

const OWN: Choice<'own'> = ['own', 'your own'];
const SIZES: readonly Choice<'3' | '5'>[] = [
  ['3', '3 × 3'],
  ['5', '5 × 5'],
];

/** @param onChange gets the weights row by row; their number tells the size. */
export function createKernelChoice(
  initial: readonly number[],
  onChange: (weights: readonly number[]) => void,
): KernelChoice {
  let weights = initial;
  const sizeNow = () => Number(size.value) as KernelSize;
  const choose = (next: readonly number[]) => {
    nameWeights(next);
    onChange(next);
  };
  const nameWeights = (next: readonly number[]) => {
    weights = next;
    name.value = presetOf(weights) ?? 'own';
  };
  const name = choices<PresetName | 'own'>('Kernel', [...PRESETS, OWN], 'own', chosen => {
    if (chosen !== 'own') choose(presetWeights(chosen, sizeNow()));
  });
  const size = choices('Size', SIZES, weights.length === 9 ? '3' : '5', () => {
    choose(name.value === 'own' ? resized(weights, sizeNow()) : presetWeights(name.value, sizeNow()));
  });
  nameWeights(initial);
  return { nodes: [name.node, size.node], nameWeights };
}
