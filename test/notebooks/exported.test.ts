/** Every lesson exported to one HTML file, opened in a real browser without a network. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { findChromium } from '../lab/findChromium';
import { launchChromium } from '../lab/launchChromium';
import { temporaryFolder } from '../temporaryFolder';
import { exportNotebooks } from './exportNotebooks';
import { root } from './runNotebooks';

const executablePath = findChromium();
const skip = executablePath
  ? false
  : 'no Chromium found: apt-get install -y chromium, or set CHROMIUM to its path';

interface Cell {
  readonly cell_type: 'code' | 'markdown';
  readonly source: string | readonly string[];
  readonly outputs?: readonly {
    readonly data?: Readonly<Record<string, unknown>>;
    readonly metadata?: { readonly 'image/svg+xml'?: { readonly alt: string } };
  }[];
}

const lessons = readdirSync(join(root, 'notebooks'))
  .filter(file => file.endsWith('.ipynb'))
  .map(file => file.replace(/\.ipynb$/, ''));

function readCells(lesson: string): readonly Cell[] {
  return JSON.parse(readFileSync(join(root, 'notebooks', `${lesson}.ipynb`), 'utf8')).cells;
}

suite('exported lessons', { skip }, () => {
  const folder = temporaryFolder();
  const home = temporaryFolder();
  let browser: Browser;

  before(async () => {
    await exportNotebooks(
      lessons.map(lesson => join('notebooks', `${lesson}.ipynb`)),
      folder,
      home,
    );
    browser = await launchChromium();
  });
  after(() => browser?.close());

  /** The page, and what it asked the network for, in vain. */
  async function open(lesson: string): Promise<{ page: Page; asked: string[]; errors: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    const asked: string[] = [];
    const errors: string[] = [];
    page.on('pageerror', error => errors.push(error.message));
    await page.route(/^(?!file:|data:|blob:)/, route => {
      asked.push(route.request().url());
      return route.abort();
    });
    await page.goto(pathToFileURL(join(folder, `${lesson}.html`)).href);
    return { page, asked, errors };
  }

  for (const lesson of lessons) {
    test(`${lesson}: every figure has its picture and its description, without a network`, async () => {
      const cells = readCells(lesson);
      const figures = cells.flatMap(cell => cell.outputs ?? []).filter(({ data }) => data?.['image/svg+xml']);
      const { page, asked, errors } = await open(lesson);
      const pictures = await page.locator('.jp-RenderedSVG img').evaluateAll(images =>
        Promise.all(
          (images as unknown as { alt: string; naturalWidth: number; decode(): Promise<void> }[]).map(
            async image => {
              await image.decode();
              return { alt: image.alt, isDrawn: image.naturalWidth > 0 };
            },
          ),
        ),
      );
      assert.deepEqual(
        pictures,
        figures.map(({ metadata }) => ({ alt: metadata?.['image/svg+xml']?.alt, isDrawn: true })),
      );
      for (const { alt } of pictures) assert.ok(alt.length > 10, `a description of a figure: "${alt}"`);

      const prose = cells.filter(cell => cell.cell_type === 'markdown').flatMap(({ source }) => source);
      const formulas = prose.some(line => line.includes('$'));
      // MathJax is the one thing that comes from the network; without it a formula is shown as TeX.
      assert.deepEqual(
        asked.map(url => /\/(mathjax)\//.exec(url)?.[1] ?? url),
        formulas ? ['mathjax'] : [],
      );
      assert.deepEqual(errors, []);
      await page.close();
    });

    test(`${lesson}: axe finds nothing serious`, async () => {
      const { page } = await open(lesson);
      await page.addScriptTag({ path: require.resolve('axe-core') });
      const { violations } = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as AxeResults;
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      assert.deepEqual(
        serious.map(({ id, nodes }) => [id, nodes.length, nodes[0]?.html, nodes[0]?.failureSummary]),
        [],
      );
      await page.close();
    });
  }
});
