/**
 * Compiles the addon where the machine has no C++ compiler: zig, which brings one along, from a wheel of its own
 * in a folder that is thrown away afterwards (85 MB to download, 3 to 4 minutes: it first compiles a C++ library).
 * Flow: wheel → **zig** (in place of compile) → cache.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain } from '../explain.mjs';
import { pythonEnvironment } from '../pythonEnvironment.mjs';
import { run } from '../run.mjs';
import { compilerArguments } from './addon.mjs';
import { zigVersion } from './platform.mjs';

/**
 * @param {string} python
 * @param {string} root
 * @param {string} folder
 * @param {import('./platform.mjs').Platform} platform
 * @returns {Promise<string | undefined>} why it failed
 */
export async function compileWithZig(python, root, folder, platform) {
  const home = join(folder, 'zig');
  const requirements = join(folder, 'zig.txt');
  writeFileSync(requirements, `ziglang==${zigVersion} --hash=sha256:${platform.zigSha256}\n`);
  const install = [
    '-m',
    'pip',
    'install',
    '--require-hashes',
    '--no-deps',
    '--only-binary=:all:',
    '--no-cache-dir',
  ];
  const installed = await run(python, [...install, '--target', home, '-r', requirements], {
    env: pythonEnvironment(),
    show: true,
  });
  if (installed.status !== 0) return `zig could not be installed: ${explain(installed.output)}`;

  const caches = join(home, 'cache');
  const env = { ...process.env, ZIG_GLOBAL_CACHE_DIR: caches, ZIG_LOCAL_CACHE_DIR: caches };
  const zig = join(home, 'ziglang', 'zig');
  const { status, output } = await run(zig, ['c++', ...compilerArguments(root, folder, platform)], { env });
  if (status !== 0) return `zig could not compile the addon: ${explain(output)}`;
  rmSync(home, { recursive: true });
  rmSync(requirements);
  return undefined;
}
