/**
 * Shapes on a blueprint: some sizes are not known before the session runs.
 * Flow: **shape** → graph, operations, session.
 */

/** How many numbers along each axis; `null` is open: it may differ from run to run, as the batch does. */
export type Shape = readonly (number | null)[];

/** `[null, 784]` */
export function shapeText(shape: Shape): string {
  return `[${shape.map(String).join(', ')}]`;
}

/** The error for what does not fit; shapes in the template are written as `[null, 784]`. */
export function misfit(template: TemplateStringsArray, ...parts: (string | Shape)[]): RangeError {
  const texts = parts.map(part => (typeof part === 'string' ? part : shapeText(part)));
  return new RangeError(String.raw({ raw: template }, ...texts));
}

/** Can both be the shape of one array? An open size fits every size. */
export function shapesFit(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => (size ?? b[axis]) === (b[axis] ?? size));
}
