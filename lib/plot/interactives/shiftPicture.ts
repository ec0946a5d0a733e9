/**
 * The shift test as a still picture: one digit in three places, and what both networks make of it on the way.
 * Flow: ShiftData → answers → **shiftPicture** (lineSvg) → Interactive.
 */
import { selectDigits } from '../../data/selectDigits';
import { shiftDigits } from '../../evaluate/shiftDigits';
import { escapeHtml } from '../escapeHtml';
import { pngDataUrl } from '../png';
import { FONT_FAMILY } from '../theme';
import type { Interactive } from './interactive';
import { LINE_HEIGHT, LINE_WIDTH, lineSvg } from './lineSvg';
import { numberText, shortText } from './numberText';
import { rightProbability, shiftsUpTo } from './shiftAnswers';
import { readShiftData, type ShiftData, type ShiftSetup } from './shiftData';

const SIDE = 92;
const MARGIN = 12;
const CAPTION = 24;
const DIGITS_WIDTH = SIDE + 2 * MARGIN;

/** The first digit, moved sideways; every probability of the curves stands in the table. */
export function shiftPicture(data: ShiftData): Pick<Interactive, 'picture' | 'alt' | 'table'> {
  const setup = readShiftData(data);
  const { networks, digits, maxShift } = setup;
  const shifts = shiftsUpTo(maxShift);
  const label = digits.labels[0]!;
  const lines = networks.map(({ name }, network) => ({
    name,
    x: shifts,
    y: shifts.map(right => rightProbability(setup, network, 0, { right, down: 0 })),
  }));
  const told = lines.map(({ name, y }) => {
    const [left, middle, right] = [y[0]!, y[maxShift]!, y.at(-1)!].map(shortText);
    return `${name}: ${left} at −${maxShift}, ${middle} at 0, ${right} at ${maxShift} pixels`;
  });
  const alt =
    `A handwritten ${label} is moved sideways by up to ${maxShift} pixels. ` +
    `Probability that two networks give to class ${label}: ${told.join('; ')}.`;
  const chart = lineSvg(lines, {
    x: { title: 'shift to the right (pixels)', range: [-maxShift, maxShift] },
    y: { title: `probability of ${label}`, range: [0, 1] },
    alt,
  });
  const [width, height] = [DIGITS_WIDTH + LINE_WIDTH, 3 * (SIDE + CAPTION) + MARGIN];
  const places = [-maxShift / 2, 0, maxShift / 2].map(Math.round);
  const picture =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `font-family="${FONT_FAMILY}" color="#1f1f1f" role="img"><title>${escapeHtml(alt)}</title>` +
    `<rect width="${width}" height="${height}" rx="6" fill="#fff"/>` +
    `${places.map((right, index) => digitImage(setup, right, MARGIN + index * (SIDE + CAPTION))).join('')}` +
    `<svg x="${DIGITS_WIDTH}" y="${(height - LINE_HEIGHT) / 2}" width="${LINE_WIDTH}" height="${LINE_HEIGHT}">${chart}</svg></svg>`;
  const rows = shifts.map((shift, index) => [
    numberText(shift),
    ...lines.map(({ y }) => Number(y[index]!.toFixed(4))),
  ]);
  const columns = ['shift (pixels)', ...networks.map(({ name }) => `${name}: probability of ${label}`)];
  return { picture, alt, table: { columns, rows } };
}

function digitImage({ digits }: ShiftSetup, right: number, top: number): string {
  const { height, width, images } = shiftDigits(selectDigits(digits, [0]), right, 0);
  const pixels = Array.from(images).flatMap(ink => [ink, 255]);
  return (
    `<image x="${MARGIN}" y="${top}" width="${SIDE}" height="${SIDE}" style="image-rendering: pixelated" ` +
    `href="${pngDataUrl(width, height, Uint8Array.from(pixels), 2)}"/>` +
    `<text x="${MARGIN + SIDE / 2}" y="${top + SIDE + 15}" font-size="12" text-anchor="middle" ` +
    `fill="currentColor">shift ${numberText(right)}</text>`
  );
}
