/**
 * The loss surface explorer as a still picture: the map and the first steps, with its description.
 * Flow: LossSurfaceData → twoWeights → **lossSurfacePicture** (lossMap) → Interactive.
 */
import { escapeHtml } from '../escapeHtml';
import { pngDataUrl } from '../png';
import { FONT_FAMILY } from '../theme';
import type { Interactive } from './interactive';
import { lossGrid, POINTS } from './lossGrid';
import { heightPixels, lossMap, wayOnMap } from './lossMap';
import type { LossSurfaceData } from './lossSurfaceData';
import { numberText, shortText } from './numberText';
import { at } from './plotAxes';
import { lossAt, type Point, readTwoWeights, stepFrom } from './twoWeights';

/** Steps that the picture shows. */
const STEPS = 20;

/** The map, and twenty steps from the start; their losses stand in the table. */
export function lossSurfacePicture(data: LossSurfaceData): Pick<Interactive, 'picture' | 'alt' | 'table'> {
  const { x, y, start, learningRate } = data;
  const model = readTwoWeights(data.model);
  const grid = lossGrid(model, data);
  const map = lossMap(data, grid, pngDataUrl(POINTS, POINTS, heightPixels(grid), 4));
  const path: Point[] = [start];
  for (let step = 0; step < STEPS; step++) path.push(stepFrom(model, path[step]!, learningRate));
  const losses = path.map(point => lossAt(model, point));
  const end = path[STEPS]!;
  const where = (point: Point) => `${x.title} ${shortText(point[0])}, ${y.title} ${shortText(point[1])}`;
  const lines = [
    `${STEPS} steps at learning rate ${numberText(learningRate)}:`,
    `the loss goes from ${numberText(losses[0]!)} to ${numberText(losses[STEPS]!)} nats.`,
  ];
  const alt =
    `Map of the cross-entropy of ${model.labels.shape[0]} examples over ${x.title} ` +
    `(${shortText(x.range[0])} to ${shortText(x.range[1])}) and ${y.title} (${shortText(y.range[0])} to ` +
    `${shortText(y.range[1])}). Lowest ${numberText(grid.lowest)} nats at ${where(grid.lowestAt)}; ` +
    `highest ${numberText(grid.highest)}. ${lines.join(' ')} They lead from ${where(start)} to ${where(end)}.`;
  const height = map.height + 44;
  const picture =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${at(map.width)}" height="${at(height)}" ` +
    `viewBox="0 0 ${at(map.width)} ${at(height)}" font-family="${FONT_FAMILY}" font-size="13" color="#1f1f1f" ` +
    `role="img"><title>${escapeHtml(alt)}</title>` +
    `<rect width="${at(map.width)}" height="${at(height)}" rx="6" fill="#fff"/>` +
    `${map.ground}${wayOnMap(map, path, stepFrom(model, end, learningRate))}` +
    `${lines.map((line, i) => `<text x="12" y="${at(map.height + 14 + 18 * i)}" fill="currentColor">${escapeHtml(line)}</text>`).join('')}</svg>`;
  const rows = path.map((point, step) =>
    [step, ...point, losses[step]!].map(value => Number(value.toPrecision(4))),
  );
  return { picture, alt, table: { columns: ['step', x.title, y.title, 'loss (nats)'], rows } };
}
