/**
 * How far the learner has come.
 * Flow: progressFile, exercises → **progress** → table under the cell.
 */
import { jupyterKernel, newDisplayId } from '../plot/show';
import { tableHtml } from '../plot/tableHtml';
import { exercises } from './exercises';
import { type Progress, readProgress } from './progressFile';

const STATES = { right: 'solved', wrong: 'tried' } as const;

/**
 * Shows what has been solved, lesson by lesson. Outside a notebook the table is printed.
 *
 * @param options `folder` keeps the progress (the notebook's own when not given); `write` receives the text.
 */
export function progress(
  options: { readonly folder?: string; readonly write?: (text: string) => void } = {},
): void {
  const { folder = process.cwd(), write = (text: string) => process.stdout.write(text) } = options;
  const { progress: kept, notice } = readProgress(folder);
  const rows = progressRows(kept);
  const solved = Object.values(kept).filter(state => state === 'right').length;
  const summary = [
    `${solved} of ${rows.length} exercises solved.`,
    ...(notice === undefined ? [] : [notice]),
  ].join(' ');
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
  return Object.values(exercises).map(({ lesson, name }) => {
    const state = kept[name];
    return [lesson, name, state === undefined ? 'open' : STATES[state]];
  });
}
