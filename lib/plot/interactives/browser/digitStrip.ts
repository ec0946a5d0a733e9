/**
 * Digits to choose from, each with a few words; one of them is looked at closely.
 * Flow: bytes, answers → **digit strip** → neuron, drawing pad.
 */
import { element } from './element';

export interface DigitStrip {
  readonly node: HTMLElement;
  /** @param words what stands below each digit; `chosen` is the one that is marked, if any. */
  show(words: readonly string[], chosen: number | undefined): void;
}

/** @param images one after another, `height · width` bytes each. */
export function createDigitStrip(
  images: ArrayLike<number>,
  height: number,
  width: number,
  onChoose: (digit: number) => void,
): DigitStrip {
  const size = height * width;
  const count = images.length / size;
  const buttons = Array.from({ length: count }, (_, digit) => {
    const words = element('span');
    const node = element('button', { type: 'button', class: 'digit' }, [
      picture(Array.from(images).slice(digit * size, (digit + 1) * size), height, width),
      words,
    ]);
    node.addEventListener('click', () => onChoose(digit));
    return { node, words };
  });
  return {
    node: element(
      'div',
      { class: 'digits', role: 'group', 'aria-label': 'Digits' },
      buttons.map(({ node }) => node),
    ),
    show: (texts, chosen) => {
      buttons.forEach(({ node, words }, digit) => {
        words.textContent = texts[digit]!;
        node.setAttribute('aria-pressed', String(digit === chosen));
      });
    },
  };
}

/** White ink on black, a pixel for a pixel; the button's words say what it is. */
function picture(pixels: readonly number[], height: number, width: number): HTMLCanvasElement {
  const canvas = element('canvas', { width, height, 'aria-hidden': 'true' });
  const colors = pixels.flatMap(pixel => [pixel, pixel, pixel, 255]);
  canvas.getContext('2d')!.putImageData(new ImageData(Uint8ClampedArray.from(colors), width, height), 0, 0);
  return canvas;
}

export const STRIP_STYLE: string = `
.digits { display: flex; flex-wrap: wrap; gap: 6px; }
.digit { display: grid; justify-items: center; gap: 2px; width: 84px; padding: 4px; font-size: 12px; white-space: pre-line; }
.digit canvas { width: 56px; height: 56px; image-rendering: pixelated; }
.digit[aria-pressed=true] { outline: 3px solid var(--mark); border-color: #000; }
`;
