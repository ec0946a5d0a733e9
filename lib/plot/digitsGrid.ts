/**
 * A contact sheet: many digits side by side, as they are stored.
 * Flow: `Digits` → **digitsGrid** (pixels → png) → Figure → `show`.
 */
import { checkInteger } from '../check/numbers';
import type { Digits } from '../types/digits';
import { drawSheet, type SheetLayout } from './digitSheet';
import type { Figure, Trace } from './figure';
import { plotText, themedLayout } from './theme';

export interface DigitsGridOptions {
  /** How many rows at most; as many as the digits need, up to 5, when not given. */
  readonly rows?: number;
  /** Digits per row, 10 when not given. */
  readonly columns?: number;
  /** Which digits, by index; the first ones when not given. */
  readonly indices?: ArrayLike<number>;
  /** A few characters above each digit, one per digit shown; its label when not given. */
  readonly titles?: readonly string[];
  readonly title?: string;
  /** Replaces the description made from the titles. */
  readonly alt?: string;
}

/** Room for a digit's title and for the sheet's, in CSS pixels. */
const TITLE_BAND = 22;
const HEADING = 48;
const MARGIN = 8;

/**
 * Digits in rows, white ink on black as in the data, every pixel a sharp square. Hovering names the digit.
 *
 * @throws RangeError if an index is out of range, or the titles are not one per digit shown.
 * @example digitsGrid(digits, { rows: 1, columns: 3 }).alt // '3 handwritten digits in 1 row: 5, 0, 4.'
 */
export function digitsGrid(digits: Digits, options: DigitsGridOptions = {}): Figure {
  const shown = chooseDigits(digits, options);
  const titles =
    options.titles ?? (digits.labels.length > 0 ? shown.map(i => String(digits.labels[i])) : undefined);
  if (titles !== undefined && titles.length !== shown.length) {
    throw new RangeError(
      `digitsGrid: titles must be ${shown.length}, one per digit shown, got ${titles.length}`,
    );
  }
  const columns = Math.max(1, Math.min(options.columns ?? 10, shown.length));
  const rows = Math.ceil(shown.length / columns);
  const sheet = drawSheet(digits, shown, { columns, rows, band: titles === undefined ? 0 : TITLE_BAND });
  return {
    data: marks(digits, shown, titles, sheet),
    layout: sheetLayout(sheet, options.title),
    alt: options.alt ?? describe(shown.length, rows, titles),
  };
}

function chooseDigits(digits: Digits, { rows, columns = 10, indices }: DigitsGridOptions): readonly number[] {
  checkInteger('digitsGrid', 'columns', columns, 1);
  if (rows !== undefined) checkInteger('digitsGrid', 'rows', rows, 1);
  const room = (rows ?? 5) * columns;
  const chosen = indices
    ? Array.from(indices).slice(0, room)
    : Array.from({ length: Math.min(room, digits.count) }, (_, index) => index);
  for (const index of chosen) checkInteger('digitsGrid', 'index', index, 0, digits.count - 1);
  return chosen;
}

/** Invisible marks that answer to the pointer, and the titles. Positions are CSS pixels within the sheet. */
function marks(
  digits: Digits,
  shown: readonly number[],
  titles: readonly string[] | undefined,
  { centers }: SheetLayout,
): readonly Trace[] {
  const named = shown.map(i => `number ${i}${digits.labels.length > 0 ? `, label ${digits.labels[i]}` : ''}`);
  const x = centers.map(center => center.x);
  const hover: Trace = {
    type: 'scatter',
    mode: 'markers',
    marker: { opacity: 0 },
    x,
    y: centers.map(center => center.y),
    hovertext: named.map((text, i) => plotText(titles?.[i] === undefined ? text : `${titles[i]}: ${text}`)),
    hoverinfo: 'text',
  };
  if (titles === undefined) return [hover];
  const text = titles.map(plotText);
  const y = centers.map(center => center.titleY);
  return [hover, { type: 'scatter', mode: 'text', x, y, text, hoverinfo: 'skip' }];
}

function sheetLayout(sheet: SheetLayout, title: string | undefined): Figure['layout'] {
  const top = title === undefined ? MARGIN : HEADING;
  const axis = { visible: false, fixedrange: true };
  return themedLayout(title, {
    width: sheet.width + 2 * MARGIN,
    height: sheet.height + top + MARGIN,
    margin: { l: MARGIN, r: MARGIN, t: top, b: MARGIN },
    xaxis: { ...axis, range: [0, sheet.width] },
    yaxis: { ...axis, range: [sheet.height, 0] },
    images: [
      {
        source: sheet.source,
        xref: 'paper',
        yref: 'paper',
        x: 0,
        y: 1,
        sizex: 1,
        sizey: 1,
        sizing: 'stretch',
        layer: 'below',
      },
    ],
    hovermode: 'closest',
    hoverdistance: 40,
    showlegend: false,
  });
}

function describe(count: number, rows: number, titles: readonly string[] | undefined): string {
  const sheet = `${count} handwritten digit${count === 1 ? '' : 's'} in ${rows} row${rows === 1 ? '' : 's'}`;
  return titles === undefined || count === 0 ? `${sheet}.` : `${sheet}: ${titles.join(', ')}.`;
}
