/**
 * The digit in its frame, to be moved by arrow keys or pulled by the pointer.
 * Flow: shiftDigits → **digit pad** → shift test.
 */
import { shiftDigits } from '../../../../evaluate/shiftDigits';
import type { Digits } from '../../../../types/digits';
import type { Shift } from '../../shiftAnswers';
import { element } from '../element';

export interface DigitPad {
  readonly node: HTMLElement;
  /** @param digit one digit, not yet moved. */
  show(digit: Digits, shift: Shift): void;
}

const STEPS: Readonly<Record<string, Shift>> = {
  ArrowLeft: { right: -1, down: 0 },
  ArrowRight: { right: 1, down: 0 },
  ArrowUp: { right: 0, down: -1 },
  ArrowDown: { right: 0, down: 1 },
};

/** @param onMove gets the shift that is wanted, which may be too far. */
export function createDigitPad(
  { height, width }: Pick<Digits, 'height' | 'width'>,
  onMove: (shift: Shift) => void,
): DigitPad {
  const canvas = element('canvas', { width, height, role: 'img' });
  const context = canvas.getContext('2d')!;
  const node = element(
    'div',
    {
      class: 'pad',
      tabindex: 0,
      role: 'application',
      'aria-label': 'Digit. The arrow keys move it, Home brings it back.',
    },
    [canvas],
  );
  let shown: Shift = { right: 0, down: 0 };
  let held: { readonly shift: Shift; readonly x: number; readonly y: number } | undefined;

  node.addEventListener('keydown', event => {
    const step = event.key === 'Home' ? { right: -shown.right, down: -shown.down } : STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onMove({ right: shown.right + step.right, down: shown.down + step.down });
  });
  node.addEventListener('pointerdown', event => {
    node.setPointerCapture(event.pointerId);
    held = { shift: shown, x: event.clientX, y: event.clientY };
  });
  node.addEventListener('pointermove', event => {
    if (held === undefined || event.buttons !== 1) return;
    const pixel = canvas.getBoundingClientRect().width / width;
    onMove({
      right: held.shift.right + Math.round((event.clientX - held.x) / pixel),
      down: held.shift.down + Math.round((event.clientY - held.y) / pixel),
    });
  });
  return {
    node,
    show: (digit, shift) => {
      shown = shift;
      const inks = shiftDigits(digit, shift.right, shift.down).images;
      const colors = Uint8ClampedArray.from(Array.from(inks).flatMap(ink => [ink, ink, ink, 255]));
      context.putImageData(new ImageData(colors, width, height), 0, 0);
      canvas.setAttribute('aria-label', `The digit, ${shiftText(shift)}`);
    },
  };
}

/** @example shiftText({ right: -2, down: 1 }) // '2 pixels to the left, 1 pixel down' */
export function shiftText({ right, down }: Shift): string {
  const pixels = (count: number) => `${Math.abs(count)} ${Math.abs(count) === 1 ? 'pixel' : 'pixels'}`;
  const parts = [
    ...(right === 0 ? [] : [`${pixels(right)} to the ${right < 0 ? 'left' : 'right'}`]),
    ...(down === 0 ? [] : [`${pixels(down)} ${down < 0 ? 'up' : 'down'}`]),
  ];
  return parts.length === 0 ? 'not moved' : parts.join(', ');
}
