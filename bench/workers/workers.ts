/**
 * One training on one worker and on two, each on a processor core of its own, at two batch sizes.
 *
 *     npm run bench -- workers [rounds]        needs data/train.csv, Linux (taskset), .venv-scale
 *
 * The four trainings take turns within a round. The last round's losses are kept with the median of all rounds' times.
 * Flow: referenceNet, digits → scale/train_many_workers.py → **workers** → data/workers.json.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readDigits } from '../../lib/data/readDigits';
import { selectDigits } from '../../lib/data/selectDigits';
import type { WorkerRun, WorkerRuns } from '../../lib/evaluate/workerRuns';
import { exportModel } from '../../lib/model/export/exportModel';
import { referenceNet } from '../../lib/model/referenceNet';
import { writeTfRecords } from '../../lib/tensorflow/records/writeTfRecords';
import { machine } from '../machine';
import { median } from '../median';

const IMAGES = 12_800;
const EPOCHS = 3;
const SEED = 1;
const SETTINGS = [1, 2].flatMap(workers => [128, 512].map(batchSize => ({ workers, batchSize })));
const PYTHON = join('.venv-scale', 'bin', 'python');

/** What the program writes as history.json, as far as it is wanted here. */
interface History {
  TensorFlow: string;
  epochs: { loss: number; stepsPerSecond: number }[];
  input: { imagesPerSecond: number; megabytesPerSecond: number };
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map(server => once(server, 'listening')));
  const ports = servers.map(server => (server.address() as { port: number }).port);
  await Promise.all(servers.map(server => once(server.close(), 'close')));
  return ports;
}

/** The whole training, and its record. @throws Error with what a worker said, if one fails. */
async function train(
  folder: string,
  out: string,
  { workers, batchSize }: Pick<WorkerRun, 'workers' | 'batchSize'>,
): Promise<History> {
  const addresses = (await freePorts(workers)).map(port => `127.0.0.1:${port}`);
  const children = addresses.map((_, core) => {
    const program = [PYTHON, join('scale', 'train_many_workers.py')];
    const files = ['--model', join(folder, 'model.keras'), '--data', join(folder, 'shards'), '--out', out];
    const cluster = ['--workers', addresses.join(','), '--index', String(core)];
    const options = ['--epochs', String(EPOCHS), '--batch-size', String(batchSize), '--seed', String(SEED)];
    const threads = { TF_NUM_INTRAOP_THREADS: '1', TF_NUM_INTEROP_THREADS: '1', OMP_NUM_THREADS: '1' };
    return spawn('taskset', ['-c', String(core), ...program, ...files, ...cluster, ...options], {
      env: { ...process.env, ...threads },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  });
  await Promise.all(children.map(succeeded));
  return JSON.parse(await readFile(join(out, 'history.json'), 'utf8')) as History;
}

async function succeeded(child: ChildProcess): Promise<void> {
  const [[code], said] = await Promise.all([once(child, 'close'), text(child.stderr!)]);
  if (code !== 0) throw new Error(`bench workers: a worker ended with ${code}: ${said.trim().slice(-2000)}`);
}

async function main(rounds: number): Promise<void> {
  const digits = await readDigits('data/train.csv');
  const model = referenceNet({ seed: SEED });
  const parameters = model.countParams();
  const folder = await mkdtemp(join(tmpdir(), 'digits-cnn-workers-'));
  try {
    await exportModel(model, 'keras', folder);
    const rows = Array.from({ length: IMAGES }, (_, i) => i);
    const shards = join(folder, 'shards');
    const files = await writeTfRecords(shards, selectDigits(digits, rows), { shards: 4, seed: SEED });
    const sizes = await Promise.all(files.map(async file => (await stat(join(shards, file))).size));
    const histories: History[][] = SETTINGS.map(() => []);
    for (let round = 0; round < rounds; round++) {
      for (const [index, setting] of SETTINGS.entries()) {
        const { workers, batchSize } = setting;
        const history = await train(folder, join(folder, `out-${round}-${index}`), setting);
        histories[index]!.push(history);
        const rate = median(speeds(history));
        console.log(`round ${round + 1}, ${workers} × ${batchSize / workers}: ${rate.toFixed(2)} steps/s`);
      }
    }
    const found: WorkerRuns = {
      machine: machine(),
      tensorflow: histories[0]![0]!.TensorFlow,
      network: 'reference',
      parameters,
      images: IMAGES,
      bytesPerImage: sizes.reduce((sum, size) => sum + size, 0) / IMAGES,
      readImagesPerSecond: median(histories[0]!.map(({ input }) => input.imagesPerSecond)),
      runs: SETTINGS.map((setting, index) => ({
        ...setting,
        secondsPerStep: 1 / median(histories[index]!.flatMap(speeds)),
        losses: histories[index]!.at(-1)!.epochs.map(({ loss }) => loss),
      })),
    };
    await writeFile('data/workers.json.part', `${JSON.stringify(found, null, 1)}\n`);
    await rename('data/workers.json.part', 'data/workers.json');
    console.log(JSON.stringify(found, null, 1));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Steps per second of each epoch but the first, in which the machine warms up. */
function speeds({ epochs }: History): number[] {
  return epochs.slice(1).map(({ stepsPerSecond }) => stepsPerSecond);
}

main(Number(process.argv[2] ?? 3)).catch(error => {
  console.error(error);
  process.exitCode = 1;
});
