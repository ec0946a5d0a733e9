/**
 * TensorFlow.js's own download of library and addon: the way for machines without Python. For many people its
 * server answers 403 or 404, so it is asked first, for five seconds at most.
 * Flow: tensorflow step → **official** → npm rebuild.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { explain } from '../explain.mjs';
import { npm, npmEnvironment } from '../npm.mjs';
import { run } from '../run.mjs';
import { packageFolder, setAddonAside } from './addon.mjs';
import { probeTensorflow } from './probe.mjs';

/** The package's own variable for a mirror counts here too. */
const storage = () => process.env.TFJS_NODE_CDN_STORAGE || 'https://storage.googleapis.com/';

/** @returns {Promise<string | undefined>} why the server is no use */
async function unreachable() {
  const { host } = new URL(storage());
  const file = new URL('tensorflow/libtensorflow/libtensorflow-cpu-linux-x86_64-2.9.1.tar.gz', storage());
  try {
    const { ok, status } = await fetch(file, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    return ok ? undefined : `${host} answered ${status}`;
  } catch {
    return `${host} cannot be reached`;
  }
}

/**
 * @param {string} root
 * @param {import('../index.mjs').Log} log
 * @returns {Promise<string | undefined>} why it failed
 */
export async function downloadOfficial(root, log) {
  const why = await unreachable();
  if (why !== undefined) return why;
  log('tensorflow: running TensorFlow.js’s own download …');
  // What is left of another try would be taken for a library.
  setAddonAside(root);
  rmSync(join(packageFolder(root), 'deps'), { recursive: true, force: true });
  const [command, ...args] = npm();
  const rebuild = [...args, 'rebuild', '@tensorflow/tfjs-node', '--ignore-scripts=false'];
  const { status, output } = await run(command, rebuild, {
    cwd: root,
    env: npmEnvironment(root),
    show: true,
  });
  return status === 0 ? probeTensorflow(root) : explain(output);
}
