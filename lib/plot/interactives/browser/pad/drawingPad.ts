/**
 * A pad, the drawing as the network gets it, all layers at work on it, and the answer.
 * Flow: DrawingPadData → **drawing pad** (pen → sheet → centreDigit → answerTo → layers, bars) → page.
 */
import { centreDigit } from '../../../../data/photo/centreDigit';
import { seriesStyle } from '../../../theme';
import { type Answer, answerText, answerTo } from '../../drawingPadAnswer';
import { type DrawingPadData, IMAGE_SIDE, readDrawingPadData } from '../../drawingPadData';
import { createAnnouncer } from '../announcer';
import { button } from '../controls';
import { createDigitStrip } from '../digitStrip';
import { element } from '../element';
import { createProbabilityBars } from '../probabilityBars';
import { titled } from '../window/titled';
import { createLayers } from './layers';
import { createPen } from './pen';
import { beginStroke, EMPTY_SHEET, extendStroke, imageOf, inkOf, type Sheet } from './sheet';

const EMPTY = 'The pad is empty. Draw a digit, large.';

/** The parts of the page, from the digits to begin with down to the layers. */
export function createDrawingPad(data: DrawingPadData): readonly Node[] {
  const setup = readDrawingPadData(data);
  const { digits, layers } = setup;
  const first = centreDigit(digits.images.subarray(0, IMAGE_SIDE ** 2), IMAGE_SIDE, IMAGE_SIDE);
  const shapes = answerTo(setup, first).outputs.map(({ shape }) => shape);
  let sheets: readonly Sheet[] = [EMPTY_SHEET, { digit: 0, strokes: [] }];
  let walked = '';

  const announcer = createAnnouncer();
  const verdict = element('p', { class: 'verdict' });
  const input = element('canvas', { width: IMAGE_SIDE, height: IMAGE_SIDE, role: 'img' });
  const bars = createProbabilityBars('Probabilities', seriesStyle(0).color, digits.classes);
  const maps = createLayers(
    layers.map(({ type }) => type),
    shapes,
  );

  const render = () => {
    const sheet = sheets.at(-1)!;
    const ink = inkOf(sheet, digits);
    const image = imageOf(sheet, ink, digits);
    const answer: Answer | undefined = image && answerTo(setup, image);
    pen.show(ink);
    paintInput(input, image);
    maps.show(answer?.outputs);
    bars.show(answer?.probabilities.data, answer?.read);
    verdict.textContent = answer ? answerText(answer) : EMPTY;
    strip.show(words, sheet.digit);
    undo.disabled = sheets.length === 1;
    announcer.say(`${walked} ${verdict.textContent}`.trim());
    walked = '';
  };
  let isScheduled = false;
  /** A pen can move more often than there is something to see. */
  const schedule = () => {
    if (isScheduled) return;
    isScheduled = true;
    requestAnimationFrame(() => {
      isScheduled = false;
      render();
    });
  };
  const put = (sheet: Sheet) => {
    sheets = [...sheets, sheet];
    schedule();
  };
  const takeBack = () => {
    if (sheets.length > 1) sheets = sheets.slice(0, -1);
    schedule();
  };

  const pen = createPen({
    onBegin: point => put(beginStroke(sheets.at(-1)!, point)),
    onDraw: point => {
      sheets = [...sheets.slice(0, -1), extendStroke(sheets.at(-1)!, point)];
      schedule();
    },
    onUndo: takeBack,
    onWalk: text => {
      walked = text;
      schedule();
    },
  });
  const undo = button('Undo', takeBack);
  const clear = button('Clear', () => put(EMPTY_SHEET));
  const words = Array.from({ length: digits.count }, (_, digit) => `a ${digits.labels[digit] ?? 'digit'}`);
  const strip = createDigitStrip(digits.images, IMAGE_SIDE, IMAGE_SIDE, digit => put({ digit, strokes: [] }));
  render();

  return [
    titled('Draw, or begin with one of these', [strip.node]),
    element('div', { class: 'stage' }, [
      element('div', { class: 'left' }, [
        titled('Pad', [
          pen.node,
          element('div', { class: 'controls' }, [undo, clear]),
          element('p', { class: 'note' }, [
            'Draw large. Keys: arrows move the pen, the space bar puts it down and lifts it, Backspace undoes.',
          ]),
        ]),
        titled('What the network gets, and reads', [
          element('div', { class: 'input' }, [input, verdict]),
          bars.node,
        ]),
      ]),
      titled(
        'What each layer gives',
        [element('p', { class: 'note' }, ['Orange: above 0. Blue: below 0.']), maps.node],
        'work',
      ),
    ]),
    announcer.node,
  ];
}

function paintInput(canvas: HTMLCanvasElement, image: Uint8Array | undefined): void {
  const inks = image ?? new Uint8Array(IMAGE_SIDE ** 2);
  const colors = Uint8ClampedArray.from(Array.from(inks).flatMap(ink => [ink, ink, ink, 255]));
  canvas.getContext('2d')!.putImageData(new ImageData(colors, IMAGE_SIDE, IMAGE_SIDE), 0, 0);
  const content = image ? 'the drawing, centred by its mass' : 'nothing yet';
  canvas.setAttribute('aria-label', `Input of ${IMAGE_SIDE} × ${IMAGE_SIDE} pixels: ${content}`);
}
