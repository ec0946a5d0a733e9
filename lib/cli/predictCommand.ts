/**
 * `digits predict`: its options and its help. The work is in predict.ts: help and bad input cost no TensorFlow.
 * Flow: main → **digits predict** → predictDigits.
 */
import { Command } from 'commander';
import { InputError } from '../check/inputError';
import { readDigits } from '../data/readDigits';
import { checkModel } from '../model/keras/kerasFile';
import type { Digits } from '../types/digits';
import type { Io } from './io';

export interface PredictOptions {
  model: string;
  data: string[];
  out?: string;
  json: boolean;
}

/** What shall be read: the rows of a CSV file, already here, or photographs by their paths. */
export type PredictSource = { digits: Digits } | { photos: readonly string[] };

/** The command, ready to be added to the program. */
export function predictCommand(io: Io): Command {
  return new Command('predict')
    .summary('read digits from a CSV file or from photographs')
    .description(
      'Says which digit a saved network sees in each row of a CSV file, or in each photograph (PNG or JPEG of one ' +
        'digit, dark on bright or bright on dark), and how sure it is.',
    )
    .requiredOption('--model <folder>', 'the saved network, or a .keras file that Keras 3 saved')
    .requiredOption('--data <files...>', 'one CSV or CSV.gz, labelled or not, or any number of images')
    .option('--out <file>', 'write ImageId,Label there, as Kaggle takes it, ImageId counted from 1')
    .option('--json', 'print one JSON object on standard output', false)
    .action(async (options: PredictOptions) => {
      await checkModel('loadModel', options.model);
      const source = await sourceOf(options.data);
      const { predictDigits } = require('./predict') as typeof import('./predict');
      await predictDigits(options, source, io);
    });
}

async function sourceOf(paths: readonly string[]): Promise<PredictSource> {
  const kinds = paths.map(kindOf);
  if (!kinds.includes('csv')) return { photos: paths };
  if (paths.length > 1) {
    throw new InputError(
      `digits predict: --data: expected one CSV file or images, found ${paths.join(', ')}`,
    );
  }
  return { digits: await readDigits(paths[0]!) };
}

function kindOf(path: string): 'csv' | 'image' {
  if (/\.csv(\.gz)?$/i.test(path)) return 'csv';
  if (/\.(png|jpe?g)$/i.test(path)) return 'image';
  throw new InputError(
    `digits predict: ${path}: expected a name that ends in .csv, .csv.gz, .png, .jpg or .jpeg`,
  );
}
