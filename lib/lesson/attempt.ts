/**
 * One call of somebody's function, with everything that can be seen of it.
 * Flow: learner's function, arguments → **attempt** → judge compares two of them.
 */
import { copyValue } from './copyValue';
import type { ExerciseDefinition } from './exerciseDefinition';
import { sameValue } from './sameValue';

export interface Attempt {
  /** What came back; `undefined` if it threw. */
  readonly result: unknown;
  /** The error's message, if it threw. */
  readonly thrown?: string;
  /** The arguments afterwards: a function may have changed them. */
  readonly args: readonly unknown[];
}

/** Calls `answer` with a copy of its own of `args`, in the way that the exercise says, if it says one. */
export function attempt<Args extends unknown[], Tried extends unknown[] = Args>(
  answer: (...args: Args) => unknown,
  args: Tried,
  call: ExerciseDefinition<Args, unknown, Tried>['call'],
): Attempt {
  const own = copyValue(args);
  try {
    return { result: call ? call(answer, own) : answer(...(own as unknown[] as Args)), args: own };
  } catch (error) {
    return { result: undefined, thrown: error instanceof Error ? error.message : String(error), args: own };
  }
}

/** Whether both gave the same values, left their arguments alike, or both threw. */
export function sameAttempt(a: Attempt, b: Attempt, tolerance?: number): boolean {
  if (a.thrown !== undefined || b.thrown !== undefined)
    return a.thrown !== undefined && b.thrown !== undefined;
  return sameValue(a.result, b.result, tolerance) && sameValue(a.args, b.args);
}
