/**
 * Grids of numbers side by side, as a still picture: what stands for a stepper where scripts may not run.
 * Flow: maps of numbers → **gridPicture** → Interactive.picture.
 *
 * It is drawn on a white card of its own, because a picture does not know whether the page around it is dark.
 */
import { escapeHtml } from '../escapeHtml';
import { FONT_FAMILY, seriesStyle } from '../theme';
import { shortText } from './numberText';
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
/** More columns leave no room for numbers. */
const MOST_WRITTEN_COLUMNS = 10;

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
  const { columns, values, frame } = grid;
  const cell = SIDE / Math.max(columns, values.length / columns);
  const known = values.filter(value => value !== undefined);
  const low = Math.min(0, ...known);
  const high = Math.max(...known);
  const cells = values.map((value, index) => {
    const x = left + (index % columns) * cell;
    const y = top + Math.floor(index / columns) * cell;
    const [fill, ink] = value === undefined ? ['#f0f0f0', '#666'] : paint(grid.shade, value, low, high);
    const square = `<rect x="${round(x)}" y="${round(y)}" width="${round(cell)}" height="${round(cell)}" fill="${fill}" stroke="#bbb" stroke-width="0.5"/>`;
    if (columns > MOST_WRITTEN_COLUMNS) return square;
    const text = value === undefined ? '0' : shortText(value);
    return `${square}<text x="${round(x + cell / 2)}" y="${round(y + cell / 2 + 4)}" font-size="${cell < 26 ? 8 : 11}" text-anchor="middle" fill="${ink}">${text}</text>`;
  });
  const box =
    frame === undefined
      ? ''
      : `<rect x="${round(left + frame.left * cell)}" y="${round(top + frame.top * cell)}" width="${round(frame.width * cell)}" height="${round(frame.height * cell)}" fill="none" stroke="${seriesStyle(1).color}" stroke-width="3"/>`;
  return `<text x="${left}" y="${top - 8}" font-weight="bold">${escapeHtml(grid.title)}</text>${cells.join('')}${box}`;
}

/** Fill and ink of a cell. */
function paint(shade: 'grey' | 'signed', value: number, low: number, high: number): readonly string[] {
  if (shade === 'grey') {
    const level = low === high ? 0 : Math.round((255 * (value - low)) / (high - low));
    return [`rgb(${level},${level},${level})`, level < 118 ? '#fff' : '#000'];
  }
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const share = largest === 0 ? 0 : (0.6 * Math.abs(value)) / largest;
  const hue = Number.parseInt(seriesStyle(value < 0 ? 1 : 0).color.slice(1), 16);
  const channels = [hue >> 16, (hue >> 8) & 255, hue & 255].map(part =>
    Math.round(255 + share * (part - 255)),
  );
  return [`rgb(${channels.join(',')})`, '#000'];
}

function round(position: number): string {
  return String(Number(position.toFixed(2)));
}
