/**
 * Three scores and their answer: drag either, and the other follows.
 * Flow: SimplexData → **simplex** (class bars, temperature ↔ triangle) → page.
 */
import { numberText } from '../../numberText';
import type { SimplexData } from '../../simplexData';
import { simplexDrawing } from '../../simplexDrawing';
import {
  answerAt,
  scoresFor,
  type Triple,
  toPoint,
  toProbabilities,
  triple,
  VIEW,
} from '../../simplexGeometry';
import { createAnnouncer } from '../announcer';
import { button, slider } from '../controls';
import { createDragPoint } from '../dragPoint';
import { drawing } from '../drawing';
import { element } from '../element';
import { createClassBar } from './classBar';
import { differences, spokenAnswer, writtenSoftmax } from './words';

const SIZE = `viewBox="0 0 ${VIEW.width} ${VIEW.height}"`;
const LEGEND = 'Thick line: the way of the answer from cold to hot. Dashed: two classes level.';

/** The parts of the page, from the temperature down to the sentences. */
export function createSimplex({ logits: start, limit }: SimplexData): readonly Node[] {
  const announcer = createAnnouncer();
  const triangle = element('div');
  const sum = element('p', { class: 'sum' });
  const note = element('p', { class: 'note' });
  let logits = start;
  /** The scores' mean as they were last set themselves; the dragged point comes back to it when the limit held it off. */
  let mean = meanOf(start);
  let temperature = 1;

  const show = (remark = differences(logits)) => {
    const answer = answerAt(logits, temperature);
    const [x, y] = toPoint(answer);
    const lines = simplexDrawing(logits, 'var(--ink)');
    triangle.replaceChildren(drawing(`<svg ${SIZE} aria-hidden="true">${lines}</svg>`));
    point.moveTo(x / VIEW.width, y / VIEW.height, spokenAnswer(answer));
    bars.forEach((bar, index) => {
      bar.show(logits[index]!, answer[index]!);
    });
    sum.textContent = writtenSoftmax(logits, temperature, answer);
    note.textContent = remark;
    up.disabled = Math.max(...logits) + 1 > limit;
    down.disabled = Math.min(...logits) - 1 < -limit;
    announcer.say(`${spokenAnswer(answer)}. ${remark}`);
  };
  const setScores = (next: Triple, remark?: string) => {
    logits = next;
    mean = meanOf(next);
    show(remark);
  };
  const point = createDragPoint(triangle, {
    label: 'The answer, a point in the triangle',
    onMove: (x, y) => {
      const answer = toProbabilities([x * VIEW.width, y * VIEW.height]);
      logits = scoresFor(answer, temperature, mean, limit);
      show();
    },
  });
  const bars = start.map((score, index) =>
    createClassBar(index, score, limit, next =>
      setScores(triple(logits.map((old, at) => (at === index ? next : old)))),
    ),
  );
  /** In powers of two, so that half and double are equally far from 1. */
  const heat = slider({
    label: 'Temperature',
    min: -3,
    max: 3,
    step: 0.1,
    value: 0,
    text: power => numberText(2 ** power),
    onInput: power => {
      temperature = 2 ** power;
      show();
    },
  });
  const shift = (by: 1 | -1) => () => {
    setScores(
      triple(logits.map(score => score + by)),
      `All scores ${by > 0 ? 'rose' : 'fell'} by 1, no difference changed: the probabilities are the same.`,
    );
  };
  const up = button('All + 1', shift(1));
  const down = button('All − 1', shift(-1));
  const again = button('Start again', () => {
    heat.value = 0;
    temperature = 1;
    setScores(start);
  });
  show();
  return [
    element('div', { class: 'stage' }, [
      element('div', { class: 'column' }, [point.node, element('p', { class: 'note' }, [LEGEND])]),
      element('div', { class: 'column' }, [
        heat.node,
        ...bars.map(bar => bar.node),
        element('div', { class: 'buttons' }, [up, down, again]),
      ]),
    ]),
    sum,
    note,
    announcer.node,
  ];
}

function meanOf([first, second, third]: Triple): number {
  return (first + second + third) / 3;
}
