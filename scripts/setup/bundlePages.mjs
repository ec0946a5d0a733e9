/**
 * The pages of the interactives, each with the parts of the library that it uses in one script for the browser.
 * Flow: lib/plot/interactives/browser/pages/*.ts → **bundlePages** → lib/dist/pages/*.js.
 */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { SetupError } from './setupError.mjs';

/** How a page is bundled, also by the tests. @satisfies {import('esbuild').BuildOptions} */
export const pageBundle = {
  bundle: true,
  minify: true,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  logLevel: 'silent',
};

/** @param {string} root the clone */
const pagesFolder = root => join(root, 'lib', 'plot', 'interactives', 'browser', 'pages');

/**
 * @param {string} root the clone
 * @param {string} outdir gets one script per page
 * @throws {SetupError} naming the first thing that esbuild refuses
 */
export async function bundlePages(root, outdir) {
  const folder = pagesFolder(root);
  const entryPoints = readdirSync(folder).map(file => join(folder, file));
  /** The clone's own: this file may stand in another one. @type {typeof import('esbuild')} */
  const esbuild = createRequire(join(root, 'package.json'))('esbuild');
  try {
    await esbuild.build({ ...pageBundle, absWorkingDir: root, entryPoints, outdir });
  } catch (error) {
    const [first] = /** @type {import('esbuild').BuildFailure} */ (error).errors ?? [];
    if (first === undefined) throw error;
    const where = first.location ? `${first.location.file}:${first.location.line}: ` : '';
    throw new SetupError(`the interactives do not bundle: ${where}${first.text}`);
  }
}
