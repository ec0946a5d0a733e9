/**
 * A digit to move, what two networks say to it, and how their answers change on the way.
 * Flow: ShiftData → **shift test** (controls → pad, bars, curve) → page.
 */
import { selectDigits } from '../../../../data/selectDigits';
import { seriesStyle } from '../../../theme';
import { answers, type Shift } from '../../shiftAnswers';
import { readShiftData, type ShiftData } from '../../shiftData';
import { createAnnouncer } from '../announcer';
import type { Choice } from '../choice';
import { button, choices, slider } from '../controls';
import { element } from '../element';
import { titled } from '../window/titled';
import { createBars } from './bars';
import { type CurveChoice, createCurve } from './curve';
import { createDigitPad, shiftText } from './digitPad';

const DIRECTIONS: readonly Choice<CurveChoice['direction']>[] = [
  ['sideways', 'left to right'],
  ['upDown', 'up to down'],
];

/** The parts of the page, from the controls down to the curve. */
export function createShiftTest(data: ShiftData): readonly Node[] {
  const setup = readShiftData(data);
  const { digits, networks, maxShift } = setup;
  const announcer = createAnnouncer();
  let shift: Shift = { right: 0, down: 0 };
  let choice: CurveChoice = { direction: 'sideways', of: 'digit', digit: 0 };

  const within = (pixels: number) => Math.min(maxShift, Math.max(-maxShift, pixels));
  const moveTo = ({ right, down }: Shift) => {
    shift = { right: within(right), down: within(down) };
    render();
  };
  const choose = (changed: Partial<CurveChoice>) => {
    choice = { ...choice, ...changed };
    render();
  };
  const pad = createDigitPad(digits, moveTo);
  const bars = networks.map(({ name }, index) => createBars(name, seriesStyle(index).color, digits.classes));
  const curve = createCurve(setup);
  const moved = element('p', { class: 'note' });
  const axisSlider = (label: string, axis: keyof Shift) =>
    slider({
      label,
      min: -maxShift,
      max: maxShift,
      step: 1,
      value: 0,
      text: pixels => shiftText({ right: 0, down: 0, [axis]: pixels }),
      onInput: pixels => moveTo({ ...shift, [axis]: pixels }),
    });
  const sliders = { right: axisSlider('Sideways', 'right'), down: axisSlider('Up and down', 'down') };

  const render = () => {
    const digit = selectDigits(digits, [choice.digit]);
    const label = digit.labels[0]!;
    pad.show(digit, shift);
    sliders.right.value = shift.right;
    sliders.down.value = shift.down;
    moved.textContent = `A ${label}, ${shiftText(shift)}.`;
    const spoken = bars.map((bar, network) => bar.show(answers(setup, network, digit, shift), label));
    curve.show(choice, shift);
    announcer.say([moved.textContent, ...spoken].join(' '));
  };
  render();

  const digitChoices = Array.from(
    digits.labels,
    (label, digit): Choice<string> => [String(digit), `${digit + 1}: a ${label}`],
  );
  const curveChoices: readonly Choice<CurveChoice['of']>[] = [
    ['digit', 'this digit’s probability'],
    ['all', `share of all ${digits.count} digits read`],
  ];
  return [
    element('div', { class: 'controls' }, [
      choices('Digit', digitChoices, '0', digit => choose({ digit: Number(digit) })).node,
      sliders.right.node,
      sliders.down.node,
      button('Back to the middle', () => moveTo({ right: 0, down: 0 })),
    ]),
    element('div', { class: 'stage' }, [
      titled('Digit', [pad.node, moved], 'digit'),
      ...bars.map(({ node }) => node),
      titled(
        'On the way',
        [
          element('div', { class: 'controls' }, [
            choices('Curve', curveChoices, 'digit', of => choose({ of })).node,
            choices('Moved', DIRECTIONS, 'sideways', direction => choose({ direction })).node,
          ]),
          curve.node,
        ],
        'way',
      ),
    ]),
    announcer.node,
  ];
}
