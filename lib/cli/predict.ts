/**
 * Reads digits from the command line.
 * Flow: predictCommand → **predictDigits** → loadModel, readPhotos, predict, writeSubmission.
 */
import { InputError } from '../check/inputError';
import { writeSubmission } from '../evaluate/writeSubmission';
import { checkModelFits } from '../model/checkModelFits';
import { loadModel } from '../model/loadModel';
import { predict } from '../model/predict';
import { backendInfo } from '../tensorflow/backendInfo';
import { readPhotos } from '../tensorflow/readPhotos';
import type { tf } from '../tensorflow/tf';
import type { Digits } from '../types/digits';
import { formatCount, formatPercent } from './format';
import type { Io } from './io';
import type { PredictOptions, PredictSource } from './predictCommand';

/** What `--json` prints. */
export interface PredictReport {
  predictions: {
    /** A photograph's path, or the row of a digit in its CSV file, counted from 1. */
    image: string | number;
    class: number;
    /** The network's own probability of its class, in [0, 1]. */
    probability: number;
  }[];
  backend: string;
}

export async function predictDigits(options: PredictOptions, source: PredictSource, io: Io): Promise<void> {
  const model = await loadModel(options.model);
  const digits = 'digits' in source ? source.digits : await readPhotos(source.photos);
  checkFits(options.model, model, digits);
  const { classes, probabilities } = await predict(model, digits, { signal: io.signal });
  const { backend } = await backendInfo();
  const names = 'digits' in source ? undefined : source.photos;
  const predictions = Array.from(classes, (best, row) => ({
    image: names?.[row] ?? row + 1,
    class: best,
    probability: probabilities[row * digits.classes + best]!,
  }));
  if (options.out !== undefined) {
    await writeSubmission(options.out, classes);
    io.err(`${options.out}: ${formatCount(digits.count)} predictions\n`);
  }
  const report: PredictReport = { predictions, backend };
  if (options.json) io.out(`${JSON.stringify(report)}\n`);
  else if (options.out === undefined) io.out(predictions.map(line).join(''));
}

function line({ image, class: best, probability }: PredictReport['predictions'][number]): string {
  return `${image}: ${best} (${formatPercent(probability)})\n`;
}

/** The network is the user's: what does not fit is bad input, and its folder is named. */
function checkFits(folder: string, model: tf.LayersModel, digits: Digits): void {
  try {
    checkModelFits('digits predict', model, digits, { needsLabels: false });
  } catch (error) {
    throw new InputError((error as Error).message.replace('digits predict:', `digits predict: ${folder}:`));
  }
}
