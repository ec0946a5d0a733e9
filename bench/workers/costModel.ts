/**
 * What more workers would bring, from the stored measurements of one and of two: lesson 16 derives it.
 *
 *     npm run bench -- workers-model        reads data/workers.json
 *
 * Flow: data/workers.json → **costModel** → scale/README.md.
 */
import { readWorkerRuns, type WorkerRuns } from '../../lib/evaluate/workerRuns';

/** Bytes a second on a wire of ten gigabits. */
const TEN_GIGABIT = 1.25e9;
const IMAGES = 1e9;
const COUNTS = [1, 2, 4, 8, 16, 32, 64];
/** Images of a batch that one worker reads. */
const PART = 128;

const milliseconds = (seconds: number): string => `${(1000 * seconds).toFixed(2)} ms`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB/s`;

function fitted(measured: WorkerRuns) {
  const step = (workers: number, batchSize: number): number =>
    measured.runs.find(run => run.workers === workers && run.batchSize === batchSize)!.secondsPerStep;
  const perImage = (step(1, 512) - step(1, 128)) / (512 - 128);
  const fixed = step(1, 128) - 128 * perImage;
  const exchange = step(2, 128) - fixed - 64 * perImage;
  const sent = (workers: number): number => (4 * measured.parameters * 2 * (workers - 1)) / workers;
  const wire = sent(2) / exchange;
  const seconds = (workers: number, batchSize: number, bytesPerSecond: number): number =>
    fixed + (batchSize / workers) * perImage + sent(workers) / bytesPerSecond;
  return { step, perImage, fixed, exchange, wire, sent, seconds };
}

async function main(): Promise<void> {
  const measured = await readWorkerRuns('data/workers.json');
  const { step, perImage, fixed, exchange, wire, sent, seconds } = fitted(measured);
  const { bytesPerImage, readImagesPerSecond } = measured;
  console.log(`fixed ${milliseconds(fixed)}, per image ${milliseconds(perImage)}`);
  console.log(`exchange of two ${milliseconds(exchange)}, wire ${megabytes(wire)}`);
  const said = seconds(2, 512, wire);
  const off = (100 * (said - step(2, 512))) / step(2, 512);
  console.log(
    `two workers, 512: said ${milliseconds(said)}, measured ${milliseconds(step(2, 512))}, ${off.toFixed(1)} % off`,
  );
  console.log('| workers | step | efficiency | exchange | hours | reads all | reads its own |');
  for (const n of COUNTS) {
    const time = seconds(n, PART * n, TEN_GIGABIT);
    const rate = (PART * n) / time;
    const cells = [
      n,
      milliseconds(time),
      `${((100 * seconds(1, PART, TEN_GIGABIT)) / time).toFixed(0)} %`,
      `${((100 * sent(n)) / TEN_GIGABIT / time).toFixed(0)} %`,
      (IMAGES / rate / 3600).toFixed(1),
      megabytes(rate * bytesPerImage),
      megabytes((rate / n) * bytesPerImage),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  const most = 8 * measured.parameters;
  const alone = seconds(1, PART, TEN_GIGABIT);
  console.log(
    `exchange as long as all else, ${PART} images a worker: a wire of ${megabytes(most / alone)} (${((8 * most) / alone / 1e9).toFixed(1)} gigabit/s)`,
  );
  for (const batchSize of [128, 1024, 8192]) {
    const workers = (batchSize * perImage) / (fixed + most / TEN_GIGABIT);
    console.log(
      `computing as long as fixed and exchange, batches of ${batchSize}: ${workers.toFixed(1)} workers`,
    );
  }
  const perWorker = (PART / (alone + most / TEN_GIGABIT)) * bytesPerImage;
  const reads = readImagesPerSecond * bytesPerImage;
  console.log(
    `a worker reads ${megabytes(reads)} at most: all files read by everybody, ${(reads / perWorker).toFixed(1)} workers`,
  );
  console.log(
    `a store of ${megabytes(TEN_GIGABIT)}, each its own files: ${(TEN_GIGABIT / perWorker).toFixed(0)} workers`,
  );
  console.log(`${IMAGES} images: ${((IMAGES * bytesPerImage) / 1e9).toFixed(0)} GB`);
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
