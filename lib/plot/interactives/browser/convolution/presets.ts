/**
 * Kernels that have names.
 * Flow: **presets** → kernel painter.
 */
import type { Choice } from '../choice';

export type KernelSize = 3 | 5;
export type PresetName = 'vertical' | 'horizontal' | 'edges' | 'blur' | 'sharpen' | 'identity';

export const PRESETS: readonly Choice<PresetName>[] = [
  ['vertical', 'vertical edges'],
  ['horizontal', 'horizontal edges'],
  ['edges', 'all edges'],
  ['blur', 'blur'],
  ['sharpen', 'sharpen'],
  ['identity', 'identity'],
];

const SMALL: Readonly<Record<Exclude<PresetName, 'blur'>, readonly number[]>> = {
  vertical: [-1, 0, 1, -1, 0, 1, -1, 0, 1],
  horizontal: [-1, -1, -1, 0, 0, 0, 1, 1, 1],
  edges: [-1, -1, -1, -1, 8, -1, -1, -1, -1],
  sharpen: [0, -1, 0, -1, 5, -1, 0, -1, 0],
  identity: [0, 0, 0, 0, 1, 0, 0, 0, 0],
};

/** The weights row by row. A blur is as wide as the kernel, the others are 3 × 3 with zeros around. */
export function presetWeights(name: PresetName, size: KernelSize): readonly number[] {
  if (name === 'blur') return Array.from({ length: size * size }, () => 1 / (size * size));
  return resized(SMALL[name], size);
}

/** The weights around the middle: zeros are added around, or the border is cut off. */
export function resized(weights: readonly number[], size: KernelSize): readonly number[] {
  const side = Math.sqrt(weights.length);
  const shift = (size - side) / 2;
  return Array.from({ length: size * size }, (_, index) => {
    const row = Math.floor(index / size) - shift;
    const column = (index % size) - shift;
    const isInside = row >= 0 && row < side && column >= 0 && column < side;
    return isInside ? weights[row * side + column]! : 0;
  });
}

/** The preset with exactly these weights. */
export function presetOf(weights: readonly number[]): PresetName | undefined {
  const size = Math.sqrt(weights.length) as KernelSize;
  const isSame = (name: PresetName) => presetWeights(name, size).every((weight, i) => weight === weights[i]);
  return PRESETS.map(([name]) => name).find(isSame);
}
