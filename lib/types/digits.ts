/**
 * The one form in which images and their labels travel through the library.
 * Flow: data makes **Digits** → train and evaluate use them.
 */

/** Grey images with their classes, in plain bytes: image `i` is `images[i·height·width …]`, row by row. */
export interface Digits {
  /** `count · height · width` pixels, 0 (background) to 255 (ink). */
  readonly images: Uint8Array;
  /** `count` classes in `[0, classes)`; length 0 when the digits are not labelled. */
  readonly labels: Uint8Array;
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** How many classes there are: 10 for digits. */
  readonly classes: number;
}
