/**
 * Step 4: native TensorFlow for TensorFlow.js, whose own download fails for many. In this order:
 * it is cached → it loads already → the official wheel's library and the addon compiled here → TensorFlow.js's own
 * download → none, and the course runs on WebAssembly.
 *
 * DIGITS_TENSORFLOW chooses one way: `gpu` (the wheel with CUDA; where no GPU is, as `auto`), `wheel` (with the
 * system's compiler), `zig` (with zig's), `download`, `wasm`; a chosen way that fails is an error. `auto` is the default.
 * Flow: node → packages → library → python → **tensorflow** → data → kernel.
 */
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workFolder } from '../paths.mjs';
import { SetupError } from '../setupError.mjs';
import { addonPath, setAddonAside } from '../tensorflow/addon.mjs';
import { damage, nativeFolder } from '../tensorflow/cache.mjs';
import { findGpu } from '../tensorflow/gpu.mjs';
import { makeNative } from '../tensorflow/native.mjs';
import { downloadOfficial } from '../tensorflow/official.mjs';
import { thisPlatform } from '../tensorflow/platform.mjs';
import { probeGpu, probeTensorflow } from '../tensorflow/probe.mjs';
import { writeWhole } from '../writeWhole.mjs';

/** @typedef {'auto' | 'gpu' | 'wheel' | 'zig' | 'download' | 'wasm'} Way */

/**
 * What was made, and when; `gpu` if it is the build with CUDA.
 *
 * @typedef {{ native: true, folder?: string, gpu?: true } | { native: false, why: string }} Made
 * @typedef {{ way: Way, when: number } & Made} Stamp
 */

const ways = /** @type {const} */ (['auto', 'gpu', 'wheel', 'zig', 'download', 'wasm']);
const day = 24 * 60 * 60 * 1000;

/** @returns {Way} */
function chosenWay() {
  const chosen = process.env.DIGITS_TENSORFLOW || 'auto';
  const way = ways.find(known => known === chosen);
  if (way === undefined)
    throw new SetupError(`DIGITS_TENSORFLOW must be one of ${ways.join(', ')}, got '${chosen}'`);
  return way;
}

/** @param {string} root */
export const stampFile = root => join(workFolder(root), 'tensorflow.json');

/** @param {string} root @returns {Stamp | undefined} */
function readStamp(root) {
  try {
    return JSON.parse(readFileSync(stampFile(root), 'utf8')) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Is what was linked still there and whole? @param {string} root @param {Made & { native: true }} made */
function isLinked(root, { folder, gpu }) {
  if (!existsSync(addonPath(root))) return false;
  if (folder === undefined) return true;
  const platform = thisPlatform(gpu);
  if (typeof platform === 'string' || folder !== nativeFolder(root, platform)) return false;
  return damage(folder) === undefined && dirname(realpathSync(addonPath(root))) === realpathSync(folder);
}

/** @param {string} root */
function isCached(root) {
  const platform = thisPlatform();
  return typeof platform !== 'string' && damage(nativeFolder(root, platform)) === undefined;
}

/** An addon that somebody else put there is as good as ours. @param {string} root */
async function loadsAlready(root) {
  return existsSync(addonPath(root)) && (await probeTensorflow(root)) === undefined;
}

/**
 * The build with CUDA. A driver that is too old for it is told, and it computes on the processor.
 *
 * @param {string} root
 * @param {string} gpu its name
 * @param {import('../index.mjs').Log} log
 * @returns {Promise<Made>}
 */
async function makeForGpu(root, gpu, log) {
  const made = await makeNative(root, thisPlatform(true), 'any', log);
  if ('failed' in made) throw new SetupError(`DIGITS_TENSORFLOW=gpu: ${made.failed}`);
  const unused = await probeGpu(root);
  if (unused !== undefined) log(`tensorflow: it does not use the ${gpu} but the processor: ${unused}`);
  return { native: true, folder: made.folder, gpu: true };
}

/**
 * @param {string} root
 * @param {Way} way
 * @param {import('../index.mjs').Log} log
 * @returns {Promise<Made>}
 */
async function makeBackend(root, way, log) {
  if (way === 'wasm') return { native: false, why: 'DIGITS_TENSORFLOW=wasm was asked for' };
  if (way === 'gpu') {
    const gpu = findGpu();
    if ('found' in gpu) return makeForGpu(root, gpu.found, log);
    log(`tensorflow: it computes on the processor, for ${gpu.missing}`);
  }
  const isFree = way === 'auto' || way === 'gpu';
  if (isFree && !isCached(root) && (await loadsAlready(root))) return { native: true };
  const reasons = [];
  if (way !== 'download') {
    const compiler = isFree ? 'any' : way === 'zig' ? 'zig' : 'system';
    const made = await makeNative(root, thisPlatform(), compiler, log);
    if ('folder' in made) return { native: true, folder: made.folder };
    reasons.push(made.failed);
  }
  if (isFree || way === 'download') {
    const failed = await downloadOfficial(root, log);
    if (failed === undefined) return { native: true };
    reasons.push(`TensorFlow.js’s own download: ${failed}`);
  }
  if (!isFree) throw new SetupError(`DIGITS_TENSORFLOW=${way}: ${reasons.join('; ')}`);
  return { native: false, why: reasons.join('; ') };
}

/** @satisfies {import('../index.mjs').Step} */
export const tensorflow = {
  name: 'tensorflow',
  needs: ['packages'],

  missing: root => {
    const way = chosenWay();
    const stamp = readStamp(root);
    if (stamp === undefined) return 'preparing native TensorFlow';
    if (stamp.way !== way) return `preparing TensorFlow again, DIGITS_TENSORFLOW is now '${way}'`;
    if (way === 'gpu' && !(stamp.native && stamp.gpu) && 'found' in findGpu())
      return 'preparing TensorFlow for the GPU';
    if (stamp.native) return isLinked(root, stamp) ? undefined : 'preparing native TensorFlow again';
    const age = Date.now() - stamp.when;
    // Below 0: the clock has been set back since, and nobody knows how long ago it was.
    const isSettled = way === 'wasm' || (age >= 0 && age < day);
    return isSettled ? undefined : 'trying again for native TensorFlow';
  },

  make: async (root, log) => {
    const way = chosenWay();
    rmSync(stampFile(root), { force: true });
    const made = await makeBackend(root, way, log);
    if (!made.native) {
      setAddonAside(root);
      log(
        `tensorflow: the course runs, with WebAssembly in place of native TensorFlow; training is about thirty times slower (${made.why})`,
      );
    }
    /** @type {Stamp} */
    const stamp = { way, when: Date.now(), ...made };
    writeWhole(stampFile(root), JSON.stringify(stamp, null, 1));
  },
};
