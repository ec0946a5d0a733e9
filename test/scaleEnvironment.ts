/** Where tests find what lies beyond one machine, and what to say where it is not there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Its Python: TensorFlow with Keras 3, and Ray. */
export const scalePython: string = join(
  '.venv-scale',
  ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']),
);

/** For a test's `skip`. */
export const scaleMissing: string | false =
  !existsSync(scalePython) && 'no .venv-scale: node scripts/scaleEnvironment.mjs';
