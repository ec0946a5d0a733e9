/**
 * What a measurement has to say about where it was made.
 * Flow: **machine** → the first line of every benchmark.
 */
import { cpus, totalmem } from 'node:os';

/** One line: processor, cores, memory, Node. */
export function machine(): string {
  const [first] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${first?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${gigabytes} GB, Node ${process.version}`;
}
