/**
 * How long training takes to get 99 % of the test digits right: `digits train`, and the same network and recipe in
 * PyTorch. Each run is a process of its own, so the first step and the recording of the graph are in the time.
 *
 *     npm run bench -- time-to-99 [seeds]
 *
 * The two take turns, so that a busy moment of the machine meets both. Reading the digits and the looks at the test
 * digits are not in the time: one look each fiftieth of the training, from its middle on.
 */
import { spawnSync } from 'node:child_process';
import { meanAndSpread } from '../../lib/evaluate/meanAndSpread';
import { digitNetRecipe } from '../../lib/train/recipes';
import { learningRates } from '../../lib/train/schedules/schedule';
import { machine } from '../machine';

const TARGET = 0.99;
const TRAIN_COUNT = 60_000;

interface Run {
  seconds: number;
  secondsToTarget?: number;
  testAccuracy: number;
  version?: string;
}

const contenders: Readonly<Record<string, (seed: number) => Run>> = {
  'digits train': seed => {
    const args = ['train', '--data', 'data/train.csv', '--test', 'data/test.csv', '--json'];
    args.push('--target-accuracy', String(TARGET), '--seed', String(seed));
    return output(process.execPath, ['lib/bin/digits.js', ...args]);
  },
  'PyTorch, the same recipe': seed => {
    const { epochs, batchSize, learningRate, labelSmoothing } = digitNetRecipe;
    if (typeof learningRate === 'number') throw new Error('time-to-99: the recipe must have a schedule');
    const rates = [...learningRates(learningRate, epochs * Math.ceil(TRAIN_COUNT / batchSize))];
    const told = JSON.stringify({ seed, target: TARGET, batchSize, labelSmoothing, rates });
    return output('.venv-bench/bin/python', ['bench/training/timeTo99.py'], told);
  },
};

/** The last line that a program prints, as JSON. */
function output(program: string, args: string[], input: string = ''): Run {
  const { status, stdout, stderr } = spawnSync(program, args, { input, encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`time-to-99: ${program} ${args[0]} failed: ${stderr.trim().split('\n').at(-1)}`);
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Run;
}

function summary(name: string, runs: readonly Run[]): string {
  const reached = runs.flatMap(({ secondsToTarget }) => secondsToTarget ?? []);
  const cells = [reached, runs.map(run => run.seconds), runs.map(run => 100 * run.testAccuracy)].map(
    values => {
      const { mean, spread } = meanAndSpread(values);
      return `${mean.toFixed(2)} ± ${spread.toFixed(2)}`;
    },
  );
  return `| ${name} | ${reached.length} of ${runs.length} | ${cells.join(' | ')} |`;
}

const seeds = Number(process.argv[2] ?? 5);
const runs = new Map(Object.keys(contenders).map(name => [name, [] as Run[]]));
console.log(machine());
for (let seed = 1; seed <= seeds; seed++) {
  for (const [name, run] of Object.entries(contenders)) {
    const result = run(seed);
    runs.get(name)!.push(result);
    const { seconds, secondsToTarget, testAccuracy, version = '' } = result;
    const reached = secondsToTarget === undefined ? 'not reached' : `${secondsToTarget.toFixed(2)} s`;
    console.log(
      `seed ${seed}, ${name}: ${reached}; ${(100 * testAccuracy).toFixed(2)} % after ${seconds.toFixed(2)} s ${version}`,
    );
  }
}
console.log(
  `\n| | reached ${100 * TARGET} % | after, s | all of it, s | right at the end, % |\n|---|---:|---:|---:|---:|`,
);
for (const [name, all] of runs) console.log(summary(name, all));
