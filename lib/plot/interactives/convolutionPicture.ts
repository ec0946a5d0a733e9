/**
 * The convolution stepper as a still picture, with its description.
 * Flow: ConvolutionData → conv2d → **convolutionPicture** → Interactive.
 */
import { conv2d } from '../../layers/conv2d';
import { slidingWindow } from '../../layers/slidingWindow';
import { ndarray } from '../../types/ndarray';
import type { ConvolutionData } from './convolutionData';
import { gridPicture } from './gridPicture';
import { numberText } from './numberText';
import { paddedPixels, patchBox } from './windowCells';

/** Input, kernel and output, with the patch framed that gives the strongest answer. */
export function convolutionPicture({ image, kernel, strides, padding }: ConvolutionData): {
  picture: string;
  alt: string;
} {
  const [height, width] = image.shape as readonly [number, number];
  const [size] = kernel.shape as readonly [number];
  const move = { strides, padding };
  const axes = slidingWindow('convolutionStepper', [height, width], [size, size], move);
  const [rows, columns] = [axes[0].output, axes[1].output];
  const output = Array.from(
    conv2d(ndarray([1, height, width, 1], image.data), ndarray([size, size, 1, 1], kernel.data), move).data,
  );
  const strongest = output.reduce(
    (best, value, at) => (Math.abs(value) > Math.abs(output[best]!) ? at : best),
    0,
  );
  const [row, column] = [Math.floor(strongest / columns), strongest % columns];
  const note = `The framed patch gives the output in row ${row + 1}, column ${column + 1}: ${numberText(output[strongest]!)}.`;
  const alt = `A ${height} × ${width} image, a ${size} × ${size} kernel and the ${rows} × ${columns} output (stride ${strides}, padding ${padding}). ${note}`;
  const picture = gridPicture(
    [
      {
        title: `Input ${height} × ${width}`,
        ...paddedPixels(image.data, axes),
        shade: 'grey',
        frame: patchBox(axes, row, column),
      },
      { title: `Kernel ${size} × ${size}`, columns: size, values: Array.from(kernel.data), shade: 'signed' },
      {
        title: `Output ${rows} × ${columns}`,
        columns,
        values: output,
        shade: 'signed',
        frame: { top: row, left: column, height: 1, width: 1 },
      },
    ],
    note,
    alt,
  );
  return { picture, alt };
}
