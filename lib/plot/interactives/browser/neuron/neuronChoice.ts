/**
 * Which weights: one of the neurons that came along, none at all, or the reader's own.
 * Flow: neurons → **neuron choice** → neuron.
 */
import type { PlainNeuron } from '../../neuronData';
import type { Choice } from '../choice';
import { choices } from '../controls';

export interface NeuronChoice {
  readonly node: HTMLElement;
  /** Says that the weights are no longer those of the list. */
  becomeOwn(): void;
}

const OWN = 'own';

export function createNeuronChoice(
  neurons: readonly PlainNeuron[],
  onChoose: (neuron: PlainNeuron) => void,
): NeuronChoice {
  const { weights } = neurons[0]!;
  const zero = { name: 'all zero', weights: Array.from(weights, () => 0), bias: 0 };
  const known = [...neurons, zero];
  const list: readonly Choice<string>[] = [
    ...known.map(({ name }, index) => [String(index), name] as const),
    [OWN, 'your own'],
  ];
  const choice = choices('Weights', list, '0', chosen => {
    if (chosen !== OWN) onChoose(known[Number(chosen)]!);
  });
  return {
    node: choice.node,
    becomeOwn: () => {
      choice.value = OWN;
    },
  };
}
