/**
 * The drawing pad as a still picture: the first digit, what every layer makes of it, and the answer.
 * Flow: DrawingPadData → answerTo → **drawingPadPicture** (layerSheet) → Interactive.
 */
import { centreDigit } from '../../data/photo/centreDigit';
import { escapeHtml } from '../escapeHtml';
import { pngDataUrl } from '../png';
import { FONT_FAMILY, seriesStyle } from '../theme';
import { type Answer, answerText, answerTo } from './drawingPadAnswer';
import { type DrawingPadData, IMAGE_SIDE, readDrawingPadData } from './drawingPadData';
import type { Interactive } from './interactive';
import { layerSheet, layerTitle } from './layerSheet';
import { percentText } from './numberText';

const MARGIN = 12;
const LEFT = 168;
const RIGHT = 480;
const LINE = 20;
const ROW = 18;
const WIDTH = LEFT + RIGHT + 3 * MARGIN;

export function drawingPadPicture(data: DrawingPadData): Pick<Interactive, 'picture' | 'alt' | 'table'> {
  const setup = readDrawingPadData(data);
  const digit = setup.digits.images.subarray(0, IMAGE_SIDE * IMAGE_SIDE);
  const image = centreDigit(digit, IMAGE_SIDE, IMAGE_SIDE);
  const answer = answerTo(setup, image);
  const layers = setup.layers.map(({ type }, index) => layerTitle(type, index, answer.outputs[index]!.shape));
  const alt =
    `A drawn digit of ${IMAGE_SIDE} × ${IMAGE_SIDE} pixels goes through ${layers.length} layers. ` +
    `The network ${answerText(answer).replace('R', 'r')}`;
  const sheets = drawSheets(answer, layers);
  const height = Math.max(sheets.height, LEFT + LINE + 10 * ROW + 2 * MARGIN);
  const picture =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" ` +
    `font-family="${FONT_FAMILY}" font-size="13" fill="#1f1f1f" role="img"><title>${escapeHtml(alt)}</title>` +
    `<rect width="${WIDTH}" height="${height}" rx="6" fill="#fff"/>` +
    `${drawDigit(image)}${drawBars(answer)}${sheets.svg}</svg>`;
  const rows = Array.from(answer.probabilities.data, (share, label) => [label, percentText(share)]);
  return { picture, alt, table: { columns: ['class', 'probability'], rows } };
}

function drawDigit(image: Uint8Array): string {
  const pixels = Uint8Array.from(Array.from(image).flatMap(ink => [ink, 255]));
  return (
    `<image x="${MARGIN}" y="${MARGIN}" width="${LEFT}" height="${LEFT}" style="image-rendering: pixelated" ` +
    `href="${pngDataUrl(IMAGE_SIDE, IMAGE_SIDE, pixels, 2)}"/>`
  );
}

function drawBars({ probabilities, read }: Answer): string {
  const [start, full] = [MARGIN + 16, LEFT - 76];
  const rows = Array.from(probabilities.data, (share, label) => {
    const y = MARGIN + LEFT + LINE + label * ROW;
    const weight = label === read ? ' font-weight="bold"' : '';
    return (
      `<text x="${MARGIN}" y="${y + 12}"${weight}>${label}</text>` +
      `<rect x="${start}" y="${y + 2}" width="${full}" height="12" fill="#eee"/>` +
      `<rect x="${start}" y="${y + 2}" width="${(share * full).toFixed(1)}" height="12" fill="${seriesStyle(0).color}"/>` +
      `<text x="${MARGIN + LEFT}" y="${y + 12}" text-anchor="end"${weight}>${percentText(share)}</text>`
    );
  });
  return rows.join('');
}

function drawSheets({ outputs }: Answer, titles: readonly string[]): { svg: string; height: number } {
  const x = LEFT + 2 * MARGIN;
  let y = MARGIN;
  const drawn = outputs.map((output, index) => {
    const { width, height, pixels } = layerSheet(output);
    const tall = Number(((RIGHT * height) / width).toFixed(1));
    const image =
      `<text x="${x}" y="${y + 12}">${escapeHtml(titles[index]!)}</text>` +
      `<image x="${x}" y="${y + LINE}" width="${RIGHT}" height="${tall}" style="image-rendering: pixelated" ` +
      `href="${pngDataUrl(width, height, new Uint8Array(pixels), 4)}"/>`;
    y += tall + LINE + 6;
    return image;
  });
  return { svg: drawn.join(''), height: y + MARGIN };
}
