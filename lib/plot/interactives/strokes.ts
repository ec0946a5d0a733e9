/**
 * What a pen leaves on the pad: lines as ink.
 * Flow: pointer, keys → strokes → **strokeInk** → centreDigit.
 */

/** A place on the pad, in its pixels from the upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the pen was between coming down and going up; one point is a dot. */
export type Stroke = readonly Point[];

/** The pad is square: five pixels for one of MNIST's. */
export const PAD_SIDE = 140;

/** A digit that fills two thirds of the pad comes out with strokes as wide as MNIST's. */
const PEN_RADIUS = 6;

/**
 * The strokes as ink, 0 to 255, with soft edges; where they cross they are no darker.
 *
 * @returns `PAD_SIDE · PAD_SIDE` bytes, row by row.
 */
export function strokeInk(strokes: readonly Stroke[]): Uint8Array {
  const ink = new Uint8Array(PAD_SIDE * PAD_SIDE);
  for (const stroke of strokes) {
    stroke.forEach((point, index) => {
      drawLine(ink, stroke[Math.max(0, index - 1)]!, point);
    });
  }
  return ink;
}

function drawLine(ink: Uint8Array, from: Point, to: Point): void {
  const reach = PEN_RADIUS + 1;
  const range = (a: number, b: number): readonly [number, number] => [
    Math.max(0, Math.floor(Math.min(a, b) - reach)),
    Math.min(PAD_SIDE - 1, Math.ceil(Math.max(a, b) + reach)),
  ];
  const [left, right] = range(from.x, to.x);
  const [top, bottom] = range(from.y, to.y);
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const outside = distance({ x: x + 0.5, y: y + 0.5 }, from, to) - PEN_RADIUS;
      const value = Math.round(255 * Math.min(1, Math.max(0, 0.5 - outside)));
      const at = y * PAD_SIDE + x;
      ink[at] = Math.max(ink[at]!, value);
    }
  }
}

/** From a point to the nearest one of a line between two others. */
function distance(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - share * dx, point.y - from.y - share * dy);
}
