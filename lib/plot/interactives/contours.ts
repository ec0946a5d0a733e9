/**
 * Lines of equal height through a grid of numbers.
 * Flow: grid of losses → **contours** → loss map.
 */

/** Heights on a regular grid, `rows[y][x]`. */
export type HeightGrid = readonly (readonly number[])[];

/** A straight piece of a line, from one side of a square of the grid to another; places in squares. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/**
 * The line at one height, piece by piece (marching squares): a side of a square is crossed where one end lies below
 * the height and the other does not, at the place a straight line between the two would have it.
 *
 * A square with all four sides crossed is a saddle: its mean says which crossings belong together.
 *
 * @example contour([[0, 2], [0, 2]], 1) // [[0.5, 0, 0.5, 1]]
 * @see Lorensen & Cline, Marching Cubes (1987), in the plane.
 */
export function contour(rows: HeightGrid, height: number): readonly Segment[] {
  return rows.slice(1).flatMap((below, y) => {
    const above = rows[y]!;
    return below.slice(1).flatMap((_, x) => {
      const [a, b, c, d] = [above[x]!, above[x + 1]!, below[x + 1]!, below[x]!]; // clockwise from top left
      return squareSegments([a, b, c, d], height).map(
        ([x1, y1, x2, y2]) => [x + x1, y + y1, x + x2, y + y2] as const,
      );
    });
  });
}

type Corners = readonly [topLeft: number, topRight: number, bottomRight: number, bottomLeft: number];
type Place = readonly [x: number, y: number];

function squareSegments(corners: Corners, height: number): readonly Segment[] {
  const [a, b, c, d] = corners;
  const sides: readonly (readonly [from: number, to: number, place: (share: number) => Place])[] = [
    [a, b, share => [share, 0]],
    [b, c, share => [1, share]],
    [d, c, share => [share, 1]],
    [a, d, share => [0, share]],
  ];
  const crossings = sides.flatMap(([from, to, place]) =>
    from < height === to < height ? [] : [place((height - from) / (to - from))],
  );
  const joined = (p: Place, q: Place): Segment => [...p, ...q];
  const [top, right, bottom, left] = crossings;
  if (!top || !right) return [];
  if (!bottom || !left) return [joined(top, right)];
  const isMiddleBelow = (a + b + c + d) / 4 < height;
  return a < height === isMiddleBelow
    ? [joined(top, right), joined(bottom, left)]
    : [joined(top, left), joined(right, bottom)];
}
