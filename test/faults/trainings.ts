/** `digits train` killed with signal 9 in each phase; the last run has to end as one that nobody disturbed. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadModel } from '../../lib/model/loadModel';
import { MANIFEST, type Manifest } from '../../lib/model/modelFiles';
import { type Killed, killAt, type Life } from './killAt';

const EPOCHS = 3;

/** Some seconds long: three epochs of 270 digits, with a checkpoint after each. */
const training = (folder: string): string[] =>
  ['lib/bin/digits.js', 'train', '--data', 'data/sample.csv', '--model', 'lenet', '--seed', '5'].concat([
    '--epochs',
    String(EPOCHS),
    '--batch-size',
    '3',
    '--out',
    folder,
    '--resume',
  ]);

export const train = (folder: string, moment: (life: Life) => boolean = () => false): Promise<Killed> =>
  killAt(training(folder), moment);

const names = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** Is a file whose name begins so being written by this process? */
const isWriting =
  (folder: string, beginning: string) =>
  ({ pid }: Life): boolean =>
    names(folder).some(name => name.startsWith(beginning) && name.endsWith(`.${pid}.part`));

/** The phases of a training, each with the moment at which it is under way. */
export const phases: Readonly<Record<string, (folder: string) => (life: Life) => boolean>> = {
  'before a line is said': () => life => life.milliseconds() > 300,
  'the digits have been read': () => life => life.err().includes('digits to train on'),
  'the first checkpoint is written': folder => isWriting(folder, 'checkpoint.bin'),
  'an epoch has ended': () => life => / {2}loss /.test(life.err()),
  'a later checkpoint is written': folder => {
    const writing = isWriting(folder, 'checkpoint.bin');
    return life => names(folder).includes('checkpoint.bin') && writing(life);
  },
  'the topology is written': folder => isWriting(folder, 'topology-'),
  'the weights are written': folder => isWriting(folder, 'weights-'),
  'the manifest is written': folder => isWriting(folder, MANIFEST),
  'the history is written': folder => isWriting(folder, 'history.json'),
};

/** The SHA-256 of the weights of the model in the folder. */
export const weightsOf = (folder: string): string =>
  (JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest).weights.sha256;

/** After a kill: there is no model yet, or a whole one, which is that of a training to the end. */
export async function assertNothingHalf(folder: string, weights: string): Promise<void> {
  if (!names(folder).includes(MANIFEST)) {
    await assert.rejects(loadModel(folder), /expected a folder with a model\.json, found none$/);
    return;
  }
  (await loadModel(folder)).dispose();
  assert.equal(weightsOf(folder), weights);
}

/** No part of a file is left, and nothing that a training does not leave. */
export function assertTidy(folder: string): void {
  const kinds = names(folder).map(name => name.replace(/-[0-9a-f]{12}/, ''));
  assert.deepEqual(kinds.sort(), [
    'checkpoint.bin',
    'history.json',
    'model.json',
    'topology.json',
    'weights.bin',
  ]);
}
