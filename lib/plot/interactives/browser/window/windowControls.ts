/**
 * How the window moves: stride and padding.
 * Flow: **window controls** → steppers.
 */
import type { Padding } from '../../../../layers/slidingWindow';
import type { Choice } from '../choice';
import { choices } from '../controls';

export interface WindowMove {
  readonly strides: number;
  readonly padding: Padding;
}

const STRIDES: readonly Choice<string>[] = ['1', '2', '3', '4'].map(stride => [stride, stride]);
const PADDINGS: readonly Choice<Padding>[] = [
  ['valid', 'valid (none)'],
  ['same', 'same (all around)'],
];

/** Two lists; `onChange` gets both values when one has changed. */
export function windowControls(
  { strides, padding }: WindowMove,
  onChange: (move: WindowMove) => void,
): readonly Node[] {
  const change = () => onChange({ strides: Number(stride.value), padding: pad.value });
  const stride = choices('Stride', STRIDES, String(strides), change);
  const pad = choices('Padding', PADDINGS, padding, change);
  return [stride.node, pad.node];
}
