/**
 * The softmax triangle as a still picture, with its description.
 * Flow: logits → softmax → **simplexPicture** → Interactive.
 */
import { escapeHtml } from '../escapeHtml';
import { FONT_FAMILY, seriesStyle } from '../theme';
import type { Interactive } from './interactive';
import { numberText } from './numberText';
import { simplexDrawing } from './simplexDrawing';
import { answerAt, type Triple, toPoint, VIEW } from './simplexGeometry';

const WIDTH: number = VIEW.width + 260;
const INK = '#1f1f1f';
const BAR = { left: VIEW.width + 20, top: 90, width: 150, height: 18, step: 54 } as const;

/** Triangle and bars at temperature 1, on a white card of their own. */
export function simplexPicture(logits: Triple): Pick<Interactive, 'picture' | 'alt'> {
  const answer = answerAt(logits, 1);
  const [x, y] = toPoint(answer);
  const winner = answer.indexOf(Math.max(...answer));
  const alt =
    `A triangle with one corner for each of three classes. The scores ${logits.map(numberText).join(', ')} ` +
    `give the probabilities ${answer.map(numberText).join(', ')}: a point nearest to the corner of class ` +
    `${winner}. With a rising temperature it would wander to the centre.`;
  const bars = answer.map((probability, index) => drawBar(logits[index]!, probability, index)).join('');
  const picture =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${VIEW.height}" ` +
    `viewBox="0 0 ${WIDTH} ${VIEW.height}" font-family="${FONT_FAMILY}" font-size="13" fill="${INK}" role="img">` +
    `<title>${escapeHtml(alt)}</title><rect width="${WIDTH}" height="${VIEW.height}" rx="6" fill="#fff"/>` +
    `${simplexDrawing(logits, INK)}${bars}` +
    `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="8" fill="${seriesStyle(5).color}" stroke="#000" stroke-width="2"/>` +
    '</svg>';
  return { picture, alt };
}

function drawBar(score: number, probability: number, index: number): string {
  const top = BAR.top + index * BAR.step;
  const width = (BAR.width * probability).toFixed(1);
  return (
    `<text x="${BAR.left}" y="${top - 6}">class ${index}, score ${numberText(score)}</text>` +
    `<rect x="${BAR.left}" y="${top}" width="${width}" height="${BAR.height}" fill="${seriesStyle(index).color}"/>` +
    `<text x="${BAR.left + BAR.width + 8}" y="${top + 14}">${numberText(probability)}</text>`
  );
}
