/**
 * Asks in a process of its own whether native code works: a crash in it is an answer, not our end.
 * Flow: cache, link → **probe**.
 */
import { explain } from '../explain.mjs';
import { run } from '../run.mjs';
import { packageFolder } from './addon.mjs';

/**
 * @param {string} program CommonJS
 * @returns {Promise<string | undefined>} why it does not work
 */
async function fails(program) {
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' };
  const { status, output } = await run(process.execPath, ['--no-deprecation', '-e', program], { env });
  return status === 0 ? undefined : explain(output);
}

/**
 * Does this addon find the libraries it needs?
 *
 * @param {string} addon a .node file
 */
export function probeAddon(addon) {
  return fails(`process.dlopen({ exports: {} }, ${JSON.stringify(addon)})`);
}

/** Node 23 removed two functions that the package calls. @param {string} root */
const load = root => `
    const util = require('node:util');
    util.isNullOrUndefined ??= value => value == null;
    util.isArray ??= Array.isArray;
    const tf = require(${JSON.stringify(packageFolder(root))});
`;

/**
 * Does TensorFlow.js calculate with it?
 *
 * @param {string} root
 */
export function probeTensorflow(root) {
  return fails(`
    ${load(root)}
    const [product] = tf.matMul([[1, 2]], [[3], [4]]).dataSync();
    if (tf.getBackend() !== 'tensorflow' || product !== 11) throw new Error('matMul gave ' + product + ', not 11');
  `);
}

/**
 * Does it calculate on a GPU? Its own word for why not is its first warning or error.
 *
 * @param {string} root
 */
export async function probeGpu(root) {
  const program = `${load(root)}
    if (!tf.backend().isUsingGpuDevice) throw new Error('no GPU');
  `;
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '1' };
  const { status, output } = await run(process.execPath, ['--no-deprecation', '-e', program], { env });
  if (status === 0) return undefined;
  return /^[\d-]* ?[\d:.]*:? ?[WE]\S* .*?\] (.*)$/m.exec(output)?.[1] ?? explain(output);
}
