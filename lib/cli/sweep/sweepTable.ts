/**
 * The rows of a sweep as text, in columns.
 * Flow: sweepRows → **sweepTable** → standard output, a notebook.
 */
import type { MeanAndSpread, SweepRow } from './sweepRows';

/**
 * One line per setting, with the options in which settings differ. Same plan and seeds, same text.
 *
 * @example sweepTable(rows) // 'learningRate  right, %  …'
 * @see Used in notebooks/16-beyond-one-machine.
 */
export function sweepTable(rows: readonly SweepRow[]): string {
  const names = [...new Set(rows.flatMap(({ setting }) => Object.keys(setting)))];
  const varying = names.filter(name => new Set(rows.map(({ setting }) => setting[name])).size > 1);
  const head = [...varying, 'right, %', 'loss', 'runs'];
  const lines = rows.map(({ setting, seeds, jobs, accuracy, loss }) => [
    ...varying.map(name => String(setting[name] ?? '—')),
    shown(accuracy, seeds.length, 100, 2),
    shown(loss, seeds.length, 1, 4),
    seeds.length === jobs ? String(jobs) : `${seeds.length} of ${jobs}`,
  ]);
  const widths = head.map((title, column) =>
    Math.max(...[head, ...lines].map(line => line[column]!.length), title.length),
  );
  return [head, ...lines]
    .map(
      line =>
        `${line
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function shown(value: MeanAndSpread | undefined, runs: number, factor: number, decimals: number): string {
  if (!value) return '—';
  const mean = (factor * value.mean).toFixed(decimals);
  return runs > 1 ? `${mean} ± ${(factor * value.spread).toFixed(decimals)}` : mean;
}
