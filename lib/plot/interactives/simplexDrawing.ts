/**
 * The triangle as SVG: corners, ties, and the way of an answer from cold to hot.
 * Flow: logits → **simplexDrawing** → the page and the still picture, each of which puts the point on top.
 */
import { seriesStyle } from '../theme';
import { answerAt, CORNERS, type Point, type Triple, toPoint } from './simplexGeometry';

/** Temperatures along the way, from next to argmax to next to a third each: powers of two. */
const WAY: readonly number[] = Array.from({ length: 121 }, (_, step) => 2 ** (step / 10 - 5));

/** @param ink the colour of lines and letters. */
export function simplexDrawing(logits: Triple, ink: string): string {
  const [top, left, right] = CORNERS;
  const centre = toPoint([1 / 3, 1 / 3, 1 / 3]);
  const ties = [between(top, left), between(top, right), between(left, right)]
    .map(middle => `M${text(centre)}L${text(middle)}`)
    .join('');
  const way = WAY.map(temperature => text(toPoint(answerAt(logits, temperature)))).join(' ');
  return (
    `<g fill="none" stroke="${ink}"><polygon points="${CORNERS.map(text).join(' ')}" stroke-width="1.5"/>` +
    `<path d="${ties}" stroke-dasharray="4 4" opacity="0.6"/>` +
    `<polyline points="${way}" stroke="${seriesStyle(3).color}" stroke-width="3" stroke-linecap="round"/></g>` +
    `<g fill="${ink}" text-anchor="middle" font-size="14">${[top, left, right].map(cornerName).join('')}</g>`
  );
}

function cornerName([x, y]: Point, index: number): string {
  const baseline = index === 0 ? y - 14 : y + 24;
  return (
    `<text x="${x}" y="${round(baseline)}">class ${index}</text>` +
    `<circle cx="${x}" cy="${round(y)}" r="5" fill="${seriesStyle(index).color}"/>`
  );
}

function between(a: Point, b: Point): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

function text([x, y]: Point): string {
  return `${round(x)},${round(y)}`;
}

function round(position: number): number {
  return Number(position.toFixed(1));
}
