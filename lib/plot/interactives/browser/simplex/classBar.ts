/**
 * One class: its score to drag, its probability as a bar and as a number.
 * Flow: score → **class bar** → simplex.
 */
import { seriesStyle } from '../../../theme';
import { numberText } from '../../numberText';
import { slider } from '../controls';
import { element } from '../element';

export interface ClassBar {
  readonly node: HTMLElement;
  show(score: number, probability: number): void;
}

export function createClassBar(
  index: number,
  score: number,
  limit: number,
  onInput: (score: number) => void,
): ClassBar {
  const drag = slider({
    label: `Score of class ${index}`,
    min: -limit,
    max: limit,
    step: 'any',
    value: score,
    text: numberText,
    onInput,
  });
  const bar = element('div', { class: 'bar' });
  const number = element('span', { class: 'number' });
  bar.style.background = seriesStyle(index).color;
  return {
    node: element('div', { class: 'class' }, [
      drag.node,
      element('div', { class: 'track' }, [element('div', { class: 'groove' }, [bar]), number]),
    ]),
    show: (score, probability) => {
      drag.value = score;
      bar.style.width = `${100 * probability}%`;
      number.textContent = numberText(probability);
    },
  };
}
