/**
 * Jobs in processes of this machine, so many at a time.
 * Flow: jobs → **localRunner** (one `digits train` per job) → JobEvent.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { text } from 'node:stream/consumers';
import { InputError } from '../../check/inputError';
import { exitCode } from '../io';
import type { TrainReport } from '../trainReport';
import { complaintOf } from './complaint';
import { jobProgram } from './course';
import { type Job, jobArguments } from './jobs';
import type { JobOutcome, Runner } from './runner';

/** @param processes how many at a time. @param program what runs `digits`; another one in tests. */
export function localRunner(processes: number, program: string = jobProgram): Runner {
  return {
    describe: `${processes} at a time`,
    async *run(jobs, signal) {
      const queue = [...jobs];
      const running = new Map<Job, { child: ChildProcess; outcome: Promise<JobOutcome> }>();
      const stop = (): void => {
        queue.length = 0;
        for (const { child } of running.values()) child.kill();
      };
      if (signal?.aborted) stop();
      signal?.addEventListener('abort', stop);
      try {
        while (queue.length + running.size > 0) {
          while (queue.length > 0 && running.size < processes) {
            const job = queue.shift()!;
            const child = start(job, program);
            running.set(job, { child, outcome: outcomeOf(job, child) });
          }
          const outcome = await Promise.race([...running.values()].map(one => one.outcome));
          running.delete(outcome.job);
          if (outcome.state === 'finished' || !signal?.aborted) yield outcome;
        }
      } finally {
        signal?.removeEventListener('abort', stop);
        stop();
        await Promise.allSettled([...running.values()].map(one => one.outcome));
      }
    },
  };
}

/** One job in a process of its own. So many threads, and no more, add numbers up in the same order everywhere. */
function start(job: Job, program: string): ChildProcess {
  const threads = { TF_NUM_INTRAOP_THREADS: String(job.threads), TF_NUM_INTEROP_THREADS: '1' };
  return spawn(process.execPath, [program, ...jobArguments(job)], { env: { ...process.env, ...threads } });
}

/** @throws InputError if it was refused: the digits cannot be read, which other jobs want as well. */
async function outcomeOf(job: Job, child: ChildProcess): Promise<JobOutcome> {
  const [[code, signal], out, err] = await Promise.all([
    once(child, 'close') as Promise<[number | null, string | null]>,
    text(child.stdout!),
    text(child.stderr!),
  ]);
  if (code === exitCode.badInput) throw new InputError(complaintOf(err, code));
  if (code !== exitCode.done) return { state: 'failed', job, problem: complaintOf(err, signal ?? code) };
  return { state: 'finished', job, report: JSON.parse(out) as TrainReport, machine: hostname() };
}
