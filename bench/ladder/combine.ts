/**
 * Rungs that ask several networks at once, from the answers that are kept.
 * Flow: answers of single networks → **combine** → data/ladder.json.
 */
import { averagePredictions } from '../../lib/evaluate/averagePredictions';
import type { LadderRun } from '../../lib/evaluate/ladder';
import type { Predictions } from '../../lib/model/predict';
import { keptAnswers, type Part } from './answers';
import type { LadderDigits } from './ladderDigits';
import { type Answered, ladderRun } from './ladderRun';
import { type AskedRung, isTrained, type Rung } from './rung';

/** How many networks answer together. */
const TOGETHER = 5;

/** One run per group of so many networks, each with seeds of its own; the last may be smaller, of at least two. */
export async function combine(
  rung: AskedRung,
  rungs: readonly Rung[],
  runs: readonly LadderRun[],
  digits: LadderDigits,
): Promise<LadderRun[]> {
  const members = membersOf(rung, rungs);
  const single = runs
    .filter(run => run.rung === members)
    .sort((one, other) => one.seeds[0]! - other.seeds[0]!);
  const found: LadderRun[] = [];
  for (let first = 0; first < single.length; first += TOGETHER) {
    const group = single.slice(first, first + TOGETHER);
    if (group.length < 2) continue;
    const seeds = group.flatMap(run => run.seeds);
    const validation = await together(members, seeds, 'validation', digits);
    const test = await together(members, seeds, 'test', digits);
    if (test) found.push(ladderRun(rung.id, seeds, { validation, test }, cost(group)));
  }
  return found;
}

/** The rung whose kept answers are averaged: the networks' own, or those about moved copies. */
function membersOf({ of, how }: AskedRung, rungs: readonly Rung[]): string {
  if (how === 'together') return of;
  const moved = rungs.find(one => !isTrained(one) && one.of === of && one.how === 'moved');
  if (!moved) throw new Error(`combine: ${of} needs a rung that asks about moved copies`);
  return moved.id;
}

async function together(
  rung: string,
  seeds: readonly number[],
  part: Part,
  digits: LadderDigits,
): Promise<Answered | undefined> {
  const answers: Predictions[] = [];
  for (const seed of seeds) {
    const kept = await keptAnswers(rung, seed, part);
    if (!kept) return undefined;
    answers.push(kept);
  }
  return { answers: averagePredictions(answers), digits: digits[part] };
}

function cost(group: readonly LadderRun[]): Parameters<typeof ladderRun>[3] {
  const sum = (value: (run: LadderRun) => number): number =>
    group.reduce((total, run) => total + value(run), 0);
  const { parameters, epochs } = group[0]!;
  return {
    cpuSeconds: sum(run => run.cpuSeconds),
    wallSeconds: sum(run => run.wallSeconds),
    imagesPerSecond: sum(run => run.imagesPerSecond) / group.length,
    parameters,
    epochs,
  };
}
