/**
 * Figures as JSON knows them, before they leave this thread.
 * Flow: Figure → **plainJson** → notebook output, the drawing worker.
 */

/**
 * A copy made of plain objects, arrays, strings and numbers: typed arrays become arrays, and a number that is not
 * finite becomes `null`, which plotly draws as a gap.
 *
 * @example plainJson({ y: Float32Array.of(1, Number.NaN) }) // { y: [1, null] }
 */
export function plainJson<T>(value: T): T {
  const plain = (_key: string, item: unknown): unknown =>
    ArrayBuffer.isView(item) && !(item instanceof DataView) ? Array.from(item as Uint8Array) : item;
  return JSON.parse(JSON.stringify(value, plain));
}
