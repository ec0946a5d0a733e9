/**
 * How many trainings this machine can do at a time.
 * Flow: cores, memory → **localProcesses** → localRunner.
 */
import { availableParallelism, freemem } from 'node:os';

/** A job has 0.55 GB at its largest, with all 60 000 digits and a test file; the rest is for what else is to come. */
export const JOB_BYTES = 1e9;

/**
 * One training per core, or per `threads` cores; fewer where memory is short; one at least.
 *
 * @example localProcesses(1, { cores: 8, bytes: 4e9 }) // 4
 */
export function localProcesses(
  threads: number,
  { cores, bytes }: { cores: number; bytes: number } = {
    cores: availableParallelism(),
    bytes: availableBytes(),
  },
): number {
  return Math.max(1, Math.min(Math.floor(cores / threads), Math.floor(bytes / JOB_BYTES)));
}

/** What this process may still take, by the limits that it runs under. */
function availableBytes(): number {
  // Node has it from 20.13 on; its types have not.
  const { availableMemory } = process as { availableMemory?: () => number };
  return availableMemory?.() ?? freemem();
}
