/**
 * A contact sheet: many digits side by side, as they are stored.
 * Flow: `Digits` → **digitsGrid** (pixels → png) → Figure → `show`.
 */
import { checkInteger } from '../check/numbers';
import type { Digits } from '../types/digits';
import { drawSheet, type SheetLayout } from './digitSheet';
import type { Figure, Trace } from './figure';
import { plural } from './plural';
import { plotText, themedLayout } from './theme';

/** Which digits `digitsGrid` shows, and how many in a row. */
export interface DigitsGridOptions {
  /** How many rows at most; as many as the digits need, up to 5, when not given. */
  readonly rows?: number;
  /** Digits per row, 10 when not given. */
  readonly columns?: number;
  /** Which digits, by index; the first ones when not given. */
  readonly indices?: ArrayLike<number>;
  /** A few characters above the digit of that index; its label when not given. */
  readonly caption?: (index: number) => string;
  readonly title?: string;
  /** Replaces the description made from the captions. */
  readonly alt?: string;
}

/** Room for a digit's caption and for the sheet's title, in CSS pixels. */
const CAPTION_BAND = 22;
const HEADING = 48;
const MARGIN = 8;

/**
 * Digits in rows, white ink on black as in the data, every pixel a sharp square. Hovering names the digit.
 *
 * @throws RangeError if an index is out of range.
 * @example digitsGrid(digits, { rows: 1, columns: 3 }).alt // '3 handwritten digits in 1 row: 5, 0, 4.'
 * @see Used in notebooks/00-start-here.
 */
export function digitsGrid(digits: Digits, options: DigitsGridOptions = {}): Figure {
  const shown = chooseDigits(digits, options);
  const caption = options.caption ?? (digits.labels.length > 0 ? labelOf(digits) : undefined);
  const captions = caption && shown.map(caption);
  const columns = Math.max(1, Math.min(options.columns ?? 10, shown.length));
  const rows = Math.ceil(shown.length / columns);
  const sheet = drawSheet(digits, shown, { columns, rows, band: captions === undefined ? 0 : CAPTION_BAND });
  return {
    data: [
      hoverMarks(digits, shown, sheet),
      ...(captions === undefined ? [] : [captionMarks(captions, sheet)]),
    ],
    layout: sheetLayout(sheet, options.title),
    alt: options.alt ?? describe(shown.length, rows, captions),
  };
}

function labelOf({ labels }: Digits): (index: number) => string {
  return index => String(labels[index]);
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

/** Invisible marks in the middle of the digits, which answer to the pointer. Positions are CSS pixels. */
function hoverMarks(digits: Digits, shown: readonly number[], { centers }: SheetLayout): Trace {
  const label = digits.labels.length > 0 ? labelOf(digits) : undefined;
  return {
    type: 'scatter',
    mode: 'markers',
    marker: { opacity: 0 },
    x: centers.map(({ x }) => x),
    y: centers.map(({ y }) => y),
    hovertext: shown.map(index =>
      label === undefined ? `number ${index}` : `number ${index}, label ${label(index)}`,
    ),
    hoverinfo: 'text',
  };
}

function captionMarks(captions: readonly string[], { centers }: SheetLayout): Trace {
  return {
    type: 'scatter',
    mode: 'text',
    x: centers.map(({ x }) => x),
    y: centers.map(({ captionY }) => captionY),
    text: captions.map(plotText),
    hoverinfo: 'skip',
  };
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

function describe(count: number, rows: number, captions: readonly string[] | undefined): string {
  const sheet = `${count} handwritten ${plural(count, 'digit')} in ${rows} ${plural(rows, 'row')}`;
  return captions === undefined || count === 0 ? `${sheet}.` : `${sheet}: ${captions.join(', ')}.`;
}
