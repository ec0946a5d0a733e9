/**
 * What a softmax does to three scores, in words.
 * Flow: logits, temperature, answer → **words** → simplex.
 */
import { numberText } from '../../numberText';
import type { Triple } from '../../simplexGeometry';

/** @example writtenSoftmax([2, 1, -1], 2, answer) // 'softmax((2, 1, −1) / 2) = (0.5465, 0.3315, 0.122)' */
export function writtenSoftmax(logits: Triple, temperature: number, answer: Triple): string {
  const scores = list(logits);
  const inside = temperature === 1 ? scores : `(${scores}) / ${numberText(temperature)}`;
  return `softmax(${inside}) = (${list(answer)})`;
}

/** Who wins, and the differences that alone decide it. */
export function differences([first, second, third]: Triple): string {
  return `Only differences count: class 0 is ${lead(first - second)} class 1, ${lead(first - third)} class 2.`;
}

/** The answer as it is read aloud. */
export function spokenAnswer(answer: Triple): string {
  return answer.map((probability, index) => `class ${index}: ${numberText(probability)}`).join(', ');
}

function lead(difference: number): string {
  const amount = numberText(Math.abs(difference));
  if (Number(amount) === 0) return 'level with';
  return difference > 0 ? `${amount} above` : `${amount} below`;
}

function list(numbers: Triple): string {
  return numbers.map(numberText).join(', ');
}
