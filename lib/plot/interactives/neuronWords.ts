/**
 * A neuron's answer in words.
 * Flow: answers, votes → **words** → the neuron's page and picture.
 */
import type { NeuronAnswer, Votes } from './neuronAnswers';
import { numberText } from './numberText';

/** Whether the answer agrees with the label. Above ½ is a yes. */
export function isRight(answer: number, label: number, target: number): boolean {
  return answer > 0.5 === (label === target);
}

/** @example answerText({ score: 2, answer: 0.88 }, 5, 3) // 'p = 0.88: yes, a 3. Wrong: it is a 5.' */
export function answerText({ answer }: NeuronAnswer, label: number, target: number): string {
  const said = answer > 0.5 ? `yes, a ${target}` : `no, not a ${target}`;
  const verdict = isRight(answer, label, target) ? 'Right' : 'Wrong';
  return `p = ${numberText(answer)}: ${said}. ${verdict}: it is a ${label}.`;
}

/** @example sumText({ inFavour: 3, against: -1, … }, 0.5, 2.5) // 'z = 3 (for) − 1 (against) + 0.5 (bias) ≈ 2.5' */
export function sumText({ inFavour, against }: Votes, bias: number, score: number): string {
  const sign = bias < 0 ? '−' : '+';
  return (
    `z = ${numberText(inFavour)} (for) − ${numberText(Math.abs(against))} (against) ` +
    `${sign} ${numberText(Math.abs(bias))} (bias) ≈ ${numberText(score)}`
  );
}
