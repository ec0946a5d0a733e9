/**
 * Grids of numbers side by side, as a still picture: what stands for a stepper where scripts may not run.
 * Flow: maps of numbers → **gridPicture** → Interactive.picture.
 *
 * It is drawn on a white card of its own, because a picture does not know whether the page around it is dark.
 */
import { escapeHtml } from '../escapeHtml';
import { pngDataUrl } from '../png';
import { FONT_FAMILY, seriesStyle } from '../theme';
import { MOST_WRITTEN_COLUMNS, shortText } from './numberText';
import type { CellBox } from './windowCells';

export interface PictureGrid {
  readonly title: string;
  readonly columns: number;
  /** Row by row; `undefined` is a padded cell. */
  readonly values: readonly (number | undefined)[];
  /** `'grey'`: from black to white. `'signed'`: white is 0, one hue for each sign. */
  readonly shade: 'grey' | 'signed';
  readonly frame?: CellBox;
}

const SIDE = 190;
const GAP = 30;
const HEADING = 26;
const MARGIN = 12;

/** The grids from left to right as SVG, with a line of text below them; `alt` is its description. */
export function gridPicture(grids: readonly PictureGrid[], note: string, alt: string): string {
  const width = grids.length * (SIDE + GAP) - GAP + 2 * MARGIN;
  const height = SIDE + HEADING + 30 + 2 * MARGIN;
  const drawn = grids.map((grid, index) => drawGrid(grid, MARGIN + index * (SIDE + GAP), MARGIN + HEADING));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}" font-family="${FONT_FAMILY}" font-size="13" fill="#1f1f1f" role="img">` +
    `<title>${escapeHtml(alt)}</title><rect width="${width}" height="${height}" rx="6" fill="#fff"/>` +
    `${drawn.join('')}<text x="${MARGIN}" y="${height - MARGIN - 4}">${escapeHtml(note)}</text></svg>`
  );
}

function drawGrid(grid: PictureGrid, left: number, top: number): string {
  const { title, columns, values, frame } = grid;
  const cell = SIDE / Math.max(columns, values.length / columns);
  const paint = painter(grid);
  const cells =
    columns > MOST_WRITTEN_COLUMNS
      ? drawPixels(values.map(paint), columns, `x="${left}" y="${top}"`, cell)
      : values.map((value, index) => {
          const x = left + (index % columns) * cell;
          const y = top + Math.floor(index / columns) * cell;
          return drawCell(value, paint(value), x, y, cell);
        });
  const box = frame === undefined ? '' : drawFrame(frame, left, top, cell);
  return `<text x="${left}" y="${top - 8}" font-weight="bold">${escapeHtml(title)}</text>${[cells].flat().join('')}${box}`;
}

/** A square with its number; the zeros of the padding are grey. */
function drawCell(value: number | undefined, [r, g, b]: Rgb, x: number, y: number, cell: number): string {
  const [middle, baseline] = [round(x + cell / 2), round(y + cell / 2 + 4)];
  const ink = r + g + b < 3 * 118 ? '#fff' : '#000';
  return (
    `<rect x="${round(x)}" y="${round(y)}" width="${round(cell)}" height="${round(cell)}" ` +
    `fill="rgb(${r},${g},${b})" stroke="#bbb" stroke-width="0.5"/>` +
    `<text x="${middle}" y="${baseline}" font-size="${cell < 26 ? 8 : 11}" text-anchor="middle" fill="${ink}">` +
    `${shortText(value ?? 0)}</text>`
  );
}

/** A digit has 784 pixels: as an image they take a hundredth of the room that as many squares would. */
function drawPixels(colors: readonly Rgb[], columns: number, place: string, cell: number): string {
  const rows = colors.length / columns;
  const pixels = Uint8Array.from(colors.flatMap(([r, g, b]) => [r, g, b, 255]));
  const [width, height] = [round(columns * cell), round(rows * cell)];
  return (
    `<image ${place} width="${width}" height="${height}" style="image-rendering: pixelated" ` +
    `href="${pngDataUrl(columns, rows, pixels, 4)}"/>` +
    `<rect ${place} width="${width}" height="${height}" fill="none" stroke="#bbb" stroke-width="0.5"/>`
  );
}

function drawFrame({ top, left, height, width }: CellBox, x: number, y: number, cell: number): string {
  return (
    `<rect x="${round(x + left * cell)}" y="${round(y + top * cell)}" width="${round(width * cell)}" ` +
    `height="${round(height * cell)}" fill="none" stroke="${seriesStyle(1).color}" stroke-width="3"/>`
  );
}

type Rgb = readonly [r: number, g: number, b: number];

const PADDING: Rgb = [240, 240, 240];

function painter({ shade, values }: PictureGrid): (value: number | undefined) => Rgb {
  const known = values.filter(value => value !== undefined);
  const low = Math.min(0, ...known);
  const high = Math.max(0, ...known);
  const range = shade === 'grey' ? high - low : Math.max(-low, high);
  return value => {
    if (value === undefined) return PADDING;
    if (shade === 'grey') return mixed([0, 0, 0], [255, 255, 255], range === 0 ? 0 : (value - low) / range);
    const hue = Number.parseInt(seriesStyle(value < 0 ? 0 : 1).color.slice(1), 16);
    const strongest: Rgb = [hue >> 16, (hue >> 8) & 255, hue & 255];
    return mixed([255, 255, 255], strongest, range === 0 ? 0 : (0.6 * Math.abs(value)) / range);
  };
}

/** `share` 0 is `from`, 1 is `to`. */
function mixed(from: Rgb, to: Rgb, share: number): Rgb {
  const at = (channel: 0 | 1 | 2) => Math.round(from[channel] + share * (to[channel] - from[channel]));
  return [at(0), at(1), at(2)];
}

function round(position: number): string {
  return String(Number(position.toFixed(2)));
}
