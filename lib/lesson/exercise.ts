/**
 * Exercises that check themselves.
 * Flow: notebook → **exercise** (exercises, judge, progressFile) → message under the cell.
 */
import { jupyterKernel } from '../plot/show';
import { seriesStyle } from '../plot/theme';
import type { ExerciseDefinition } from './exerciseDefinition';
import { type AnswerTo, type Exercises, exercises } from './exercises';
import { judge, type Verdict } from './judge';
import { type Message, showMessage } from './message';
import { recordProgress } from './progressFile';

/** What a notebook does with an exercise. */
export interface Exercise<Answer> {
  /** Tries the answer on many inputs and says under the cell what it found. */
  check(answer: Answer): void;
  /** Shows the next hint; each goes a little further. */
  hint(): void;
  /** Shows the whole solution, ready to be pasted. */
  solution(): void;
}

/** Where results go, for tests and scripts. */
export interface ExerciseOptions {
  /** Receives what is said, outside a notebook; standard output when not given. */
  readonly write?: (text: string) => void;
  /** Where progress is kept; beside the notebook, and nowhere in a plain script, when not given. */
  readonly folder?: string;
}

const RIGHT = seriesStyle(2).color;
const WRONG = seriesStyle(1).color;

/**
 * The exercise of that name.
 *
 * @throws RangeError if there is none.
 * @example exercise('start/scale').check(pixels => Float64Array.from(pixels, pixel => pixel / 255))
 * @see Used in notebooks/00-start-here.
 */
export function exercise<Name extends keyof Exercises>(
  name: Name,
  options: ExerciseOptions = {},
): Exercise<AnswerTo<Exercises[Name]>> {
  if (!Object.hasOwn(exercises, name)) {
    throw new RangeError(`exercise: name must be one of ${alike(name).join(', ')}, got ${name}`);
  }
  // The name fixes the types outside; in here every exercise is handled alike.
  const definition = exercises[name] as unknown as ExerciseDefinition<unknown[], unknown>;
  const { write = (text: string) => process.stdout.write(text) } = options;
  const say = (message: Message) => showMessage(message, write);
  let attempts = 0;
  let hints = 0;
  return {
    check(answer: unknown) {
      attempts += 1; // each attempt meets other random inputs
      const answerer =
        typeof answer === 'function' ? (answer as (...args: unknown[]) => unknown) : () => answer;
      const verdict = judge(definition, answerer, attempts);
      const message = verdictMessage(definition, verdict);
      say({
        ...message,
        paragraphs: [...message.paragraphs, ...keepProgress(definition, verdict, options.folder)],
      });
    },
    hint() {
      const hint = definition.hints[hints];
      if (hint === undefined) {
        say({ lead: 'No more hints.', paragraphs: ['`.solution()` shows the whole answer.'] });
        return;
      }
      hints += 1;
      say({ lead: `Hint ${hints} of ${definition.hints.length}.`, paragraphs: [hint] });
    },
    solution() {
      say({ lead: 'One solution.', paragraphs: [], code: definition.solutionText });
    },
  };
}

/** The exercises of the lesson that somebody had in mind; all if there is no such lesson. */
function alike(name: string): readonly string[] {
  const names = Object.keys(exercises);
  const sameLesson = names.filter(other => other.split('/')[0] === name.split('/')[0]);
  return sameLesson.length > 0 ? sameLesson : names;
}

function verdictMessage({ matters }: ExerciseDefinition<unknown[], unknown>, verdict: Verdict): Message {
  if (verdict.state === 'right') return { lead: 'Right.', paragraphs: [matters], color: RIGHT };
  if (verdict.state === 'not attempted') {
    const paragraphs = ['Your answer is still the one of the start. `.hint()` shows a first step.'];
    return { lead: 'Not attempted yet.', paragraphs };
  }
  const { example, mistake } = verdict;
  const diagnosis =
    mistake === undefined
      ? '`.hint()` shows a step towards the answer.'
      : `This looks like **${mistake.is}**. ${mistake.because}`;
  return { lead: 'Not yet.', paragraphs: [example, diagnosis], color: WRONG };
}

/** Notes the verdict, and says what is worth saying about it. A folder that cannot be written fails no check. */
function keepProgress(
  { name, lesson }: ExerciseDefinition<unknown[], unknown>,
  verdict: Verdict,
  folder: string | undefined = jupyterKernel() && process.cwd(),
): readonly string[] {
  if (folder === undefined || verdict.state === 'not attempted') return [];
  try {
    const { progress, notice } = recordProgress(folder, name, verdict.state);
    const ofLesson = Object.values(exercises).filter(other => other.lesson === lesson);
    const solved = ofLesson.filter(other => progress[other.name] === 'right').length;
    const line = `Solved in this lesson: ${solved} of ${ofLesson.length}.`;
    return [...(verdict.state === 'right' ? [line] : []), ...(notice === undefined ? [] : [notice])];
  } catch (error) {
    return [`Your progress could not be saved: ${(error as Error).message}`];
  }
}
