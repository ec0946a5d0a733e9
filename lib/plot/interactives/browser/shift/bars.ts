/**
 * The probabilities of one network as a table with bars.
 * Flow: answers → **bars** → shift test.
 */
import { argMax } from '../../../../encode/argMax';
import type { NdArray } from '../../../../types/ndarray';
import { element } from '../element';

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
  const rows = Array.from({ length: classes }, (_, label) => {
    const bar = element('div', { class: 'bar' });
    bar.style.background = color;
    const text = element('td', { class: 'percent' });
    const row = element('tr', {}, [
      element('th', { scope: 'row' }, [String(label)]),
      element('td', { class: 'track' }, [bar]),
      text,
    ]);
    return { row, bar, text };
  });
  const verdict = element('p', { class: 'verdict' });
  const body = element(
    'tbody',
    {},
    rows.map(({ row }) => row),
  );
  const node = element('div', { class: 'column answer' }, [
    element('table', {}, [element('caption', {}, [name]), body]),
    verdict,
  ]);
  return {
    node,
    show: (probabilities, label) => {
      const read = argMax(probabilities)[0]!;
      rows.forEach(({ row, bar, text }, index) => {
        const percent = percentText(probabilities.data[index]!);
        bar.style.width = `${100 * probabilities.data[index]!}%`;
        text.textContent = percent;
        row.className = index === label ? 'true' : '';
      });
      const isRight = read === label ? 'right' : 'wrong';
      verdict.textContent = `reads a ${read}: ${isRight}`;
      verdict.className = `verdict ${isRight}`;
      return `${name} reads a ${read}, ${isRight}, with ${percentText(probabilities.data[read]!)}.`;
    },
  };
}

/** @example percentText(0.98765) // '98.8 %' */
export function percentText(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
