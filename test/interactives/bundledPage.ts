/** The pages of the interactives, bundled from source as the build bundles them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { pageBundle } from '../../scripts/setup/bundlePages.mjs';

const folder = join(__dirname, '..', '..', 'lib', 'plot', 'interactives', 'browser', 'pages');

export const pageNames: readonly string[] = readdirSync(folder).map(file => file.replace(/\.ts$/, ''));

export function bundledPage(name: string): string {
  const entryPoints = [join(folder, `${name}.ts`)];
  return buildSync({ ...pageBundle, entryPoints, write: false }).outputFiles[0]!.text;
}
