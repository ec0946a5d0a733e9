/**
 * `digits train`: its options and its help. The work is in train.ts: help and bad input cost no TensorFlow.
 * Flow: main → **digits train** → readTrainingDigits → train.
 */
import { Command, Option } from 'commander';
import { checkModelFolder } from '../model/checkModelFolder';
import type { Io } from './io';
import { parseInteger, parsePositive } from './options';
import { readTrainingDigits } from './trainingDigits';

/** The networks that can be trained by name. */
const MODELS = ['reference'] as const;

export interface TrainOptions {
  data: string;
  test?: string;
  model: (typeof MODELS)[number];
  epochs: number;
  batchSize: number;
  learningRate: number;
  seed: number;
  engine: 'auto' | 'session' | 'eager';
  out?: string;
  json: boolean;
}

/** The command, ready to be added to the program. */
export function trainCommand(io: Io, finish: (code: number) => void): Command {
  return new Command('train')
    .summary('train a network on a digits CSV and measure it on digits held out')
    .description(
      'Trains a network and measures it on digits it has not seen: those of --test, or every tenth row of --data.\n' +
        'Ctrl-C stops between two steps; what has been learnt is saved if --out is given.',
    )
    .option('--data <file>', 'digits to train on, CSV or CSV.gz', 'data/train.csv')
    .option('--test <file>', 'digits to measure on (default: 10 % of --data are held out)')
    .addOption(new Option('--model <name>', 'the network').choices(MODELS).default('reference'))
    .option('--epochs <n>', 'how often to go through the digits', parseInteger(1), 2)
    .option('--batch-size <n>', 'digits in a step', parseInteger(1), 128)
    .option('--learning-rate <x>', "Adam's step size", parsePositive, 0.001)
    .option('--seed <n>', 'decides initial weights, order and held-out rows', parseInteger(0), 1)
    .addOption(
      new Option('--engine <name>', 'how steps are computed')
        .choices(['auto', 'session', 'eager'])
        .default('auto'),
    )
    .option('--out <folder>', 'save the model and history.json there')
    .option('--json', 'print one JSON object on standard output', false)
    .action(async (options: TrainOptions) => {
      const { data, test, seed, out } = options;
      if (out !== undefined) await checkModelFolder(out);
      const digits = await readTrainingDigits(data, test, seed);
      const { train } = require('./train') as typeof import('./train');
      finish(await train(options, digits, io));
    });
}
