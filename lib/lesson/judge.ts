/**
 * Right, wrong and why, or not begun: the verdict on an answer.
 * Flow: definition, learner's function → **judge** (attempt, sameValue) → exercise shows it.
 */
import { createRandom } from '../random/random';
import { type Attempt, attempt, sameAttempt } from './attempt';
import { describeValue } from './describeValue';
import type { ExerciseDefinition, Mistake } from './exerciseDefinition';
import { sameValue } from './sameValue';

export type Verdict =
  | { readonly state: 'right' }
  | { readonly state: 'not attempted' }
  | {
      readonly state: 'wrong';
      /** What was given and what was expected, for one input. */
      readonly example: string;
      /** The known mistake that computes the same everywhere, if there is one. */
      readonly mistake?: Pick<Mistake<unknown[], unknown>, 'is' | 'because'>;
    };

/**
 * Tries an answer on the exercise's inputs.
 *
 * @param seed of the random ones.
 */
export function judge<Args extends unknown[], Result, Tried extends unknown[] = Args>(
  definition: ExerciseDefinition<Args, Result, Tried>,
  answer: (...args: Args) => unknown,
  seed: number,
): Verdict {
  const inputs = definition.inputs(createRandom(seed));
  const attempts = (answerer: (...args: Args) => unknown) =>
    inputs.map(args => attempt(answerer, args, definition.call));
  const given = attempts(answer);
  const expected = attempts(definition.solution);
  const failing = given.findIndex((one, i) => !sameAttempt(one, expected[i]!, definition.tolerance));
  if (failing < 0) return { state: 'right' };

  const agrees = (answerer: (...args: Args) => unknown) => {
    const others = attempts(answerer);
    return given.every((one, i) => sameAttempt(one, others[i]!, definition.tolerance));
  };
  if (agrees(definition.starter)) return { state: 'not attempted' };
  return {
    state: 'wrong',
    example: describeFailure(definition.parameters, inputs[failing]!, given[failing]!, expected[failing]!),
    mistake: definition.mistakes.find(({ does }) => agrees(does)),
  };
}

function describeFailure(
  names: readonly string[],
  args: readonly unknown[],
  given: Attempt,
  expected: Attempt,
): string {
  // Where a value is asked for, the expected one is the answer itself.
  if (names.length === 0) return `You gave \`${describeValue(given.result)}\`.`;
  const named = (values: readonly unknown[]) =>
    values.map((value, i) => `\`${names[i]} = ${describeValue(value)}\``).join(', ');
  const wanted =
    expected.thrown === undefined ? `expected \`${describeValue(expected.result)}\`.` : 'expected an error.';
  if (given.thrown !== undefined)
    return `For ${named(args)} your function threw "${given.thrown}"; ${wanted}`;
  const changed = sameValue(given.args, expected.args) ? '' : ` Afterwards ${named(given.args)}.`;
  return `For ${named(args)} you gave \`${describeValue(given.result)}\`; ${wanted}${changed}`;
}
