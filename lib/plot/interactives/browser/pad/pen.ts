/**
 * The square to draw on: by mouse and finger, and by keyboard with a pen that walks from cell to cell.
 * Flow: pointer, keys → **pen** → strokes.
 */
import { PAD_SIDE, type Point } from '../../strokes';
import { element } from '../element';
import { afterKey } from '../gridKeys';

export interface PenOptions {
  /** The pen comes down and makes a dot. */
  readonly onBegin: (point: Point) => void;
  /** The pen draws a line from where it was. */
  readonly onDraw: (point: Point) => void;
  readonly onUndo: () => void;
  /** @param text where the keyboard's pen is and whether it is down, for those who listen. */
  readonly onWalk: (text: string) => void;
}

export interface Pen {
  readonly node: HTMLElement;
  /** @param ink `PAD_SIDE · PAD_SIDE` bytes. */
  show(ink: Uint8Array): void;
}

/** Places for the keyboard's pen along each side. */
const CELLS = 20;
const CELL = PAD_SIDE / CELLS;

export function createPen(options: PenOptions): Pen {
  const canvas = element('canvas', { width: PAD_SIDE, height: PAD_SIDE, 'aria-hidden': 'true' });
  const cursor = element('div', { class: 'cursor' });
  const node = element(
    'div',
    {
      class: 'pad',
      tabindex: 0,
      role: 'application',
      'aria-label':
        'Pad to draw on. The arrow keys move the pen, the space bar puts it down and lifts it, Backspace undoes.',
    },
    [canvas, cursor],
  );
  const context = canvas.getContext('2d')!;
  followPointer(node, options);
  followKeys(node, cursor, options);
  return {
    node,
    show: ink => {
      const colors = new Uint8ClampedArray(4 * ink.length);
      ink.forEach((value, at) => {
        colors.set([value, value, value, 255], 4 * at);
      });
      context.putImageData(new ImageData(colors, PAD_SIDE, PAD_SIDE), 0, 0);
    },
  };
}

function followPointer(node: HTMLElement, { onBegin, onDraw }: PenOptions): void {
  let drawing: number | undefined;
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const area = node.getBoundingClientRect();
    const scale = PAD_SIDE / node.clientWidth;
    return {
      x: (clientX - area.left - node.clientLeft) * scale,
      y: (clientY - area.top - node.clientTop) * scale,
    };
  };
  node.addEventListener('pointerdown', event => {
    if (event.button !== 0 || drawing !== undefined) return; // a second finger does not draw
    event.preventDefault();
    node.focus({ preventScroll: true });
    node.setPointerCapture(event.pointerId);
    drawing = event.pointerId;
    onBegin(pointOf(event));
  });
  node.addEventListener('pointermove', event => {
    if (event.pointerId !== drawing) return;
    const steps = event.getCoalescedEvents?.() ?? [];
    for (const step of steps.length > 0 ? steps : [event]) onDraw(pointOf(step));
  });
  for (const end of ['pointerup', 'pointercancel'] as const) {
    node.addEventListener(end, event => {
      if (event.pointerId === drawing) drawing = undefined;
    });
  }
}

function followKeys(node: HTMLElement, cursor: HTMLElement, options: PenOptions): void {
  let [row, column] = [3, 5];
  let isDown = false;
  const place = () => {
    cursor.style.left = `${(100 * (column + 0.5)) / CELLS}%`;
    cursor.style.top = `${(100 * (row + 0.5)) / CELLS}%`;
    cursor.classList.toggle('down', isDown);
  };
  const point = (): Point => ({ x: (column + 0.5) * CELL, y: (row + 0.5) * CELL });
  const tell = () =>
    options.onWalk(`Pen ${isDown ? 'down' : 'up'}, row ${row + 1}, column ${column + 1} of ${CELLS}.`);
  node.addEventListener('keydown', event => {
    if (event.key === 'Backspace') {
      isDown = false;
      options.onUndo();
    } else if (event.key === ' ') {
      isDown = !isDown;
      if (isDown) options.onBegin(point());
    } else {
      const next = afterKey(event, [row, column], [CELLS, CELLS]);
      if (next === undefined) return;
      [row, column] = next;
      if (isDown) options.onDraw(point());
    }
    event.preventDefault();
    place();
    tell();
  });
  node.addEventListener('pointerdown', () => {
    isDown = false;
    place();
  });
  node.addEventListener('blur', () => {
    isDown = false;
    place();
  });
  place();
}
