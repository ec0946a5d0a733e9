/**
 * Makes the cache folder with TensorFlow's library and the addon, unless it is there, and links it into a clone.
 * Flow: tensorflow step → **native** → wheel, compile or zig, cache, probe.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { withLock } from '../lock.mjs';
import { ownCache, sharedCache, venvPython } from '../paths.mjs';
import { requireSpace } from '../space.mjs';
import { python } from '../steps/python.mjs';
import { addonPath, setAddonAside } from './addon.mjs';
import { damage, nativeFolder, writeManifest } from './cache.mjs';
import { compile, findCompiler } from './compile.mjs';
import { probeAddon, probeTensorflow } from './probe.mjs';
import { unpackWheels } from './wheel.mjs';
import { compileWithZig } from './zig.mjs';

/** @typedef {'any' | 'system' | 'zig'} Compiler which compiler may be used; any: the system's, else zig */

/**
 * Lets TensorFlow.js find the addon. Node follows the link before it loads the file, so the addon's own place is
 * the cache and it finds lib/ beside it.
 *
 * @param {string} root
 * @param {string} folder
 */
function link(root, folder) {
  const addon = addonPath(root);
  mkdirSync(dirname(addon), { recursive: true });
  setAddonAside(root);
  symlinkSync(join(folder, 'tfjs_binding.node'), addon);
}

/** Folders that killed set-ups of this machine left half-made; whoever holds the lock may delete them. */
function removeLeftovers(/** @type {string} */ folder) {
  const prefix = `${basename(folder)}.part-${hostname()}-`;
  for (const name of readdirSync(dirname(folder)).filter(name => name.startsWith(prefix))) {
    rmSync(join(dirname(folder), name), { recursive: true, force: true });
  }
}

/**
 * Makes the folder's content; the caller renames it.
 *
 * @param {string} root
 * @param {string} part
 * @param {import('./platform.mjs').Platform} platform
 * @param {Compiler} compiler
 * @param {import('../index.mjs').Log} log
 * @returns {Promise<string | undefined>} why it failed
 */
async function fill(root, part, platform, compiler, log) {
  const pythonCommand = venvPython(root);
  log(`tensorflow: downloading the official library (${platform.download}) …`);
  const notUnpacked = await unpackWheels(pythonCommand, part, platform);
  if (notUnpacked !== undefined) return notUnpacked;

  const own = compiler === 'zig' ? undefined : findCompiler();
  if (own === undefined && compiler === 'system') return 'there is no C++ compiler';
  log(`tensorflow: compiling the addon with ${own?.join(' ') ?? 'zig (3 to 4 minutes)'} …`);
  const notCompiled =
    own === undefined
      ? await compileWithZig(pythonCommand, root, part, platform)
      : await compile(own, root, part, platform);
  return notCompiled ?? (await probeAddon(join(part, 'tfjs_binding.node')));
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {import('./platform.mjs').Platform} platform
 * @param {Compiler} compiler
 * @param {import('../index.mjs').Log} log
 * @returns {Promise<string | undefined>} why it failed
 */
async function ensureFolder(root, folder, platform, compiler, log) {
  const wrong = damage(folder);
  if (wrong === undefined) return undefined;
  if (python.missing(root) !== undefined) return 'Python, which unpacks the library, is not set up';
  requireSpace(folder, platform.megabytes, 'TensorFlow');
  if (dirname(folder) === ownCache(root))
    log(`tensorflow: ${sharedCache()} cannot be written, so the library goes into ${ownCache(root)}`);
  if (statSync(folder, { throwIfNoEntry: false }))
    log(`tensorflow: ${folder} is damaged (${wrong}); making it again …`);

  removeLeftovers(folder);
  const part = `${folder}.part-${hostname()}-${process.pid}`;
  mkdirSync(part);
  try {
    const failed = await fill(root, part, platform, compiler, log);
    if (failed !== undefined) return failed;
    writeManifest(part);
    rmSync(folder, { recursive: true, force: true });
    renameSync(part, folder);
    return undefined;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/**
 * @param {string} root
 * @param {import('./platform.mjs').Platform | string} platform from `thisPlatform`
 * @param {Compiler} compiler
 * @param {import('../index.mjs').Log} log
 * @returns {Promise<{ folder: string } | { failed: string }>}
 * @throws {import('../setupError.mjs').SetupError} if the disk is full or the folder is a file
 */
export async function makeNative(root, platform, compiler, log) {
  if (typeof platform === 'string') return { failed: platform };
  const folder = nativeFolder(root, platform);
  // One that is whole needs no lock, which could not be written beside a read-only one.
  if (damage(folder) !== undefined) {
    const failed = await withLock(
      `${folder}.lock`,
      () => ensureFolder(root, folder, platform, compiler, log),
      ({ pid }) => log(`tensorflow: another set-up (process ${pid}) is making the library; waiting for it …`),
    );
    if (failed !== undefined) return { failed };
  }
  link(root, folder);
  const broken = await probeTensorflow(root);
  return broken === undefined ? { folder } : { failed: `the addon in ${folder} does not work: ${broken}` };
}
