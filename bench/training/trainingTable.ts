/**
 * The measurements of the training comparison as a Markdown table.
 * Flow: compare → **trainingTable** → bench/README.md.
 */
import { median } from '../median';
import type { Taken } from './contender';

/** All turns of one contender at one batch size. */
export interface Measurement {
  name: string;
  batchSize: number;
  /** From being told to train one batch to its end: what recording, tracing or compiling takes. */
  firstStepSeconds: number;
  turns: readonly Taken[];
  /** Images in a turn. */
  images: number;
}

const HEAD = [
  '| batch | | images/s | range | of session | CPU µs per image | share of peak | first step, s | loss |',
  '|---:|---|---:|---:|---:|---:|---:|---:|---:|',
];

/** The turns' speeds, in images per second. */
function rates({ turns, images }: Measurement): number[] {
  return turns.map(({ seconds }) => images / seconds);
}

/**
 * One line per contender and batch size: medians over the turns, the range, and the loss of the last turn.
 *
 * @param flopsPerImage of a training step.
 * @param peakFlops per second: what the machine does at most.
 */
export function trainingTable(
  measurements: readonly Measurement[],
  flopsPerImage: number,
  peakFlops: number,
): string {
  const lines = measurements.map(measurement => {
    const { name, batchSize, firstStepSeconds, turns, images } = measurement;
    const all = rates(measurement);
    const rate = median(all);
    const session = measurements.find(other => other.name === 'session' && other.batchSize === batchSize)!;
    const cells = [
      batchSize,
      name,
      rate.toFixed(0),
      `${Math.min(...all).toFixed(0)}–${Math.max(...all).toFixed(0)}`,
      (rate / median(rates(session))).toFixed(2),
      median(turns.map(({ cpuSeconds }) => (cpuSeconds * 1e6) / images)).toFixed(0),
      `${((100 * rate * flopsPerImage) / peakFlops).toFixed(0)} %`,
      firstStepSeconds.toFixed(2),
      turns.at(-1)!.loss.toFixed(3),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [...HEAD, ...lines].join('\n');
}
