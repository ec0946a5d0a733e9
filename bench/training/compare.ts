/**
 * How fast the reference network trains, beside what others use: TensorFlow.js, Keras and PyTorch.
 *
 *     npm run bench -- training [rounds] [images]        rounds (default 7) of so many images (default 12800)
 *
 * Everyone trains the same network on the same digits, shuffled anew in each round, with Adam 0.001 on the
 * softmax cross-entropy of the logits. The contenders take turns within a round, so that a busy moment of the
 * machine meets all of them.
 *
 * Flow: Contender, once per round and batch size; matrixPeak.py → **compare** → trainingTable → bench/README.md.
 */
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkInteger } from '../../lib/check/numbers';
import { parameterCount } from '../../lib/layers/parameterCount';
import { machine } from '../machine';
import { Contender } from './contender';
import { trainingFlops } from './flops';
import { IMAGE_SHAPE, referenceLayers } from './referenceLayers';
import { type Measurement, trainingTable } from './trainingTable';

const PYTHON = '.venv-bench/bin/python'; // -B: leaves no __pycache__ in the repository
const BATCH_SIZES = [50, 128, 512];
const DIGITS = 60_000;
/** Long enough for the threads of the one before to fall asleep. */
const REST_MILLISECONDS = 500;

const commands: Readonly<Record<string, readonly string[]>> = {
  session: [process.execPath, 'bench/training/trainSession.mjs'],
  'TensorFlow.js `model.fit`': [process.execPath, 'bench/training/trainEager.mjs'],
  'Keras `fit`': [PYTHON, '-B', 'bench/training/trainKeras.py'],
  'PyTorch, eager': [PYTHON, '-B', 'bench/training/trainTorch.py'],
  'PyTorch, `torch.compile`': [PYTHON, '-B', 'bench/training/trainTorch.py', 'compile'],
};

/** In floating-point operations per second. */
function matrixPeak(): number {
  const { status, stdout, stderr } = spawnSync(PYTHON, ['-B', 'bench/training/matrixPeak.py'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`bench: matrixPeak.py failed: ${stderr.trim()}`);
  return Number(stdout);
}

/** Starts them all, and makes sure that they have the same network. */
async function startAll(): Promise<Contender[]> {
  const parameters = parameterCount(referenceLayers, IMAGE_SHAPE);
  const contenders: Contender[] = [];
  for (const [name, command] of Object.entries(commands)) {
    const contender = await Contender.start(name, command);
    const found = contender.ready.parameters;
    if (found !== parameters)
      throw new Error(`bench: ${name} must have ${parameters} parameters, got ${found}`);
    contenders.push(contender);
  }
  return contenders;
}

/** The first steps, which record and compile, and then the rounds, at one batch size. */
async function measure(
  contenders: readonly Contender[],
  batchSize: number,
  rounds: number,
  steps: number,
): Promise<Measurement[]> {
  const images = steps * batchSize;
  const all: (Measurement & { turns: Measurement['turns'][number][] })[] = [];
  for (const contender of contenders) {
    const start = performance.now();
    await contender.train({ batchSize, steps: 1, first: 0 });
    const firstStepSeconds = (performance.now() - start) / 1000;
    await contender.train({ batchSize, steps: 5, first: 0 });
    all.push({ name: contender.name, batchSize, firstStepSeconds, turns: [], images });
  }
  for (let round = 0; round < rounds; round++) {
    console.error(`batch ${batchSize}: round ${round + 1} of ${rounds}`);
    // The session takes one batch more, before its watch starts.
    const first = (round * images) % (DIGITS - images - batchSize + 1);
    for (const [index, contender] of contenders.entries()) {
      await sleep(REST_MILLISECONDS);
      all[index]!.turns.push(await contender.train({ batchSize, steps, first }));
    }
  }
  return all;
}

async function main(): Promise<void> {
  const rounds = Number(process.argv[2] ?? 7);
  const imagesPerRound = Number(process.argv[3] ?? 12_800);
  checkInteger('bench training', 'rounds', rounds, 1);
  checkInteger('bench training', 'images', imagesPerRound, 1, 50_000);
  const contenders = await startAll();
  const peaks: number[] = [];
  const measurements: Measurement[] = [];
  for (const batchSize of BATCH_SIZES) {
    peaks.push(matrixPeak());
    const steps = Math.ceil(imagesPerRound / batchSize);
    measurements.push(...(await measure(contenders, batchSize, rounds, steps)));
  }
  peaks.push(matrixPeak());
  for (const contender of contenders) contender.stop();

  const flops = trainingFlops(referenceLayers, IMAGE_SHAPE);
  const peak = Math.max(...peaks);
  console.log(`${machine()}; medians of ${rounds} rounds of ${imagesPerRound} images; seed 1\n`);
  console.log(trainingTable(measurements, flops, peak));
  console.log(
    `\nPeak: ${(peak / 1e9).toFixed(0)} GFLOP/s, float32, 2048 × 2048 matrices. The network needs ` +
      `${(flops / 1e6).toFixed(1)} MFLOP per image, so at most ${(peak / flops).toFixed(0)} images/s.\n`,
  );
  console.log('| | versions | settings | peak MB |\n|---|---|---|---:|');
  for (const { name, ready } of contenders) {
    const own = measurements.filter(measurement => measurement.name === name).flatMap(({ turns }) => turns);
    const megabytes = Math.max(...own.map(({ peakMegabytes }) => peakMegabytes));
    console.log(`| ${name} | ${ready.version} | ${ready.settings} | ${megabytes.toFixed(0)} |`);
  }
}

main().catch(error => {
  console.error(error.message);
  process.exit(1); // Those who still wait for a turn end with it.
});
