/**
 * What both poolings share: a window that stands on one channel at a time.
 * Flow: images, pool options → **pooling** → maxPool2d, averagePool2d.
 */
import { checkAxes } from '../check/arrays';
import type { NdArray } from '../types/ndarray';
import { type Padding, type Pair, pair, slidingWindow, type WindowAxis } from './slidingWindow';

/** How a pooling window looks and moves. */
export interface PoolOptions {
  /** The window, one number or `[height, width]`; 2 when left out. */
  readonly poolSize?: Pair;
  /** The step; the pool size when left out, so that windows neither overlap nor leave gaps. */
  readonly strides?: Pair;
  /** `'valid'` when left out. Padding never counts: it is no value. */
  readonly padding?: Padding;
}

/** All that a pooling needs to know about its sizes. */
export interface PoolingSizes {
  readonly batch: number;
  readonly channels: number;
  readonly vertical: WindowAxis;
  readonly horizontal: WindowAxis;
  readonly outputShape: readonly [number, number, number, number];
}

/** Reads the sizes off the arguments, and refuses arguments that do not belong together. */
export function poolingSizes(caller: string, images: NdArray, options: PoolOptions): PoolingSizes {
  checkAxes(caller, 'images', images, ['batch', 'height', 'width', 'channels']);
  const [batch, height, width, channels] = images.shape as [number, number, number, number];
  const window = pair(caller, 'poolSize', options.poolSize ?? 2);
  const move = { strides: options.strides ?? window, padding: options.padding ?? 'valid' };
  const [vertical, horizontal] = slidingWindow(caller, [height, width], window, move);
  return {
    batch,
    channels,
    vertical,
    horizontal,
    outputShape: [batch, vertical.output, horizontal.output, channels],
  };
}

/** Names every pixel under every window by two places in flat memory: output, pixel. A window is read row by row. */
export function eachPixel(
  { batch, channels, vertical, horizontal }: PoolingSizes,
  visit: (out: number, pixel: number) => void,
): void {
  for (let n = 0; n < batch; n++)
    for (let y = 0; y < vertical.output; y++)
      for (let x = 0; x < horizontal.output; x++) {
        const out = ((n * vertical.output + y) * horizontal.output + x) * channels;
        const top = y * vertical.stride - vertical.before;
        const left = x * horizontal.stride - horizontal.before;
        const bottom = Math.min(top + vertical.window, vertical.input);
        const right = Math.min(left + horizontal.window, horizontal.input);
        for (let row = Math.max(top, 0); row < bottom; row++)
          for (let column = Math.max(left, 0); column < right; column++) {
            const pixel = ((n * vertical.input + row) * horizontal.input + column) * channels;
            for (let c = 0; c < channels; c++) visit(out + c, pixel + c);
          }
      }
}
