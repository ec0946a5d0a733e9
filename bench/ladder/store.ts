/**
 * data/ladder.json: read, changed, and written whole after every network, so that a killed ladder loses only those in
 * training.
 * Flow: ladder → **store** → readLadder.
 */
import { existsSync } from 'node:fs';
import { writeBeside } from '../../lib/data/writeBeside';
import { type Ladder, type LadderRun, readLadder } from '../../lib/evaluate/ladder';
import type { Rung } from './rung';

export const FILE = 'data/ladder.json';

type Described = Omit<Ladder, 'runs'>;

/** The runs that are stored and still hold: a rung that is no more what it was starts anew. */
export async function storedRuns(rungs: readonly Rung[]): Promise<LadderRun[]> {
  if (!existsSync(FILE)) return [];
  const ladder = await readLadder(FILE);
  const stored = new Map((ladder.rungs as readonly Rung[]).map(rung => [rung.id, rung]));
  const holding = rungs.filter(rung => {
    const before = stored.get(rung.id);
    return before && made(before, stored) === made(rung, new Map(rungs.map(one => [one.id, one])));
  });
  const ids = new Set(holding.map(({ id }) => id));
  return ladder.runs.filter(({ rung }) => ids.has(rung));
}

/** What a rung's results follow from, without its words. */
function made(rung: Rung, all: ReadonlyMap<string, Rung>): string {
  if ('training' in rung) return JSON.stringify(rung.training);
  const of = all.get(rung.of);
  return JSON.stringify([rung.how, of && 'training' in of && of.training]);
}

/** Writes the file anew; one line per rung and run. */
export async function writeLadder(described: Described, runs: readonly LadderRun[]): Promise<void> {
  const { rungs, ...head } = described;
  const place = new Map(rungs.map(({ id }, index) => [id, index]));
  const sorted = [...runs].sort(
    (one, other) =>
      place.get(one.rung)! - place.get(other.rung)! ||
      one.seeds[0]! - other.seeds[0]! ||
      one.seeds.length - other.seeds.length,
  );
  const lines = (list: readonly object[]): string => list.map(one => JSON.stringify(one)).join(',\n');
  const text = `{\n"head": ${JSON.stringify(head)},\n"rungs": [\n${lines(rungs)}\n],\n"runs": [\n${lines(sorted)}\n]\n}\n`;
  await writeBeside(FILE, file => file.writeFile(text.replace(/^\{\n"head": \{(.*)\},\n/, '{\n$1,\n')));
}
