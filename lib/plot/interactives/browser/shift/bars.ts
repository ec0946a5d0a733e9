/**
 * The probabilities of one network as bars, and whether it is right.
 * Flow: answers → **bars** → shift test.
 */
import { argMax } from '../../../../encode/argMax';
import type { NdArray } from '../../../../types/ndarray';
import { percentText } from '../../numberText';
import { element } from '../element';
import { createProbabilityBars } from '../probabilityBars';

export interface Bars {
  readonly node: HTMLElement;
  /**
   * @param probabilities `[1, classes]`.
   * @returns what the network reads, for those who listen.
   */
  show(probabilities: NdArray, label: number): string;
}

/** @param name the network's; `color` the one of its curve. */
export function createBars(name: string, color: string, classes: number): Bars {
  const bars = createProbabilityBars(name, color, classes);
  const verdict = element('p', { class: 'verdict' });
  return {
    node: element('div', { class: 'column answer' }, [bars.node, verdict]),
    show: (probabilities, label) => {
      bars.show(probabilities.data, label);
      const read = argMax(probabilities)[0]!;
      const isRight = read === label ? 'right' : 'wrong';
      verdict.textContent = `reads a ${read}: ${isRight}`;
      verdict.className = `verdict ${isRight}`;
      return `${name} reads a ${read}, ${isRight}, with ${percentText(probabilities.data[read]!)}.`;
    },
  };
}
