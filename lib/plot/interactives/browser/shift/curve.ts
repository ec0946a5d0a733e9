/**
 * One number of both networks at every shift along a line, measured shift by shift.
 * Flow: shiftAnswers → **curve** (lineSvg) → shift test.
 */
import { lineSvg } from '../../lineSvg';
import { percentText } from '../../numberText';
import { rightProbability, type Shift, shareRead, shiftsUpTo } from '../../shiftAnswers';
import type { ShiftSetup } from '../../shiftData';
import { drawing } from '../drawing';
import { element } from '../element';

/** What the curve is about. */
export interface CurveChoice {
  readonly direction: 'sideways' | 'upDown';
  readonly of: 'digit' | 'all';
  readonly digit: number;
}

export interface Curve {
  readonly node: HTMLElement;
  /** Draws the curve through this shift; measures it anew if the last one does not hold for it. */
  show(choice: CurveChoice, shift: Shift): void;
}

export function createCurve(setup: ShiftSetup): Curve {
  const node = element('div', { class: 'curve' });
  const shifts = shiftsUpTo(setup.maxShift);
  let choice: CurveChoice = { direction: 'sideways', of: 'digit', digit: 0 };
  let shift: Shift = { right: 0, down: 0 };
  /** One pair of numbers for each shift, as far as they are known. */
  let measured: readonly (readonly number[])[] = [];
  let line = '';
  let timer: number | undefined;

  /** One shift at a time, so that the page answers in between. */
  const measureNext = () => {
    const along = shifts[measured.length];
    if (along === undefined) return;
    const { direction, of, digit } = choice;
    const place = direction === 'sideways' ? { ...shift, right: along } : { ...shift, down: along };
    const values = setup.networks.map((_, network) =>
      of === 'all' ? shareRead(setup, network, place) : rightProbability(setup, network, digit, place),
    );
    measured = [...measured, values];
    draw();
    timer = setTimeout(measureNext);
  };
  const draw = () => {
    const { direction, of, digit } = choice;
    const isSideways = direction === 'sideways';
    const now = isSideways ? shift.right : shift.down;
    const what =
      of === 'all'
        ? `share of the ${setup.digits.count} digits read`
        : `probability of ${setup.digits.labels[digit]}`;
    const lines = setup.networks.map(({ name }, network) => ({
      name,
      x: shifts.slice(0, measured.length),
      y: measured.map(values => values[network]!),
    }));
    const here = lines.flatMap(({ name, y }) => {
      const value = y[now + setup.maxShift];
      return value === undefined ? [] : [`${name} ${percentText(value)}`];
    });
    const svg = lineSvg(lines, {
      x: {
        title: `shift ${isSideways ? 'to the right' : 'down'} (pixels)`,
        range: [-setup.maxShift, setup.maxShift],
      },
      y: { title: what, range: [0, 1] },
      now,
      alt: `Curves of the ${what} over the shift. At ${now} pixels: ${here.join(', ')}.`,
    });
    node.replaceChildren(drawing(svg));
  };
  return {
    node,
    show: (nextChoice, nextShift) => {
      [choice, shift] = [nextChoice, nextShift];
      const across = choice.direction === 'sideways' ? shift.down : shift.right;
      const nextLine = [choice.direction, choice.of, choice.of === 'all' ? '' : choice.digit, across].join(
        ' ',
      );
      if (nextLine === line) return draw();
      clearTimeout(timer);
      line = nextLine;
      measured = [];
      measureNext();
    },
  };
}
