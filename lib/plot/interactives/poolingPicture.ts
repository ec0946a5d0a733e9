/**
 * The pooling stepper as a still picture, with its description.
 * Flow: PoolingData → pooling → **poolingPicture** → Interactive.
 */
import { averagePool2d } from '../../layers/averagePool2d';
import { maxPool2d } from '../../layers/maxPool2d';
import { slidingWindow } from '../../layers/slidingWindow';
import { ndarray } from '../../types/ndarray';
import { gridPicture } from './gridPicture';
import type { Interactive } from './interactive';
import { numberText } from './numberText';
import type { PoolingData } from './poolingData';
import { paddedPixels, patchBox } from './windowCells';

/** Input and output, with the window framed that gives the largest answer. */
export function poolingPicture(data: PoolingData): Pick<Interactive, 'picture' | 'alt'> {
  const { image, kind, poolSize, strides, padding } = data;
  const [height, width] = image.shape as readonly [number, number];
  const axes = slidingWindow('poolingStepper', [height, width], [poolSize, poolSize], { strides, padding });
  const [rows, columns] = [axes[0].output, axes[1].output];
  const pool = kind === 'max' ? maxPool2d : averagePool2d;
  const values = Array.from(
    pool(ndarray([1, height, width, 1], image.data), { poolSize, strides, padding }).data,
  );
  const largest = values.indexOf(Math.max(...values));
  const [row, column] = [Math.floor(largest / columns), largest % columns];
  const note = `The framed window gives the output in row ${row + 1}, column ${column + 1}: ${numberText(values[largest]!)}.`;
  const alt =
    `A ${height} × ${width} image and its ${rows} × ${columns} output after ${kind} pooling ` +
    `(pool size ${poolSize}, stride ${strides}, padding ${padding}). ${note}`;
  const input = paddedPixels(image.data, axes);
  const picture = gridPicture(
    [
      { title: `Input ${height} × ${width}`, ...input, shade: 'grey', frame: patchBox(axes, row, column) },
      {
        title: `Output ${rows} × ${columns}`,
        columns,
        values,
        shade: 'grey',
        frame: { top: row, left: column, height: 1, width: 1 },
      },
    ],
    note,
    alt,
  );
  return { picture, alt };
}
