/**
 * The filters of a convolution, side by side on one colour scale.
 * Flow: a layer's kernel → **filtersGrid** → imageGrid → Figure → `show`.
 */
import { checkAxes } from '../check/arrays';
import { type NdArray, ndarray } from '../types/ndarray';
import { extent } from './colorScale';
import type { Figure } from './figure';
import { formatNumber } from './formatNumber';
import { imageGrid } from './imageGrid';
import { plural } from './plural';

/** Texts of a `filtersGrid`. */
export interface FiltersGridOptions {
  readonly title?: string;
  /** Replaces the description made from the weights. */
  readonly alt?: string;
}

/** Filters per row, where there is one input channel. */
const COLUMNS = 8;

/**
 * Every filter as a small picture: blue for negative weights, pale for zero, orange for positive ones. With several
 * input channels there is one row per input channel and one column per filter, named `input→filter`.
 *
 * @param kernel `[height, width, inChannels, outChannels]`.
 * @throws RangeError if `kernel` has other axes.
 * @example filtersGrid(ndarray([1, 1, 1, 2], [-1, 0.5]), {}).alt
 * // '2 filters of 1 × 1 weights on 1 input channel. Weights from -1 (blue) to 0.5 (orange).'
 * @see Used in notebooks/08-a-network-by-hand.
 */
export function filtersGrid(kernel: NdArray, options: FiltersGridOptions = {}): Figure {
  checkAxes('filtersGrid', 'kernel', kernel, ['height', 'width', 'inChannels', 'outChannels'], []);
  const [height = 0, width = 0, inChannels = 0, outChannels = 0] = kernel.shape;
  const filters = Array.from({ length: inChannels * outChannels }, (_, index) => index);
  const figure = imageGrid(filterImages(kernel), {
    ...options,
    scale: 'diverging',
    valueTitle: 'weight',
    columns: inChannels === 1 ? COLUMNS : outChannels,
    captions: filters.map(index =>
      inChannels === 1 ? `${index}` : `${Math.floor(index / outChannels)}→${index % outChannels}`,
    ),
  });
  const [low, high] = extent(kernel.data).map(formatNumber);
  const alt =
    `${outChannels} ${plural(outChannels, 'filter')} of ${height} × ${width} weights on ${inChannels} input ` +
    `${plural(inChannels, 'channel')}. Weights from ${low} (blue) to ${high} (orange).`;
  const { rows } = figure.table!;
  return {
    ...figure,
    alt: options.alt ?? alt,
    table: { columns: ['filter', 'smallest weight', 'mean', 'largest weight'], rows },
  };
}

/** `[height, width, in, out]` → `[in · out, height, width]`. */
function filterImages({ shape, data }: NdArray): NdArray {
  const [height = 0, width = 0, inChannels = 0, outChannels = 0] = shape;
  const [pixels, filters] = [height * width, inChannels * outChannels];
  const images = Float64Array.from(
    data,
    (_, index) => data[(index % pixels) * filters + Math.floor(index / pixels)]!,
  );
  return ndarray([filters, height, width], images);
}
