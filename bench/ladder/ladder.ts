/**
 * `npm run ladder`: trains every rung of the ladder with several seeds, and stores what each was worth.
 *
 *     npm run ladder -- [seeds] [trainings at once] [names of rungs …]      default 3, one per core, all rungs
 *
 * One seed for all rungs, then the next: wherever it is stopped, the ladder is whole. Stopped or killed, it goes on
 * with the next call; what is lost is the epoch in training. Each network trains in a process of its own with one
 * thread: two side by side are faster than one after the other with two threads.
 *
 * Flow: rungs → **ladder** (trainRung, one process per network; combine) → data/ladder.json.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { checkInteger } from '../../lib/check/numbers';
import type { LadderRun } from '../../lib/evaluate/ladder';
import { backendInfo } from '../../lib/tensorflow/backendInfo';
import { machine } from '../machine';
import { combine } from './combine';
import { type LadderDigits, ladderDigits, SPLIT } from './ladderDigits';
import { LadderProgress } from './ladderProgress';
import { ladderTable } from './ladderTable';
import { isTrained, type TrainedRung } from './rung';
import { rungs } from './rungs';
import { FILE, storedRuns, writeLadder } from './store';
import type { Message } from './trainRung';

const THREADS = 1;

interface Job {
  rung: TrainedRung;
  seed: number;
}

async function main(): Promise<void> {
  const seeds = Number(process.argv[2] ?? 3);
  const atOnce = Number(process.argv[3] ?? availableParallelism());
  checkInteger('ladder', 'seeds', seeds, 1);
  checkInteger('ladder', 'trainings at once', atOnce, 1);
  const names = process.argv.slice(4);
  const unknown = names.find(name => !rungs.filter(isTrained).some(({ id }) => id === name));
  if (unknown !== undefined) throw new Error(`ladder: ${unknown} is no rung with a training of its own`);
  const { version, build } = await backendInfo();
  const described = {
    machine: machine(),
    tensorflow: `${version}, ${build}`,
    threads: THREADS,
    split: SPLIT,
    rungs,
  };
  const digits = await ladderDigits();
  const runs = await storedRuns(rungs);
  const jobs = missing(seeds, names, runs);
  console.log(`${described.machine}; TensorFlow ${described.tensorflow}`);
  console.log(`${runs.length} results in ${FILE}; ${jobs.length} networks to train, ${atOnce} at a time`);
  const progress = new LadderProgress(jobs, runs);
  const children = new Set<ChildProcess>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      for (const child of children) child.kill();
      console.log(`\nstopped; ${FILE} has what is done, and npm run ladder goes on from there`);
      process.exit(130);
    });
  }
  // One after another: two results may come at the same moment.
  let writing = Promise.resolve();
  const store = (found: readonly LadderRun[]): Promise<void> => {
    writing = writing.then(async () => {
      runs.push(...found);
      await askTogether(runs, digits);
      await writeLadder(described, runs);
    });
    return writing;
  };
  const worker = async (): Promise<void> => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const found = await train(job, children, progress);
      await store(found);
      for (const run of found) console.log(line(run));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  progress.stop();
  await store([]);
  console.log(`\n${ladderTable(rungs, runs)}`);
}

/** The rungs that ask several networks at once, with those that there are by now. */
async function askTogether(runs: LadderRun[], digits: LadderDigits): Promise<void> {
  for (const rung of rungs) {
    if (isTrained(rung) || !rung.how.endsWith('together')) continue;
    const found = await combine(rung, rungs, runs, digits);
    if (found.length === 0) continue;
    const others = runs.filter(run => run.rung !== rung.id);
    runs.splice(0, runs.length, ...others, ...found);
  }
}

/** First all rungs with one seed, then with the next. */
function missing(seeds: number, names: readonly string[], runs: readonly LadderRun[]): Job[] {
  const wanted = rungs.filter(isTrained).filter(({ id }) => names.length === 0 || names.includes(id));
  const jobs: Job[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    for (const rung of wanted) {
      if (!runs.some(run => run.rung === rung.id && run.seeds[0] === seed)) jobs.push({ rung, seed });
    }
  }
  return jobs;
}

/** One network in a process of its own. */
function train(
  { rung, seed }: Job,
  children: Set<ChildProcess>,
  progress: LadderProgress,
): Promise<LadderRun[]> {
  const child = fork('bench/ladder/trainRung.ts', [rung.id, String(seed)], {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      TF_NUM_INTRAOP_THREADS: String(THREADS),
      TF_NUM_INTEROP_THREADS: '1',
      TF_CPP_MIN_LOG_LEVEL: '3',
    },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  children.add(child);
  let complaint = '';
  let found: LadderRun[] | undefined;
  child.stderr?.on('data', text => {
    complaint = (complaint + text).slice(-2000);
  });
  child.on('message', (message: Message) => {
    if ('runs' in message) found = message.runs;
    else progress.seen(rung.id, seed, message.seen);
  });
  return new Promise((resolve, reject) => {
    child.on('exit', code => {
      children.delete(child);
      progress.done(rung.id, seed);
      if (found) resolve(found);
      else reject(new Error(`ladder: ${rung.id} with seed ${seed} ended with code ${code}: ${complaint}`));
    });
  });
}

function line({
  rung,
  seeds,
  validationAccuracy,
  testAccuracy,
  cpuSeconds,
  imagesPerSecond,
}: LadderRun): string {
  const percent = (part?: number): string => (part === undefined ? '—' : `${(100 * part).toFixed(2)} %`);
  return `${rung}, seed ${seeds.join(' ')}: validation ${percent(validationAccuracy)}, test ${percent(testAccuracy)}, ${(cpuSeconds / 60).toFixed(1)} CPU minutes, ${imagesPerSecond} images/s`;
}

main().catch(error => {
  console.error(error.message);
  process.exit(1);
});
