/**
 * Pictures made of any numbers, side by side on one colour scale: mean digits, feature maps, weights while they learn.
 * Flow: NdArray → **imageGrid** (imageSheet, colorScale) → Figure → `show`. `digitsGrid` shows the digits themselves.
 */
import { checkInteger } from '../check/numbers';
import type { NdArray } from '../types/ndarray';
import { type ColorOptions, chooseScale, colorBar, extent } from './colorScale';
import type { Figure, FigureTable } from './figure';
import { formatNumber } from './formatNumber';
import { type ImageSheet, layImagesOut } from './imageSheet';
import { plural } from './plural';
import { plotText, themedLayout } from './theme';

/** Captions, columns and colours of an `imageGrid`. */
export interface ImageGridOptions extends ColorOptions {
  readonly title?: string;
  /** Pictures per row, 10 when not given. */
  readonly columns?: number;
  /** A few characters above each picture. */
  readonly captions?: readonly string[];
  /** Replaces the description made from the captions and values. */
  readonly alt?: string;
}

const MARGIN = 8;
const HEADING = 48;
/** Room for the colour bar with its numbers and title, and the least width it needs, in CSS pixels. */
const BAR_HEIGHT = 72;
const BAR_WIDTH = 260;

/**
 * Pictures in rows, every pixel a sharp square, black for the least and white for the most as in the data; where there
 * are negative values, blue for those and orange for positive ones. Hovering gives the value.
 *
 * @param images `[count, height, width]`.
 * @throws RangeError if `images` has another number of axes or is empty, or if there are not as many captions.
 * @example imageGrid(ndarray([2, 1, 1], [0, 0.5]), { valueTitle: 'ink', captions: ['a', 'b'] }).alt
 * // '2 images of 1 × 1 pixel in 1 row: a, b. ink from 0 to 0.5.'
 * @see Used in notebooks/03-sigmoid.
 */
export function imageGrid(images: NdArray, options: ImageGridOptions): Figure {
  const shape = checkedShape(images);
  const captions = checkedCaptions(options.captions, shape[0]);
  checkInteger('imageGrid', 'columns', options.columns ?? 10, 1);
  const columns = Math.min(options.columns ?? 10, shape[0]);
  const { colorscale, zmin, zmax } = chooseScale('imageGrid', images.data, options, 'ink');
  const sheet = layImagesOut(images.data, shape, { columns, captioned: captions !== undefined });
  return {
    data: [
      {
        type: 'heatmap',
        z: sheet.values,
        colorscale,
        zmin,
        zmax,
        colorbar: colorBar(options.valueTitle, 'h'),
        hoverongaps: false,
        hovertemplate: '%{z}<extra></extra>',
      },
      ...(captions === undefined ? [] : [captionMarks(captions, sheet)]),
    ],
    layout: sheetLayout(sheet, options.title),
    alt: options.alt ?? describe(images, columns, options),
    table: tabulate(images, captions),
  };
}

function checkedShape({ shape }: NdArray): readonly [number, number, number] {
  const [count = 0, height = 0, width = 0] = shape;
  if (shape.length !== 3 || count * height * width === 0) {
    throw new RangeError(`imageGrid: images must be [count, height, width], got [${shape.join(', ')}]`);
  }
  return [count, height, width];
}

function checkedCaptions(
  captions: readonly string[] | undefined,
  count: number,
): readonly string[] | undefined {
  if (captions !== undefined && captions.length !== count) {
    throw new RangeError(`imageGrid: captions must be ${count} texts, got ${captions.length}`);
  }
  return captions;
}

function captionMarks(captions: readonly string[], sheet: ImageSheet): Figure['data'][number] {
  return {
    type: 'scatter',
    mode: 'text',
    x: sheet.captions.map(({ x }) => x),
    y: sheet.captions.map(({ y }) => y),
    text: captions.map(plotText),
    hoverinfo: 'skip',
  };
}

function sheetLayout({ zoom, width, height }: ImageSheet, title: string | undefined): Figure['layout'] {
  const top = title === undefined ? MARGIN : HEADING;
  const sheetWidth = width * zoom;
  const room = Math.max(0, BAR_WIDTH - sheetWidth);
  const axis = { visible: false, fixedrange: true };
  return themedLayout(title, {
    width: sheetWidth + room + 2 * MARGIN,
    height: height * zoom + top + BAR_HEIGHT,
    margin: { l: MARGIN, r: MARGIN, t: top, b: BAR_HEIGHT, autoexpand: false },
    xaxis: { ...axis, range: [-0.5, width + room / zoom - 0.5] },
    yaxis: { ...axis, range: [height - 0.5, -0.5] },
    showlegend: false,
  });
}

function describe(images: NdArray, columns: number, { captions, valueTitle }: ImageGridOptions): string {
  const [count = 0, height = 0, width = 0] = images.shape;
  const rows = Math.ceil(count / columns);
  const [low, high] = extent(images.data).map(formatNumber);
  return (
    `${count} ${plural(count, 'image')} of ${height} × ${width} ${plural(height * width, 'pixel')} ` +
    `in ${rows} ${plural(rows, 'row')}${captions === undefined ? '' : `: ${captions.join(', ')}`}. ` +
    `${valueTitle} from ${low} to ${high}.`
  );
}

/** Pixels one by one would bury the reader: each picture's smallest, mean and largest value. */
function tabulate(images: NdArray, captions: readonly string[] | undefined): FigureTable {
  const [count = 0, height = 0, width = 0] = images.shape;
  const rows = Array.from({ length: count }, (_, index) => {
    const values = images.data.subarray(index * height * width, (index + 1) * height * width);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const [low, high] = extent(values);
    return [captions?.[index] ?? String(index), low, mean, high];
  });
  return { columns: ['image', 'smallest', 'mean', 'largest'], rows };
}
