/**
 * Where digitNet and its recipe come from: what each choice brings, measured on digits that are not trained on. The
 * test digits take no part.
 *
 *     npm run bench -- recipe [seeds] [words of the names to measure …]
 *
 * Every row changes one thing. Accuracy counts, and the processor's time, which says more than the clock on a machine
 * that has other work.
 */
import { readDigits } from '../../lib/data/readDigits';
import { splitDigits } from '../../lib/data/splitDigits';
import { evaluate } from '../../lib/evaluate/evaluate';
import { meanAndSpread } from '../../lib/evaluate/meanAndSpread';
import { digitNet } from '../../lib/model/digitNet';
import { referenceNet } from '../../lib/model/referenceNet';
import { backendInfo } from '../../lib/tensorflow/backendInfo';
import { tf } from '../../lib/tensorflow/tf';
import { fit } from '../../lib/train/fit';
import { digitNetRecipe, type Recipe } from '../../lib/train/recipes';
import { oneCycle } from '../../lib/train/schedules/oneCycle';
import type { Digits } from '../../lib/types/digits';
import { machine } from '../machine';

/** A sixth of 60 000: as many digits as the test has. */
const SPLIT = { validation: 1 / 6, seed: 2026 };

interface Candidate {
  name: string;
  recipe?: Partial<Recipe>;
  build?: (options: { seed: number }) => tf.LayersModel;
}

const candidates: readonly Candidate[] = [
  { name: 'digitNet, its recipe' },
  { name: 'labels not smoothed', recipe: { labelSmoothing: 0 } },
  { name: 'smoothing 0.05', recipe: { labelSmoothing: 0.05 } },
  { name: 'smoothing 0.2', recipe: { labelSmoothing: 0.2 } },
  { name: 'rate 0.001 throughout', recipe: { learningRate: 0.001 } },
  { name: 'rate 0.003 throughout', recipe: { learningRate: 0.003 } },
  { name: 'peak 0.003', recipe: { learningRate: oneCycle({ peak: 0.003 }) } },
  { name: 'peak 0.02', recipe: { learningRate: oneCycle({ peak: 0.02 }) } },
  { name: 'rise 0.15', recipe: { learningRate: oneCycle({ peak: 0.01, rise: 0.15 }) } },
  { name: 'batch 32', recipe: { batchSize: 32 } },
  { name: 'batch 128', recipe: { batchSize: 128 } },
  { name: 'AdamW, decay 0.05', recipe: { optimizer: { name: 'adamw', weightDecay: 0.05 } } },
  { name: 'images shifted by up to 1 pixel', recipe: { augment: { shift: 1 } } },
  { name: 'two epochs', recipe: { epochs: 2 } },
  { name: 'two epochs, shifted', recipe: { epochs: 2, augment: { shift: 1 } } },
  { name: 'first 3 × 3', build: network({ first: { kernelSize: 3, filters: 16 } }) },
  { name: 'first 8 filters', build: network({ first: { kernelSize: 5, filters: 8 } }) },
  { name: 'second 5 × 5', build: network({ second: { kernelSize: 5, filters: 32 } }) },
  { name: 'dense 64', build: network({ units: 64 }) },
  { name: 'dense 256', build: network({ units: 256 }) },
  { name: 'batch normalisation', build: network({ normalized: true }) },
  { name: 'referenceNet', build: referenceNet },
];

interface Convolution {
  kernelSize: number;
  filters: number;
}

/** A relative of digitNet. */
function network({
  first = { kernelSize: 5, filters: 16 },
  second = { kernelSize: 3, filters: 32 },
  units = 128,
  normalized = false,
}: {
  first?: Convolution;
  second?: Convolution;
  units?: number;
  normalized?: boolean;
}): (options: { seed: number }) => tf.LayersModel {
  return ({ seed }) => {
    const he = (layer: number) => tf.initializers.heNormal({ seed: seed * 4 + layer });
    const round = (convolution: Convolution, layer: number): tf.layers.Layer[] => [
      tf.layers.conv2d({ ...convolution, padding: 'same', kernelInitializer: he(layer) }),
      ...(normalized ? [tf.layers.batchNormalization({ momentum: 0.9 })] : []),
      tf.layers.reLU(),
      tf.layers.maxPooling2d({ poolSize: 2 }),
    ];
    return tf.sequential({
      layers: [
        tf.layers.inputLayer({ inputShape: [28, 28, 1] }),
        ...round(first, 0),
        ...round(second, 1),
        tf.layers.flatten(),
        tf.layers.dense({ units, activation: 'relu', kernelInitializer: he(2) }),
        tf.layers.dense({
          units: 10,
          kernelInitializer: tf.initializers.glorotUniform({ seed: seed * 4 + 3 }),
        }),
      ],
    });
  };
}

/** @returns accuracy in per cent, and microseconds of the processor per image. */
async function trained(
  { recipe, build = digitNet }: Candidate,
  seed: number,
  { train, validation }: { train: Digits; validation: Digits },
): Promise<{ accuracy: number; cpu: number }> {
  const options = { ...digitNetRecipe, ...recipe, seed };
  const model = build({ seed });
  const before = process.cpuUsage();
  await fit(model, train, options);
  const { user, system } = process.cpuUsage(before);
  const { accuracy } = await evaluate(model, validation);
  model.dispose();
  return { accuracy: 100 * accuracy, cpu: (user + system) / (options.epochs * train.count) };
}

async function main(): Promise<void> {
  const [seeds = '3', ...words] = process.argv.slice(2);
  const { version, build } = await backendInfo();
  const parts = splitDigits(await readDigits('data/train.csv', { labelled: true }), SPLIT);
  console.log(machine());
  console.log(`TensorFlow ${version}, ${build}; seeds 1 to ${seeds}`);
  console.log(`${parts.train.count} digits to train on, ${parts.validation.count} to choose by\n`);
  console.log('| change | right, % | µs of processor per image |\n|---|---:|---:|');
  for (const candidate of candidates) {
    if (words.length > 0 && !words.some(word => candidate.name.includes(word))) continue;
    const runs = [];
    for (let seed = 1; seed <= Number(seeds); seed++) runs.push(await trained(candidate, seed, parts));
    const accuracy = meanAndSpread(runs.map(run => run.accuracy));
    const cpu = meanAndSpread(runs.map(run => run.cpu));
    const right = `${accuracy.mean.toFixed(2)} ± ${accuracy.spread.toFixed(2)}`;
    console.log(`| ${candidate.name} | ${right} | ${cpu.mean.toFixed(0)} |`);
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
