/**
 * The probabilities of all classes as a table with bars: read aloud, it is a table.
 * Flow: answers → **probability bars** → shift test, drawing pad.
 */
import { percentText } from '../numberText';
import { element } from './element';

export interface ProbabilityBars {
  readonly node: HTMLTableElement;
  /** @param marked the class that is set apart, if any; without probabilities there is a dash for each. */
  show(probabilities: ArrayLike<number> | undefined, marked?: number): void;
}

export function createProbabilityBars(caption: string, color: string, classes: number): ProbabilityBars {
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
  const body = element(
    'tbody',
    {},
    rows.map(({ row }) => row),
  );
  return {
    node: element('table', {}, [element('caption', {}, [caption]), body]),
    show: (probabilities, marked) => {
      rows.forEach(({ row, bar, text }, label) => {
        const share = probabilities?.[label];
        bar.style.width = `${100 * (share ?? 0)}%`;
        text.textContent = share === undefined ? '–' : percentText(share);
        row.className = label === marked ? 'true' : '';
      });
    },
  };
}

export const BARS_STYLE: string = `
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { font-weight: bold; margin-bottom: 4px; text-align: left; }
th { width: 16px; font-weight: normal; }
td, th { padding: 0 2px; line-height: 19px; }
.track { background: var(--raised); padding: 0; }
.bar { height: 13px; }
.percent { width: 64px; text-align: right; }
.true th, .true .percent { font-weight: bold; }
.true .track { outline: 1px solid var(--ink); }
`;
