/**
 * TensorFlow's numbers for the types of tensors (types.proto), and the arrays that hold each.
 * Flow: inputs, variables, constants → **types** → attributes of the graph's nodes.
 */

export const FLOAT32 = 1;
export const INT32 = 3;
export const UINT8 = 4;
export const STRING = 7;
export const INT64 = 9;
export const BOOL = 10;

/** The types a value may have on its way into a graph. */
export type FeedType = 'float32' | 'int32' | 'bool' | 'uint8';

export const typeNumber: Readonly<Record<FeedType, number>> = {
  float32: FLOAT32,
  int32: INT32,
  bool: BOOL,
  uint8: UINT8,
};

/** The kind of array that holds values of a type. */
export function arrayOf(type: FeedType): typeof Float32Array | typeof Int32Array | typeof Uint8Array {
  if (type === 'float32') return Float32Array;
  return type === 'int32' ? Int32Array : Uint8Array;
}

/** How many numbers a shape holds. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, along) => product * along, 1);
}
