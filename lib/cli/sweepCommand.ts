/**
 * `digits sweep`: many trainings of one experiment, here or on a Ray cluster.
 * Flow: main → **digits sweep** → readPlan → sweep → sweepTable.
 */
import { Command, Option } from 'commander';
import { exitCode, type Io } from './io';
import { parseInteger } from './options';
import { readPlan } from './sweep/readPlan';
import { sweep } from './sweep/sweep';
import { SweepLines } from './sweep/sweepLines';
import { sweepTable } from './sweep/sweepTable';

interface SweepCommandOptions {
  results?: string;
  processes?: number;
  ray?: string;
  json: boolean;
}

/** The command, ready to be added to the program. */
export function sweepCommand(io: Io, finish: (code: number) => void): Command {
  return new Command('sweep')
    .summary('run the trainings of a plan, many at a time, here or on a Ray cluster')
    .description(
      'Runs digits train for every job of a plan, a JSON file, and prints mean ± standard deviation over the seeds:\n' +
        '  {"options": {"model": "lenet"}, "grid": {"learningRate": [0.001, 0.003], "seed": [1, 2, 3]}}\n' +
        'Each result is kept as it comes. Whatever is stopped or killed, the same command runs what is missing.',
    )
    .argument('<plan>', 'the plan')
    .option('--results <file>', 'where results are added, one line of JSON each (default: beside the plan)')
    .addOption(
      new Option(
        '--processes <n>',
        'trainings at a time (default: one per core, fewer where memory is short)',
      )
        .argParser(parseInteger(1))
        .conflicts('ray'),
    )
    .option('--ray <address>', 'run them on the Ray cluster at HOST:PORT, of which this machine is a part')
    .option('--json', 'print one JSON object on standard output', false)
    .action(async (path: string, options: SweepCommandOptions) => {
      const plan = await readPlan(path);
      const { json, results = `${path.replace(/\.json$/, '')}.results.jsonl`, ...where } = options;
      const lines = new SweepLines(io);
      const outcome = await sweep(plan, {
        ...where,
        results,
        name: path,
        signal: io.signal,
        onProgress: progress => lines.show(progress),
      }).finally(() => lines.end());
      const { done, failed, jobs, interrupted, rows } = outcome;
      if (interrupted) {
        io.err(
          `digits: interrupted, ${done} of ${jobs} jobs have results in ${results}; the same command goes on\n`,
        );
        finish(exitCode.interrupted);
        return;
      }
      if (failed.length > 0) {
        io.err(`digits: sweep: ${failed.length} of ${jobs} jobs failed; the same command tries them again\n`);
        finish(exitCode.failed);
      }
      io.out(json ? `${JSON.stringify(outcome)}\n` : sweepTable(rows));
    });
}
