/**
 * A point that can be moved over a picture: dragged by mouse or finger, or pushed with the arrow keys.
 * Flow: pointer, keys → **drag point** → pages that draw what it means.
 */
import { element } from './element';

export interface DragPointOptions {
  /** What the point is, for those who listen. */
  readonly label: string;
  /** Called with where it is wanted: shares of the picture's width and height, from its top left corner. */
  readonly onMove: (x: number, y: number) => void;
}

export interface DragPoint {
  readonly node: HTMLElement;
  /** @param text what its place means, for those who listen. */
  moveTo(x: number, y: number, text: string): void;
}

/** How far a key pushes the point, as a share of the picture; with Shift five times as far. */
const PUSH = 0.01;
const PUSHES: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-PUSH, 0],
  ArrowRight: [PUSH, 0],
  ArrowUp: [0, -PUSH],
  ArrowDown: [0, PUSH],
};

/** The picture with the point on it. The point stays where it is until `moveTo` is called. */
export function createDragPoint(picture: HTMLElement, { label, onMove }: DragPointOptions): DragPoint {
  const point = element('div', {
    class: 'drag-point',
    role: 'slider',
    tabindex: 0,
    'aria-label': label,
    'aria-valuemin': 0,
    'aria-valuemax': 100,
  });
  const node = element('div', { class: 'drag-area' }, [picture, point]);
  let [x, y] = [0, 0];
  const follow = (event: PointerEvent) => {
    if (event.buttons !== 1) return;
    const area = node.getBoundingClientRect();
    onMove((event.clientX - area.left) / area.width, (event.clientY - area.top) / area.height);
  };
  node.addEventListener('pointerdown', event => {
    event.preventDefault(); // no text is selected on the way
    point.focus();
    node.setPointerCapture(event.pointerId);
    follow(event);
  });
  node.addEventListener('pointermove', follow);
  point.addEventListener('keydown', event => {
    const push = PUSHES[event.key];
    if (push === undefined) return;
    event.preventDefault();
    const times = event.shiftKey ? 5 : 1;
    onMove(x + times * push[0], y + times * push[1]);
  });
  return {
    node,
    moveTo: (nextX, nextY, text) => {
      [x, y] = [nextX, nextY];
      point.style.left = `${100 * x}%`;
      point.style.top = `${100 * y}%`;
      point.setAttribute('aria-valuenow', String(Math.round(100 * x)));
      point.setAttribute('aria-valuetext', text);
    },
  };
}
