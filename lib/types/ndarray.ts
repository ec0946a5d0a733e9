/**
 * The one form in which numbers travel between the layers built by hand.
 * Flow: encode and layers make **NdArray** → graph and the lessons use them.
 */

/** Numbers in a box: `shape` says how many along each axis, `data` holds them with the last axis running fastest. */
export interface NdArray {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

/**
 * An array of the given shape.
 *
 * @param shape whole numbers ≥ 0; `[]` is a single number.
 * @param data as many numbers as the shape holds; zeros when left out. A `Float64Array` is used as it is, not copied.
 * @throws RangeError if `shape` is not made of whole numbers, or `data` has another length.
 * @example ndarray([2, 2], [1, 2, 3, 4]).data[2] // 3: row 1, column 0
 * @see Derived in notebooks/02-one-hot.
 */
export function ndarray(shape: readonly number[], data?: ArrayLike<number>): NdArray {
  const axis = shape.findIndex(size => !Number.isSafeInteger(size) || size < 0);
  if (axis >= 0) {
    throw new RangeError(`ndarray: shape[${axis}] must be a whole number ≥ 0, got ${shape[axis]}`);
  }
  const size = shape.reduce((product, along) => product * along, 1);
  if (data !== undefined && data.length !== size) {
    throw new RangeError(
      `ndarray: data must have ${size} numbers for shape [${shape.join(', ')}], got ${data.length}`,
    );
  }
  if (data === undefined) return { shape: [...shape], data: new Float64Array(size) };
  return { shape: [...shape], data: data instanceof Float64Array ? data : Float64Array.from(data) };
}
