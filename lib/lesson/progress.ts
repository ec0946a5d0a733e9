/**
 * How far the learner has come.
 * Flow: progressFile, exercises → **progress** → a line or a table under the cell.
 */
import { jupyterKernel, newDisplayId } from '../plot/show';
import { tableHtml } from '../plot/tableHtml';
import type { ExerciseDefinition } from './exerciseDefinition';
import { exercises } from './exercises';
import { showMessage } from './message';
import { type Progress, readProgress } from './progressFile';

const STATES = { right: 'solved', wrong: 'tried' } as const;

/** Which lesson `progress` reports on, and where it speaks. */
export interface ProgressOptions {
  /** One lesson in a line, `'06-convolution'`; the table of all when not given. */
  readonly lesson?: string;
  /** Where the progress is kept; the notebook's own folder when not given. */
  readonly folder?: string;
  /** Receives what is said, outside a notebook; standard output when not given. */
  readonly write?: (text: string) => void;
}

/**
 * Shows what has been solved: of one lesson in a line, or of all in a table.
 *
 * @throws RangeError if the lesson has no exercises.
 * @see Used in notebooks/00-start-here.
 */
export function progress(options: ProgressOptions = {}): void {
  const { lesson, folder = process.cwd(), write = (text: string) => process.stdout.write(text) } = options;
  const { progress: kept, notice } = readProgress(folder);
  const notices = notice === undefined ? [] : [notice];
  if (lesson === undefined) {
    showTable(progressRows(kept), [solved(kept, allExercises), ...notices].join(' '), write);
    return;
  }
  const own = allExercises.filter(exercise => exercise.lesson === lesson);
  if (own.length === 0) throw new RangeError(`progress: lesson must be one with exercises, got ${lesson}`);
  const open = own.filter(({ name }) => kept[name] !== 'right').map(({ name }) => `\`${name}\``);
  const left = open.length === 0 ? [] : [`Still open: ${open.join(', ')}.`];
  const course = `In the whole course: ${solved(kept, allExercises)}`;
  showMessage({ lead: solved(kept, own), paragraphs: [[...left, course].join(' '), ...notices] }, write);
}

type AnyExercise = Pick<ExerciseDefinition<never, unknown>, 'lesson' | 'name'>;

const allExercises: readonly AnyExercise[] = Object.values(exercises);

function solved(kept: Progress, of: readonly AnyExercise[]): string {
  return `${of.filter(({ name }) => kept[name] === 'right').length} of ${of.length} exercises solved.`;
}

function showTable(
  rows: readonly (readonly string[])[],
  summary: string,
  write: (text: string) => void,
): void {
  const text = [summary, ...rows.map(row => row.join('  '))].join('\n');
  const kernel = jupyterKernel();
  if (kernel === undefined) {
    write(`${text}\n`);
    return;
  }
  const table = tableHtml({ columns: ['lesson', 'exercise', 'state'], rows });
  const data = { 'text/html': `<p>${summary}</p>${table}`, 'text/plain': text };
  kernel.display({ data, metadata: {} }, newDisplayId(), false);
}

function progressRows(kept: Progress): readonly (readonly string[])[] {
  return allExercises.map(({ lesson, name }) => {
    const state = kept[name];
    return [lesson, name, state === undefined ? 'open' : STATES[state]];
  });
}
