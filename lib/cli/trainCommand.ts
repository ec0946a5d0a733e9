/**
 * `digits train`: its options and its help. The work is in train.ts: help and bad input cost no TensorFlow.
 * Flow: main → **digits train** → readTrainingDigits → train.
 */
import { Command, Option } from 'commander';
import { InputError } from '../check/inputError';
import { checkModelFolder } from '../model/checkModelFolder';
import type { Io } from './io';
import { type NetworkName, networkRecipes } from './networkRecipes';
import { parseInteger, parsePart, parsePositive } from './options';
import { readTrainingDigits } from './trainingDigits';

/** The networks that can be trained by name; the first is the default. */
const NETWORKS = Object.keys(networkRecipes);

export interface TrainOptions {
  data: string;
  test?: string;
  model: NetworkName;
  /** Undefined: as in the network's recipe; so are the next two. */
  epochs?: number;
  batchSize?: number;
  learningRate?: number;
  seed: number;
  engine: 'auto' | 'session' | 'eager';
  targetAccuracy?: number;
  out?: string;
  log?: string;
  resume: boolean;
  json: boolean;
}

/** The command, ready to be added to the program. */
export function trainCommand(io: Io, finish: (code: number) => void): Command {
  return new Command('train')
    .summary('train a network on a digits CSV and measure it on digits held out')
    .description(
      'Trains a network and measures it on digits it has not seen: those of --test, or every tenth row of --data.\n' +
        'Each network has a recipe of its own for what is not given: epochs, batch size, learning rate and more.\n' +
        'Ctrl-C stops between two steps; what has been learnt is saved if --out is given, and --resume goes on from it.',
    )
    .option('--data <file>', 'digits to train on, CSV or CSV.gz', 'data/train.csv')
    .option('--test <file>', 'digits to measure on (default: 10 % of --data are held out)')
    .addOption(new Option('--model <name>', 'the network').choices(NETWORKS).default(NETWORKS[0]))
    .option('--epochs <n>', `how often to go through the digits (${defaults('epochs')})`, parseInteger(1))
    .option('--batch-size <n>', `digits in a step (${defaults('batchSize')})`, parseInteger(1))
    .option(
      '--learning-rate <x>',
      `step size, the same at every step (${defaults('learningRate')})`,
      parsePositive,
    )
    .option('--seed <n>', 'decides initial weights, order and held-out rows', parseInteger(0), 1)
    .addOption(
      new Option('--engine <name>', 'how steps are computed')
        .choices(['auto', 'session', 'eager'])
        .default('auto'),
    )
    .option(
      '--target-accuracy <x>',
      'time how long it takes to reach this part of the digits held out',
      parsePart,
    )
    .option('--out <folder>', 'save the model and history.json there, and checkpoints on the way')
    .addOption(
      new Option('--resume', 'go on from the checkpoint in --out, if there is one')
        .default(false)
        .conflicts('targetAccuracy'),
    )
    .option('--log <folder>', 'write logs there for TensorBoard: tensorboard --logdir FOLDER')
    .option('--json', 'print one JSON object on standard output', false)
    .action(async (options: TrainOptions) => {
      const { data, test, seed, out, resume } = options;
      if (resume && out === undefined) {
        throw new InputError('train: --resume must have --out, the folder to go on from, got none');
      }
      if (out !== undefined) await checkModelFolder(out);
      const digits = await readTrainingDigits(data, test, seed);
      const { train } = require('./train') as typeof import('./train');
      finish(await train(options, digits, io));
    });
}

/** What each network's recipe says, for the help. @example defaults('epochs') // 'default: digitnet 1, reference 2, …' */
function defaults(option: 'epochs' | 'batchSize' | 'learningRate'): string {
  const each = Object.entries(networkRecipes).map(([name, { [option]: value }]) => {
    return `${name} ${typeof value === 'number' ? value : 'one that rises and falls'}`;
  });
  return `default: ${each.join(', ')}`;
}
