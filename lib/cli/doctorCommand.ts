/**
 * `digits doctor`: one line for every part the course stands on.
 * Flow: main → **digits doctor** → doctor.
 */
import { Command } from 'commander';
import { doctor, renderReport } from './doctor/index';
import { exitCode, type Io } from './io';

/** The command, ready to be added to the program. */
export function doctorCommand(io: Io, finish: (code: number) => void): Command {
  return new Command('doctor')
    .summary('check every part of the installation')
    .description(
      'Prints one line per part: ok, or what is wrong and what mends it. Exit code 1 if something needed is.',
    )
    .option('--json', 'print one JSON object on standard output', false)
    .action(async ({ json }: { json: boolean }) => {
      const report = await doctor(process.cwd());
      io.out(json ? `${JSON.stringify(report)}\n` : renderReport(report));
      finish(report.ok ? exitCode.done : exitCode.failed);
    });
}
