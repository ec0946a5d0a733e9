/**
 * Where SVG elements lie, for jsdom, which lays nothing out. Plotly makes room for axis labels and legends by it.
 * Flow: plotlyWindow → **svgBox** → textSize.
 */
import { textWidth } from './textSize';

/** An element of the page, as far as it is measured here. */
export interface SvgElement {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly children: Iterable<SvgElement>;
  readonly style: { readonly fontSize: string; readonly textAnchor: string };
  getAttribute(name: string): string | null;
}
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
type Point = readonly [x: number, y: number];

/** Lines of one text are this far apart, in units of the font size: plotly's own value. */
const LINE_HEIGHT = 1.3;
const NOTHING: Box = { left: 0, top: 0, right: 0, bottom: 0 };

/** The box around an element in its own coordinates, without its own transform, as `getBBox` gives it. */
export function innerBox(element: SvgElement): Box {
  if (element.tagName === 'text') return textBox(element);
  if (element.tagName === 'rect') return rectBox(element);
  const boxes = [...element.children].map(outerBox).filter(box => box !== NOTHING);
  return boxes.length === 0 ? NOTHING : union(boxes);
}

/** The same in its parent's coordinates: the element's own transform is applied. */
export function outerBox(element: SvgElement): Box {
  const box = innerBox(element);
  const transform = element.getAttribute('transform');
  if (transform === null || box === NOTHING) return box;
  const { left, top, right, bottom } = box;
  const corners: readonly Point[] = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ];
  const moved = corners.map(corner => transformPoint(transform, corner));
  return union(moved.map(([x, y]) => ({ left: x, right: x, top: y, bottom: y })));
}

function textBox(element: SvgElement): Box {
  const fontSize = Number.parseFloat(element.style.fontSize) || 12;
  const spans = [...element.children].filter(child => child.getAttribute('class') === 'line');
  const lines = spans.length === 0 ? [element] : spans;
  const width = fontSize * Math.max(...lines.map(line => textWidth(line.textContent ?? '')));
  if (width === 0) return NOTHING;
  const anchor = element.style.textAnchor || element.getAttribute('text-anchor');
  const left = numberOf(element, 'x') - width * (anchor === 'middle' ? 0.5 : anchor === 'end' ? 1 : 0);
  const top = numberOf(element, 'y') - 0.95 * fontSize; // `y` is the baseline
  return {
    left,
    top,
    right: left + width,
    bottom: top + fontSize * (1.2 + LINE_HEIGHT * (lines.length - 1)),
  };
}

function rectBox(element: SvgElement): Box {
  const left = numberOf(element, 'x');
  const top = numberOf(element, 'y');
  return { left, top, right: left + numberOf(element, 'width'), bottom: top + numberOf(element, 'height') };
}

function numberOf(element: SvgElement, attribute: string): number {
  return Number.parseFloat(element.getAttribute(attribute) ?? '') || 0;
}

function union(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(box => box.left)),
    top: Math.min(...boxes.map(box => box.top)),
    right: Math.max(...boxes.map(box => box.right)),
    bottom: Math.max(...boxes.map(box => box.bottom)),
  };
}

/** Applies `translate(x,y)`, `rotate(degrees,x,y)` and `scale(s)` from right to left, as SVG does. */
function transformPoint(transform: string, point: Point): Point {
  const steps = [...transform.matchAll(/(\w+)\(([^)]*)\)/g)].reverse();
  return steps.reduce<Point>(([x, y], [, kind, list]) => {
    const [a = 0, b = 0, c = 0] = (list ?? '').split(/[\s,]+/).map(Number);
    if (kind === 'translate') return [x + a, y + b];
    if (kind === 'scale') return [x * a, y * a];
    const [cos, sin] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)];
    return [b + (x - b) * cos - (y - c) * sin, c + (x - b) * sin + (y - c) * cos];
  }, point);
}
