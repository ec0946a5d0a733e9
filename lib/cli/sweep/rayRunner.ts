/**
 * Jobs on a Ray cluster. Ray spreads them over its machines; Python talks to it, this side keeps the results.
 * Flow: jobs → **rayRunner** → scale/ray_jobs.py → Ray → `digits train` on the cluster's machines → JobEvent.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { InputError } from '../../check/inputError';
import type { TrainReport } from '../trainReport';
import { clone } from './course';
import { type Job, jobArguments } from './jobs';
import { JOB_BYTES } from './localProcesses';
import type { JobEvent, Runner } from './runner';

/** A line of ray_jobs.py; jobs are told by their place. */
type Line =
  | { finished: number; report: TrainReport; machine: string }
  | { failed: number; problem: string }
  | { note: string }
  | { stopped: string };

/**
 * @param address `HOST:PORT` of the cluster's first machine; this machine is one of the cluster's.
 * @param python of an environment with Ray.
 * @throws InputError if the address is none, or Ray is not installed.
 */
export function rayRunner(address: string, python: string = rayPython()): Runner {
  if (!/^[\w.-]+:\d{1,5}$/.test(address)) {
    throw new InputError(`sweep: the Ray address must be HOST:PORT, got '${address}'`);
  }
  const program = join(clone, 'scale', 'ray_jobs.py');
  if (!existsSync(program)) {
    throw new InputError(`sweep: Ray needs a clone of the course, with ${program}; found none`);
  }
  if (!existsSync(python)) {
    throw new InputError('sweep: Ray is not installed; run: node scripts/scaleEnvironment.mjs');
  }
  return {
    describe: `on the Ray cluster at ${address}`,
    async *run(jobs, signal) {
      const child = start(python, program, address, jobs[0]!.threads);
      const words = text(child.stderr!);
      const ended = once(child, 'close');
      const stop = (): void => {
        child.stdin!.end();
        child.kill();
      };
      if (signal?.aborted) stop();
      signal?.addEventListener('abort', stop);
      // It may end before it has read them; why, it says.
      child.stdin!.on('error', () => {});
      for (const [index, job] of jobs.entries()) {
        child.stdin!.write(`${JSON.stringify({ job: index, args: jobArguments(job) })}\n`);
      }
      child.stdin!.write('\n');
      let left = jobs.length;
      try {
        for await (const line of createInterface(child.stdout!)) {
          const event = eventOf(JSON.parse(line) as Line, jobs);
          yield event;
          if (event.state !== 'note') left--;
          if (left === 0) return;
        }
        if (signal?.aborted) return;
        const last = (await words).trimEnd().split('\n').at(-1)!.slice(0, 200);
        throw new Error(
          `sweep: lost the Ray cluster at ${address}; the same command goes on from here (${last})`,
        );
      } finally {
        signal?.removeEventListener('abort', stop);
        stop();
        await ended;
      }
    },
  };
}

/** Ray asks nobody outside; no other Python's packages get in. */
function start(python: string, program: string, address: string, threads: number): ChildProcess {
  const { PYTHONHOME: _, PYTHONPATH: __, ...own } = process.env;
  const args = [program, '--address', address, '--threads', `${threads}`, '--memory', `${JOB_BYTES}`];
  return spawn(python, args, { env: { ...own, RAY_USAGE_STATS_ENABLED: '0' } });
}

/** @throws InputError if no job can be run. */
function eventOf(line: Line, jobs: readonly Job[]): JobEvent {
  if ('stopped' in line) throw new InputError(`sweep: ${line.stopped}`);
  if ('note' in line) return { state: 'note', text: line.note };
  if ('failed' in line) return { state: 'failed', job: jobs[line.failed]!, problem: line.problem };
  const { report, machine } = line;
  return { state: 'finished', job: jobs[line.finished]!, report, machine };
}

/** The Python of the environment that is made where Ray is wanted for the first time. */
function rayPython(): string {
  return join(
    clone,
    '.venv-scale',
    ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']),
  );
}
