/**
 * What the convolution stepper's page starts from.
 * Flow: convolutionStepper → **ConvolutionData** as JSON → the page.
 */
import type { Padding } from '../../layers/slidingWindow';
import type { PlainArray } from './plainArray';

export interface ConvolutionData {
  /** `[height, width]`. */
  readonly image: PlainArray;
  /** `[3, 3]` or `[5, 5]`. */
  readonly kernel: PlainArray;
  readonly strides: number;
  readonly padding: Padding;
}
