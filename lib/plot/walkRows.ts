/**
 * Which maps of every layer are shown, and where they lie.
 * Flow: featureMapWalk → **walkRows**.
 */
import { channelImages } from '../evaluate/channelImages';
import type { Digits } from '../types/digits';
import type { NdArray } from '../types/ndarray';
import { extent } from './colorScale';
import { formatNumber } from './formatNumber';
import { plural } from './plural';

/** What one layer gave, as `featureMaps` finds it. */
export interface LayerActivations {
  readonly layer: string;
  /** `[count, height, width, channels]` or `[count, units]`. */
  readonly activations: NdArray;
}

/** One map, or all units of a layer as a strip. Positions and sizes are CSS pixels. */
export interface WalkPicture {
  readonly name: string;
  readonly values: Float64Array;
  readonly rows: number;
  readonly columns: number;
  readonly left: number;
  readonly top: number;
  readonly cell: { readonly width: number; readonly height: number };
  /** Whether the values are written on the cells. */
  readonly written: boolean;
}

/** One layer, or the digit itself. */
export interface WalkRow {
  readonly name: string;
  readonly heading: string;
  readonly headingY: number;
  readonly pictures: readonly WalkPicture[];
}

/** The rows of pictures, ready to be laid out. */
export interface WalkRows {
  readonly rows: readonly WalkRow[];
  readonly width: number;
  readonly height: number;
}

/** A map's side, the gap between two, and the band for a row's heading, in CSS pixels. */
const [SIDE, GAP, BAND] = [72, 6, 24];
/** Cells of a strip per row at most, and the height of a row. */
const [STRIP, STRIP_HEIGHT] = [64, 24];
/** So many units can have their values written on them. */
const FEW_UNITS = 16;

/** Lays the digit and its layers out, row under row. */
export function walkRows(
  digits: Digits,
  layers: readonly LayerActivations[],
  { index, channels }: { readonly index: number; readonly channels: number },
): WalkRows {
  const width = Math.max(7, channels) * (SIDE + GAP) - GAP; // the headings need as much as seven maps
  const rows = [inputRow(digits, index)];
  let chosen: { of: number; places: readonly number[] } | undefined;
  for (const { layer, activations } of layers) {
    const top = bottom(rows.at(-1)!) + GAP;
    if (activations.shape.length === 2) {
      rows.push(stripRow(layer, unitsOf(activations, index), top, width));
      continue;
    }
    const images = channelImages(activations, index);
    const count = images.shape[0]!;
    if (chosen?.of !== count) chosen = { of: count, places: strongest(images, channels) };
    rows.push(mapsRow(layer, images, chosen.places, top));
  }
  return { rows, width, height: bottom(rows.at(-1)!) };
}

function bottom({ pictures }: WalkRow): number {
  const { top, rows, cell } = pictures[0]!;
  return top + rows * cell.height;
}

function inputRow({ images, height, width }: Digits, index: number): WalkRow {
  const values = Float64Array.from(images.subarray(index * height * width, (index + 1) * height * width));
  const heading = `the digit: ${height} × ${width}, ink up to ${extent(values)[1]}`;
  return {
    name: 'the digit',
    heading,
    headingY: BAND / 2,
    pictures: [mapPicture('ink', values, height, width, 0, BAND)],
  };
}

function mapPicture(
  name: string,
  values: Float64Array,
  rows: number,
  columns: number,
  left: number,
  top: number,
): WalkPicture {
  const side = SIDE / Math.max(rows, columns);
  return { name, values, rows, columns, left, top, cell: { width: side, height: side }, written: false };
}

/** The channels with the largest sums, in their order in the layer. */
function strongest({ shape, data }: NdArray, most: number): readonly number[] {
  const [channels = 0, height = 0, width = 0] = shape;
  const sums = Array.from({ length: channels }, (_, channel) =>
    data
      .subarray(channel * height * width, (channel + 1) * height * width)
      .reduce((sum, value) => sum + value, 0),
  );
  return Array.from(sums.keys())
    .sort((a, b) => sums[b]! - sums[a]!)
    .slice(0, most)
    .sort((a, b) => a - b);
}

function mapsRow(layer: string, { shape, data }: NdArray, channels: readonly number[], top: number): WalkRow {
  const [count = 0, height = 0, width = 0] = shape;
  const pictures = channels.map((channel, place) => {
    const values = data.slice(channel * height * width, (channel + 1) * height * width);
    const left = place * (SIDE + GAP);
    return mapPicture(`channel ${channel}`, values, height, width, left, top + BAND);
  });
  const size = `${height} × ${width}, ${count} ${plural(count, 'channel')}`;
  const some = channels.length < count ? `, ${channels.length} of them shown` : '';
  return {
    name: layer,
    heading: `${layer}: ${size}${some}, ${reach(pictures.flatMap(({ values }) => extent(values)))}`,
    headingY: top + BAND / 2,
    pictures,
  };
}

function unitsOf({ shape, data }: NdArray, index: number): Float64Array {
  return data.slice(index * shape[1]!, (index + 1) * shape[1]!);
}

function stripRow(layer: string, values: Float64Array, top: number, width: number): WalkRow {
  const units = values.length;
  const columns = Math.min(units, STRIP);
  const picture: WalkPicture = {
    name: `${units} ${plural(units, 'unit')}`,
    values,
    rows: Math.ceil(units / columns),
    columns,
    left: 0,
    top: top + BAND,
    cell: { width: width / columns, height: STRIP_HEIGHT },
    written: units <= FEW_UNITS,
  };
  return {
    name: layer,
    heading: `${layer}: ${picture.name}, ${reach(values)}`,
    headingY: top + BAND / 2,
    pictures: [picture],
  };
}

/** From where to where the colours of a row go. */
function reach(values: ArrayLike<number>): string {
  const [low, high] = extent(values).map(value => Number(value.toPrecision(2)));
  return low! < 0 ? `from ${formatNumber(low!)} to ${formatNumber(high!)}` : `up to ${formatNumber(high!)}`;
}
