/**
 * Measures a saved network from the command line.
 * Flow: evaluateCommand → **evaluateModel** → loadModel, evaluate.
 */
import { evaluate } from '../evaluate/evaluate';
import { loadModel } from '../model/loadModel';
import { backendInfo } from '../tensorflow/backendInfo';
import type { Digits } from '../types/digits';
import type { EvaluateOptions } from './evaluateCommand';
import { formatCount, formatPercent } from './format';
import type { Io } from './io';

/** What `--json` prints. */
export interface EvaluateReport {
  /** In [0, 1]. */
  accuracy: number;
  /** Mean softmax cross-entropy, in nats. */
  loss: number;
  correct: number;
  count: number;
  /** Row = true class, column = predicted class. */
  confusion: number[][];
  backend: string;
}

export async function evaluateModel(options: EvaluateOptions, digits: Digits, io: Io): Promise<void> {
  const model = await loadModel(options.model);
  const { accuracy, loss, correct, count, confusion } = await evaluate(model, digits, { signal: io.signal });
  const { backend } = await backendInfo();
  const report: EvaluateReport = { accuracy, loss, correct, count, confusion, backend };
  if (options.json) {
    io.out(`${JSON.stringify(report)}\n`);
    return;
  }
  const right = `${formatCount(correct)} of ${formatCount(count)} digits right (${formatPercent(accuracy)})`;
  io.out(`${right}, loss ${loss.toFixed(4)}\n\n${confusionTable(confusion)}`);
}

/** The counts as text: a row per true class, a column per prediction, `·` where nothing is. */
function confusionTable(confusion: number[][]): string {
  const width = Math.max(...confusion.flat().map(count => String(count).length)) + 2;
  const line = (head: string, cells: (string | number)[]): string =>
    `${head.padStart(6)} ${cells.map(cell => String(cell).padStart(width)).join('')}\n`;
  const header = line('true \\', [...confusion.keys()]);
  return (
    header +
    confusion
      .map((row, label) =>
        line(
          String(label),
          row.map(count => count || '·'),
        ),
      )
      .join('')
  );
}
