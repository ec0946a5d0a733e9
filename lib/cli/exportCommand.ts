/**
 * `digits export`: its options and its help. The work is in export.ts: help and bad input cost no TensorFlow.
 * Flow: main → **digits export** → exportNetwork.
 */
import { Command, Option } from 'commander';
import { checkExportFolder } from '../model/export/exportFiles';
import { type ExportFormat, exportFormats } from '../model/export/exportFormats';
import { checkModel } from '../model/keras/kerasFile';
import type { Io } from './io';

export interface ExportOptions {
  model: string;
  format: ExportFormat;
  out: string;
  json: boolean;
}

/** The command, ready to be added to the program. */
export function exportCommand(io: Io): Command {
  return new Command('export')
    .summary('write a saved network for other programs')
    .description(
      'Writes a saved network as a TensorFlow SavedModel (TensorFlow Serving, Python), in the web format of ' +
        'TensorFlow.js, in ONNX, or for Keras 3. All take images [batch, height, width, 1] with pixels from 0 to 1.',
    )
    .requiredOption('--model <folder>', 'the saved network, or a .keras file that Keras 3 saved')
    .addOption(
      new Option('--format <name>', 'what to write')
        .choices(Object.keys(exportFormats))
        .makeOptionMandatory(),
    )
    .requiredOption('--out <folder>', 'a new folder, or one with an export of the same format')
    .option('--json', 'print one JSON object on standard output', false)
    .action(async (options: ExportOptions) => {
      await checkModel('loadModel', options.model);
      await checkExportFolder(options.out, exportFormats[options.format]);
      const { exportNetwork } = require('./export') as typeof import('./export');
      await exportNetwork(options, io);
    });
}
