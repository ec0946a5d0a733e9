/**
 * Which GPU computes, where one does or was asked for? The driver's own tool knows its name and memory.
 * Flow: **gpuFindings** → tensorflowFindings → doctor.
 */
import { spawnSync } from 'node:child_process';
import type { Finding } from './report';

/** One line per GPU, or why the driver does not answer. */
function askDriver(): { gpus: string[] } | { problem: string } {
  const question = ['--query-gpu=name,memory.total', '--format=csv,noheader'];
  const { status, stdout, error } = spawnSync('nvidia-smi', question, { encoding: 'utf8', timeout: 30_000 });
  if (error !== undefined) return { problem: 'there is no NVIDIA driver (nvidia-smi does not start)' };
  const lines = stdout.trim().split('\n');
  return status === 0 ? { gpus: lines } : { problem: `nvidia-smi says '${lines[0]}'` };
}

/**
 * @param used whether TensorFlow computes on one
 * @param wanted whether set-up was asked for one
 * @returns nothing where neither is so
 */
export function gpuFindings(used: boolean, wanted: boolean): Finding[] {
  const part = { part: 'GPU', needed: false };
  if (!used && !wanted) return [];
  const asked = askDriver();
  if (used) {
    const found = 'gpus' in asked ? asked.gpus.join('; ') : `computes; ${asked.problem}`;
    return [{ ...part, ok: true, found }];
  }
  const why = 'gpus' in asked ? `TensorFlow does not reach the ${asked.gpus.join('; ')}` : asked.problem;
  const mend = 'npm start -- --gpu, when nvidia-smi shows the GPU and its driver is up to date';
  return [{ ...part, ok: false, found: `the processor computes: ${why}`, mend }];
}
