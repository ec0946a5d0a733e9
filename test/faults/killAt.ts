/** Programs that are killed with signal 9, with all their children, at a moment that is waited for. */
import { type ChildProcess, spawn } from 'node:child_process';

export interface Killed {
  /** Null if it ended before the moment came. */
  signal: NodeJS.Signals | null;
  code: number | null;
  out: string;
  err: string;
}

/** What a moment may depend on. */
export interface Life {
  pid: number;
  /** What it has said on standard error so far. */
  err(): string;
  milliseconds(): number;
}

/** Looks this often, without a pause long enough for a file to be written in. */
const LOOK_EVERY = 1;

/**
 * Runs a program, this Node unless another is named, in a process group of its own and kills that as soon as `moment` is true.
 *
 * @param moment never true: it is left alone.
 */
export function killAt(
  args: readonly string[],
  moment: (life: Life) => boolean,
  {
    command = process.execPath,
    ...options
  }: { command?: string; cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Killed> {
  const child: ChildProcess = spawn(command, args, {
    ...options,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const started = performance.now();
  const said = { out: '', err: '' };
  child.stdout!.setEncoding('utf8').on('data', text => {
    said.out += text;
  });
  child.stderr!.setEncoding('utf8').on('data', text => {
    said.err += text;
  });
  const life: Life = {
    pid: child.pid!,
    err: () => said.err,
    milliseconds: () => performance.now() - started,
  };
  const look = setInterval(() => {
    if (!moment(life)) return;
    clearInterval(look);
    try {
      process.kill(-child.pid!, 'SIGKILL');
    } catch (error) {
      // It has ended between the look and the signal.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }, LOOK_EVERY);
  return new Promise(resolve => {
    child.on('close', (code, signal) => {
      clearInterval(look);
      resolve({ signal, code, ...said });
    });
  });
}
