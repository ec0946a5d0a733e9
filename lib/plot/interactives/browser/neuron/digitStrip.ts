/**
 * The digits that are asked about, each with its answer; one of them is looked at closely.
 * Flow: bytes, answers → **digit strip** → neuron.
 */
import { element } from '../element';

export interface DigitStrip {
  readonly node: HTMLElement;
  /** @param words what stands below each digit. */
  show(words: readonly string[], chosen: number): void;
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
