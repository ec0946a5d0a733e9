/**
 * The bundled pages of the interactives, as the build leaves them in lib/dist.
 * Flow: `npm run build` → lib/dist/pages → **pageScript** → interactiveHtml.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The script of one page.
 *
 * @throws Error if the library has been built without that page.
 */
export function pageScript(page: string): string {
  const library = dirname(require.resolve('digits-cnn/package.json'));
  const file = join(library, 'dist', 'pages', `${page}.js`);
  if (!existsSync(file)) throw new Error(`show: ${file} is missing; run npm run build`);
  return readFileSync(file, 'utf8');
}
