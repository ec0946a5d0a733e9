/**
 * What an exercise is made of.
 * Flow: exercises/* → **exerciseDefinition** → exercise (check, hint, solution), and the test of every check.
 */
import type { Random } from '../random/random';

/** A wrong answer people really give, as a function: who computes the same numbers has made the same mistake. */
export interface Mistake<Args extends unknown[], Result> {
  /** Its name, as the end of the sentence "This looks like …". */
  readonly is: string;
  readonly does: (...args: Args) => Result;
  /** One or two sentences that put the learner right without giving the solution away. */
  readonly because: string;
}

/** `Tried` is what `inputs` lists and messages show, where that is not simply the answer's arguments. */
export interface ExerciseDefinition<Args extends unknown[], Result, Tried extends unknown[] = Args> {
  /** Unique, `lesson/what`. */
  readonly name: string;
  /** The notebook it belongs to: `00-start-here`. */
  readonly lesson: string;
  /** The names of the arguments, for messages; none where the exercise asks for a value, not for a function. */
  readonly parameters: readonly string[];
  /** What the notebook hands out: whoever computes the same has not begun. */
  readonly starter: (...args: Args) => Result;
  readonly solution: (...args: Args) => Result;
  /** The solution as TypeScript that can be pasted into the cell: a function, or `const name = …;` for a value. */
  readonly solutionText: string;
  /** Arguments to try, the ones easiest to read first. A function among them must be pure: it is called by all. */
  readonly inputs: (random: Random) => readonly Tried[];
  /**
   * Calls an answer where its arguments cannot be listed beforehand, or its result does not tell all: lends it tensors,
   * counts those that it leaves. What this returns is compared and shown in place of the result. A plain call when not
   * given.
   */
  readonly call?: (answer: (...args: Args) => unknown, tried: Tried) => unknown;
  /** How far an answer may be off, relative above 1 and absolute below; 10⁻⁶ when not given. */
  readonly tolerance?: number;
  /** From a nudge to nearly the answer. `Backticks` mark code, here and below. */
  readonly hints: readonly string[];
  readonly mistakes: readonly Mistake<Args, Result>[];
  /** Shown to whoever got it right: one line on why it matters. */
  readonly matters: string;
}
