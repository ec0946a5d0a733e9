/**
 * The ladder as a Markdown table.
 * Flow: rungs and runs → **ladderTable** → the end of `npm run ladder`, bench/README.md.
 */
import type { LadderRun, LadderRung } from '../../lib/evaluate/ladder';
import { meanAndSpread } from '../../lib/evaluate/meanAndSpread';

const HEAD = [
  '| rung | change | validation, % right | test, % right | CPU minutes | runs |',
  '|---|---|---:|---:|---:|---:|',
];

/** One line per rung that has run: mean ± standard deviation over its runs, and the mean of the processor time. */
export function ladderTable(rungs: readonly LadderRung[], runs: readonly LadderRun[]): string {
  const lines = rungs.flatMap(({ id, change }) => {
    const own = runs.filter(({ rung }) => rung === id);
    if (own.length === 0) return [];
    const validation = own.flatMap(({ validationAccuracy }) => validationAccuracy ?? []);
    const test = own.map(({ testAccuracy }) => testAccuracy);
    const { mean } = meanAndSpread(own.map(({ cpuSeconds }) => cpuSeconds / 60));
    return [
      `| ${id} | ${change} | ${percent(validation)} | ${percent(test)} | ${mean.toFixed(1)} | ${own.length} |`,
    ];
  });
  return [...HEAD, ...lines].join('\n');
}

function percent(parts: readonly number[]): string {
  if (parts.length === 0) return '—';
  const { mean, spread } = meanAndSpread(parts.map(part => 100 * part));
  return parts.length > 1 ? `${mean.toFixed(2)} ± ${spread.toFixed(2)}` : mean.toFixed(2);
}
