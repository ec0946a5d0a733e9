/**
 * The training program of 2017 as a list of runs: what is fetched, and which rows are fed. Its faults are on switches.
 * Flow: rows, faults → **originProgram** → followProgram → notebooks/12-autopsy.
 */
import { checkInteger } from '../check/numbers';

/**
 * What was wrong in the program; what was wrong in the network is `OriginFault`.
 *
 * - `growingPrefixes`: step i is fed all rows from 0 to 50 · i, in place of the next 50.
 * - `learnsFromTest`: the test loop fetches the training step, too.
 * - `sharedRows`: the held-out rows are never taken out of the rows to learn from.
 * - `emptyBatches`: the test loop goes on after the last held-out row, and feeds nothing.
 * - `asksAfterLearning`: the accuracy of a batch is fetched when it has just been learned from.
 */
export type OriginProgramFault =
  | 'growingPrefixes'
  | 'learnsFromTest'
  | 'sharedRows'
  | 'emptyBatches'
  | 'asksAfterLearning';

/**
 * All of them: the program as it was.
 *
 * @see Used in notebooks/12-autopsy.
 */
export const originProgramFaults: readonly OriginProgramFault[] = [
  'growingPrefixes',
  'learnsFromTest',
  'sharedRows',
  'emptyBatches',
  'asksAfterLearning',
];

/** One run of a session. */
export interface ProgramRun {
  /** `'step'` moves the weights; `'accuracy'` only asks. */
  readonly fetch: 'step' | 'accuracy';
  /** The first row that is fed, … */
  readonly from: number;
  /** … and the one after the last: equal to `from` where nothing is fed. */
  readonly to: number;
}

/** The rows, steps and faults of an `originProgram`. */
export interface OriginProgramOptions {
  /** How many rows the file has. */
  readonly count: number;
  /** The first row that is held out; all after it are too. */
  readonly heldOutFrom: number;
  /** Default 50. */
  readonly batchSize?: number;
  /** How often to learn. Default 50. */
  readonly steps?: number;
  /** How many batches the test loop asks for if it has the fault `emptyBatches`. Default 100. */
  readonly testBatches?: number;
  /** Default all. */
  readonly faults?: readonly OriginProgramFault[];
}

/**
 * The runs of the training loop and of the test loop, in their order. Each loop goes through batches and fetches the
 * accuracy of each; the training loop fetches the training step, too, and starts anew after the last batch.
 *
 * @throws RangeError if a number is out of its range, or naming a fault that is none.
 * @example originProgram({ count: 42000, heldOutFrom: 40000 }).training[98] // { fetch: 'step', from: 0, to: 2500 }
 * @see Used in notebooks/12-autopsy.
 */
export function originProgram({
  count,
  heldOutFrom,
  batchSize = 50,
  steps = 50,
  testBatches = 100,
  faults = originProgramFaults,
}: OriginProgramOptions): { training: ProgramRun[]; test: ProgramRun[] } {
  checkInteger('originProgram', 'count', count, 2);
  checkInteger('originProgram', 'heldOutFrom', heldOutFrom, 1, count - 1);
  checkInteger('originProgram', 'batchSize', batchSize, 1);
  checkInteger('originProgram', 'steps', steps, 0);
  checkInteger('originProgram', 'testBatches', testBatches, 0);
  const unknown = faults.find(fault => !originProgramFaults.includes(fault));
  if (unknown !== undefined) {
    const known = originProgramFaults.join(', ');
    throw new RangeError(`originProgram: faults must be among ${known}, got ${unknown}`);
  }
  const has = (fault: OriginProgramFault): boolean => faults.includes(fault);
  const order: ProgramRun['fetch'][] = has('asksAfterLearning') ? ['step', 'accuracy'] : ['accuracy', 'step'];

  const learned = has('sharedRows') ? count : heldOutFrom;
  const perEpoch = Math.ceil(learned / batchSize);
  const training = Array.from({ length: steps }, (_, step) => {
    if (has('growingPrefixes')) return rows(0, batchSize * (step + 1), learned);
    const from = batchSize * (step % perEpoch);
    return rows(from, from + batchSize, learned);
  });

  const asked = has('emptyBatches') ? testBatches : Math.ceil((count - heldOutFrom) / batchSize);
  const test = Array.from({ length: asked }, (_, batch) => {
    const from = heldOutFrom + batchSize * batch;
    return rows(from, from + batchSize, count);
  });
  const inTest = order.filter(fetch => fetch === 'accuracy' || has('learnsFromTest'));
  return { training: fetching(order, training), test: fetching(inTest, test) };
}

/** As slices of an array are: what lies after the end is left out. */
function rows(from: number, to: number, end: number): { from: number; to: number } {
  return { from: Math.min(from, end), to: Math.min(to, end) };
}

/** Each batch once for each fetch. */
function fetching(
  fetches: readonly ProgramRun['fetch'][],
  batches: readonly { from: number; to: number }[],
): ProgramRun[] {
  return batches.flatMap(batch => fetches.map(fetch => ({ fetch, ...batch })));
}
