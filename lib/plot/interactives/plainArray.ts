/**
 * An `NdArray` that may have come through JSON, which knows no typed arrays.
 * Flow: builders → **PlainArray** → `ndarray(shape, data)` in the page.
 */
export interface PlainArray {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}
