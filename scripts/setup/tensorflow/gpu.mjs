/**
 * Is there a GPU that TensorFlow can use? Its driver's own tool knows.
 * Flow: **gpu** → tensorflow step.
 */
import { spawnSync } from 'node:child_process';

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ found: string } | { missing: string }} the GPUs by name, or in one line why there is none
 */
export function findGpu(env = process.env) {
  const question = ['--query-gpu=name', '--format=csv,noheader'];
  const { status, stdout, error } = spawnSync('nvidia-smi', question, {
    env,
    encoding: 'utf8',
    timeout: 30_000,
  });
  if (error !== undefined) return { missing: 'there is no NVIDIA driver (nvidia-smi does not start)' };
  const names = stdout.trim().split('\n');
  if (status !== 0) return { missing: `nvidia-smi says '${names[0]}'` };
  return { found: names.join(', ') };
}
