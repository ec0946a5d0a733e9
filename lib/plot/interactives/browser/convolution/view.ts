/**
 * Image, kernel and output side by side, and the sum behind the chosen output below them.
 * Flow: settings → **view** (kernel painter → conv2d → maps → written sum) → stepper.
 */
import { conv2d } from '../../../../layers/conv2d';
import { slidingWindow } from '../../../../layers/slidingWindow';
import { type NdArray, ndarray } from '../../../../types/ndarray';
import { element } from '../element';
import { greyShades, signedShades } from '../shade';
import { createInputMap } from '../window/inputMap';
import type { Progress } from '../window/outputMap';
import { sizeLines } from '../window/sizeText';
import { titled } from '../window/titled';
import { createWalkedMap } from '../window/walkedMap';
import type { WindowMove } from '../window/windowControls';
import { createKernelPainter } from './kernelPainter';
import { productsAt } from './products';
import { spokenSum, writtenSum } from './writtenSum';

export interface ConvolutionSettings extends WindowMove {
  /** Row by row; the kernel is square. */
  readonly weights: readonly number[];
}

export interface ConvolutionView {
  readonly nodes: readonly Node[];
  readonly progress: Progress;
  /** As many weights as before. */
  setWeights(weights: readonly number[]): void;
  stop(): void;
}

export interface ConvolutionEvents {
  readonly onPaint: (weights: readonly number[]) => void;
  readonly say: (text: string) => void;
}

/**
 * @param image `[1, height, width, 1]`, large enough for the kernel.
 * @param progress where the reader was in an earlier view.
 */
export function createConvolutionView(
  image: NdArray,
  { weights, strides, padding }: ConvolutionSettings,
  progress: Progress | undefined,
  { onPaint, say }: ConvolutionEvents,
): ConvolutionView {
  const [, height, width] = image.shape as [number, number, number, number];
  const size = Math.sqrt(weights.length);
  const axes = slidingWindow('conv2d', [height, width], [size, size], { strides, padding });
  const kernelOf = (weights: readonly number[]) => ndarray([size, size, 1, 1], weights);
  const outputOf = (kernel: NdArray) => conv2d(image, kernel, { strides, padding }).data;
  let kernel = kernelOf(weights);
  let output = outputOf(kernel);

  const input = createInputMap({
    axes,
    label: `Input, ${height} by ${width}`,
    shades: greyShades,
    paddingText: '0',
  });
  input.paint(image.data);
  const sum = element('div');
  const showSum = (row: number, column: number) => {
    const products = productsAt(image, kernel, axes, row, column);
    const value = output[row * axes[1].output + column]!;
    sum.replaceChildren(writtenSum(products, size, value));
    input.frameAt(row, column);
    if (!walked.player.isPlaying) say(spokenSum(products, value, row, column));
  };
  const walked = createWalkedMap('Output', {
    rows: axes[0].output,
    columns: axes[1].output,
    values: output,
    shades: signedShades,
    progress,
    onSelect: showSum,
  });
  const setWeights = (weights: readonly number[]) => {
    kernel = kernelOf(weights);
    output = outputOf(kernel);
    walked.map.setValues(output);
  };
  const painter = createKernelPainter(size, weights, weights => {
    setWeights(weights);
    onPaint(weights);
  });
  walked.map.begin();
  return {
    nodes: [
      element('div', { class: 'stage' }, [
        titled('Input', [input.node]),
        titled('Kernel', [painter.node], 'small'),
        walked.node,
      ]),
      sum,
      ...sizeLines(axes).map(line => element('p', { class: 'note' }, [line])),
    ],
    get progress() {
      return walked.map.progress;
    },
    setWeights: weights => {
      painter.setWeights(weights);
      setWeights(weights);
    },
    stop: walked.player.stop,
  };
}
