/**
 * Compiles the addon with the machine's own C++ compiler.
 * Flow: wheel → **compile** (or zig, where there is no compiler) → cache.
 */
import { spawnSync } from 'node:child_process';
import { explain } from '../explain.mjs';
import { run } from '../run.mjs';
import { compilerArguments } from './addon.mjs';

/**
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {string[] | undefined} the first compiler that answers, as command and arguments ($CXX may have some)
 */
export function findCompiler(environment = process.env) {
  const chosen = environment.CXX?.split(' ').filter(word => word !== '');
  const candidates = chosen?.length ? [chosen] : [['c++'], ['clang++'], ['g++']];
  return candidates.find(
    ([command = '', ...args]) => spawnSync(command, [...args, '--version'], { timeout: 30_000 }).status === 0,
  );
}

/**
 * @param {string[]} compiler
 * @param {string} root
 * @param {string} folder
 * @param {import('./platform.mjs').Platform} platform
 * @returns {Promise<string | undefined>} why it failed
 */
export async function compile([command = '', ...args], root, folder, platform) {
  const { status, output } = await run(command, [...args, ...compilerArguments(root, folder, platform)]);
  return status === 0 ? undefined : `${command} could not compile the addon: ${explain(output)}`;
}
