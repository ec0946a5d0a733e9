/**
 * The command line: reads the arguments, runs the command, turns every outcome into an exit code.
 * Flow: bin/digits.js → **main** → one file per command.
 */
import { Command, CommanderError } from 'commander';
import { InputError } from '../check/inputError';
import { oneLine } from '../check/oneLine';
import { dataCommand } from './dataCommand';
import { doctorCommand } from './doctorCommand';
import { evaluateCommand } from './evaluateCommand';
import { exportCommand } from './exportCommand';
import { exitCode, type Io } from './io';
import { predictCommand } from './predictCommand';
import { sweepCommand } from './sweepCommand';
import { trainCommand } from './trainCommand';

/**
 * Runs `digits` with the arguments after the program's name.
 *
 * @returns the exit code: 0 done, 1 failed, 2 wrong usage or bad input, 130 stopped by Ctrl-C.
 * @example await main(['data', '--out', 'data'], io) // 0
 */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    let code: number = exitCode.done;
    const finish = (given: number): void => {
      code = given;
    };
    await program(io, finish).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return report(error, io);
  }
}

function program(io: Io, finish: (code: number) => void): Command {
  const { version } = require('digits-cnn/package.json') as { version: string };
  const digits = new Command('digits')
    .description('Convolutional networks on handwritten digits, from the command line.')
    .version(version)
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 failed, 2 wrong usage or bad input, 130 stopped by Ctrl-C.',
    )
    .addCommand(doctorCommand(io, finish))
    .addCommand(dataCommand(io))
    .addCommand(trainCommand(io, finish))
    .addCommand(evaluateCommand(io))
    .addCommand(predictCommand(io))
    .addCommand(exportCommand(io))
    .addCommand(sweepCommand(io, finish))
    .helpCommand(false);
  digits.addCommand(helpCommand(digits));
  for (const command of [digits, ...digits.commands]) {
    command.exitOverride().configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      outputError: (text, write) =>
        write(
          `digits: ${text
            .trim()
            .replace(/^error: /, '')
            .replaceAll('\n', ' ')}\n`,
        ),
    });
  }
  return digits;
}

/** commander's own answers a command that it does not know with a page on the error stream. */
function helpCommand(digits: Command): Command {
  return new Command('help')
    .description('display help for command')
    .argument('[command]')
    .action((name?: string) => {
      const command = digits.commands.find(one => one.name() === name);
      if (name !== undefined && !command) digits.error(`unknown command '${name}'`);
      (command ?? digits).outputHelp();
    });
}

/** One line for whatever went wrong (commander has already printed its own), and the exit code for it. */
function report(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.badInput;
  if (io.signal.aborted) {
    io.err('digits: interrupted\n');
    return exitCode.interrupted;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  io.err(`digits: ${io.debug ? stack : oneLine(message)}\n`);
  return error instanceof InputError ? exitCode.badInput : exitCode.failed;
}
