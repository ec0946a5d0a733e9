/**
 * The sigmoid with some answers on it, as SVG in the ink of its page.
 * Flow: answers → **sigmoidDrawing** (sigmoid → plotAxes) → the neuron's page.
 */
import { sigmoid } from '../../layers/sigmoid';
import { ndarray } from '../../types/ndarray';
import { seriesStyle } from '../theme';
import type { NeuronAnswer } from './neuronAnswers';
import { AXIS_BELOW, AXIS_LEFT, at, plotAxes } from './plotAxes';

export interface SigmoidDot extends NeuronAnswer {
  /** Whether the answer should be yes. */
  readonly isTarget: boolean;
}

/** Scores beyond it stand at the edge: the curve is flat there. */
const REACH = 8;
const WIDTH = 300;
const HEIGHT = 230;
const TOP = 14;
const CURVE: Float64Array = Float64Array.from({ length: 81 }, (_, i) => REACH * (i / 40 - 1));

/** Diamonds should be answered with yes, circles with no; the chosen one is large. */
export function sigmoidDrawing(dots: readonly SigmoidDot[], chosen: number): string {
  const area = {
    left: AXIS_LEFT,
    top: TOP,
    width: WIDTH - AXIS_LEFT - 14,
    height: HEIGHT - TOP - AXIS_BELOW,
  };
  const axes = plotAxes(
    { title: 'score z', range: [-REACH, REACH] },
    { title: 'answer p', range: [0, 1] },
    area,
  );
  const heights = sigmoid(ndarray([CURVE.length], CURVE)).data;
  const points = Array.from(CURVE, (z, i) => `${at(axes.x(z))},${at(axes.y(heights[i]!))}`).join(' ');
  const drawDot = ({ score, answer, isTarget }: SigmoidDot, index: number) => {
    const x = at(axes.x(Math.min(Math.max(score, -REACH), REACH)));
    const y = at(axes.y(answer));
    const size = index === chosen ? 9 : 5;
    const color = seriesStyle(index === chosen ? 5 : isTarget ? 1 : 0).color;
    const shape = isTarget
      ? `<path d="M${x} ${y}m0 ${-1.3 * size}l${1.3 * size} ${1.3 * size}l${-1.3 * size} ${1.3 * size}l${-1.3 * size} ${-1.3 * size}z"`
      : `<circle cx="${x}" cy="${y}" r="${size}"`;
    return `${shape} fill="${color}" stroke="#000" stroke-width="${index === chosen ? 2 : 1}"/>`;
  };
  const others = dots.map((dot, index) => (index === chosen ? '' : drawDot(dot, index))).join('');
  return (
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">${axes.drawn}` +
    `<path d="M${area.left} ${at(axes.y(0.5))}h${area.width}" stroke="currentColor" stroke-dasharray="4 4" opacity="0.6"/>` +
    `<polyline points="${points}" fill="none" stroke="currentColor" stroke-width="2"/>` +
    `${others}${drawDot(dots[chosen]!, chosen)}</svg>`
  );
}
