/**
 * `digits evaluate`: its options and its help. The work is in evaluate.ts: help and bad input cost no TensorFlow.
 * Flow: main → **digits evaluate** → evaluateModel.
 */
import { Command } from 'commander';
import { readDigits } from '../data/readDigits';
import { checkModel } from '../model/keras/kerasFile';
import type { Io } from './io';

export interface EvaluateOptions {
  model: string;
  data: string;
  json: boolean;
}

/** The command, ready to be added to the program. */
export function evaluateCommand(io: Io): Command {
  return new Command('evaluate')
    .summary('measure a saved network on a labelled digits CSV')
    .description(
      'Prints loss, accuracy and the confusion counts of a network that digits train --out has saved.',
    )
    .requiredOption('--model <folder>', 'the saved network, or a .keras file that Keras 3 saved')
    .option('--data <file>', 'labelled digits, CSV or CSV.gz', 'data/test.csv')
    .option('--json', 'print one JSON object on standard output', false)
    .action(async (options: EvaluateOptions) => {
      await checkModel('loadModel', options.model);
      const digits = await readDigits(options.data, { labelled: true });
      const { evaluateModel } = require('./evaluate') as typeof import('./evaluate');
      await evaluateModel(options, digits, io);
    });
}
