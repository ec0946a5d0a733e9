/**
 * The book as a reader has it: made by `npm run book`, opened from the disk in a real browser.
 * Long: one book and one browser serve all tests.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { isWhole, sideEnvironments } from '../../scripts/setup/sideEnvironment.mjs';
import { findChromium } from '../lab/findChromium';
import { launchChromium } from '../lab/launchChromium';
import { temporaryFolder } from '../temporaryFolder';

const root = resolve(__dirname, '..', '..');
const executablePath = findChromium();
const missing = [
  ...(executablePath ? [] : ['no Chromium found: apt-get install -y chromium, or set CHROMIUM to its path']),
  ...(isWhole(root, sideEnvironments.book)
    ? []
    : ['what makes the book is not installed: npm run book -- --environment']),
];
const skip = missing.length > 0 && missing.join('; ');

const notebooks = readdirSync(join(root, 'notebooks'))
  .filter(file => file.endsWith('.ipynb'))
  .map(file => file.replace(/\.ipynb$/, ''));
const lessons = notebooks.filter(name => /^\d\d-/.test(name));

/** Where a page's links and pictures lead, without what leaves the book. */
function targets(html: string): string[] {
  const found = [...html.matchAll(/<(?:a|img|link|script|iframe)\b[^>]*?\b(?:href|src)="([^"]*)"/g)];
  return found.map(([, target = '']) => target).filter(target => !/^(https?|mailto|data):/.test(target));
}

suite('the book', { skip }, () => {
  const site = join(temporaryFolder(), 'site');
  let browser: Browser;
  let pages: string[] = [];

  before(async () => {
    const program = join(root, 'scripts', 'book.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--out', site], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^book: ready after [\d.]+ s: \S+index\.html$/m);
    pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.html'));
    browser = await launchChromium();
  });
  after(() => browser?.close());

  /** The page, and whatever it complained about or asked for outside the book. */
  async function open(file: string, options: BrowserContextOptions = {}) {
    const page = await browser.newPage({ viewport: { width: 1300, height: 900 }, ...options });
    const complaints: string[] = [];
    page.on('console', message => complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    page.on('requestfailed', request => {
      // What was still on its way when the next page was opened has not failed.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
    });
    page.on('request', request => {
      const isOwn = request.url().startsWith(pathToFileURL(site).href);
      if (!isOwn && !/^(data|blob):/.test(request.url())) complaints.push(request.url());
    });
    await page.goto(pathToFileURL(join(site, file)).href);
    return { page, complaints };
  }

  /** What axe-core finds, of one rule or of all of them, outside the parts to be left out. */
  async function findings(page: Page, exclude: readonly string[], rule?: string): Promise<unknown[]> {
    await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    const runOnly = rule === undefined ? {} : { runOnly: [rule] };
    const how = JSON.stringify({ resultTypes: ['violations'], preload: false, ...runOnly });
    const { violations } = (await page.evaluate(
      `axe.run(${JSON.stringify({ exclude })}, ${how})`,
    )) as AxeResults;
    return violations.map(({ id, nodes }) => [id, nodes.length, nodes[0]?.html, nodes[0]?.failureSummary]);
  }

  /** Evaluates to the colour behind the first interactive. */
  const PANEL = `getComputedStyle(document.querySelector('[data-lm-suppress-shortcuts]').shadowRoot
    .querySelector('.panel')).backgroundColor`;

  test('every notebook has its page, named in the contents of every other', () => {
    const names = notebooks.map(name => `${name}.html`);
    assert.deepEqual(
      names.filter(name => !pages.includes(name)),
      [],
    );
    for (const page of pages) {
      const html = readFileSync(join(site, page), 'utf8');
      for (const name of names) assert.ok(html.includes(name) || page === name, `${page} leads to ${name}`);
    }
  });

  test('no link and no picture leads nowhere', () => {
    const read = (file: string) => readFileSync(join(site, file), 'utf8');
    const ids = new Map(
      pages.map(page => [page, new Set([...read(page).matchAll(/\bid="([^"]*)"/g)].map(([, id]) => id))]),
    );
    const lost = pages.flatMap(page =>
      targets(read(page)).filter(target => {
        const [path = '', place = ''] = decodeURIComponent(target.replaceAll('&amp;', '&')).split('#');
        const file = path === '' ? page : join(dirname(page), path.replace(/\?.*/, ''));
        return !existsSync(join(site, file)) || (place !== '' && !ids.get(file)?.has(place));
      }),
    );
    assert.deepEqual([...new Set(lost)], []);
  });

  /** Code and formulas are most of a page's text; all their colours stand on one page, which is looked at below. */
  const ALIKE = ['.highlight', '.katex'];
  /** Each is looked at by itself in test/interactives, light and dark, and one of them below, in the book's colours. */
  const INTERACTIVE = '[data-lm-suppress-shortcuts]';
  // Of the library's pages, all written by one program, axe-core looks at three.
  const isLookedAt = (file: string) =>
    !file.startsWith('library/') || /(index|encode|graph)\.html$/.test(file);

  test('every page opens without a complaint, asks for nothing outside, fits, and axe-core finds nothing', async () => {
    const { page, complaints } = await open('index.html');
    for (const file of pages) {
      await page.setViewportSize({ width: 1300, height: 900 });
      await page.goto(pathToFileURL(join(site, file)).href);
      const undrawn = `Promise.all([...document.images].map(image => image.decode().then(() => '', () => image.src)))`;
      assert.deepEqual(((await page.evaluate(undrawn)) as string[]).filter(Boolean), [], file);
      if (isLookedAt(file)) assert.deepEqual(await findings(page, [...ALIKE, INTERACTIVE]), [], file);
      await page.setViewportSize({ width: 360, height: 800 });
      const widths = `[document.documentElement, document.querySelector('.content')].map(box => box.scrollWidth)`;
      assert.deepEqual(await page.evaluate(widths), [360, 360], `${file} in a narrow window`);
      assert.deepEqual(complaints, [], file);
    }
    await page.close();
  });

  for (const file of ['index', 'search', 'glossary', 'library/graph']) {
    test(`${file} can be read in the dark`, async () => {
      const { page } = await open(`${file}.html`, { colorScheme: 'dark' });
      assert.deepEqual(await findings(page, ALIKE, 'color-contrast'), []);
      await page.close();
    });
  }

  test('a lesson with its code, formulas and interactives can be read, light and dark', async () => {
    const { page } = await open('06-convolution.html');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await findings(page, ['.sidebar-drawer'], 'color-contrast'), [], colorScheme);
    }
    await page.close();
  });

  test('search finds a function, and leads to it', async () => {
    const { page, complaints } = await open('index.html');
    await page.getByRole('textbox', { name: 'Search' }).fill('im2col');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Layers > im2col', exact: true }).click();
    await page.waitForURL(/library\/layers\.html.*#im2col$/);
    await page.getByRole('heading', { name: 'im2col', exact: true }).waitFor();
    assert.deepEqual(complaints, []);
    await page.close();
  });

  test('the switch turns pages and interactives dark, whatever the reader prefers elsewhere', async () => {
    const { page } = await open('06-convolution.html', { colorScheme: 'light' });
    assert.equal(await page.evaluate(PANEL), 'rgb(255, 255, 255)');
    const button = page.locator('.theme-toggle:visible');
    while ((await page.locator('body').getAttribute('data-theme')) !== 'dark') await button.click();
    const background = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    assert.equal(background, 'rgb(19, 20, 22)');
    assert.equal(await page.evaluate(PANEL), background);
    await page.reload();
    assert.equal(await page.evaluate(PANEL), background, 'the choice is kept');
    await page.close();
  });

  test('an interactive answers to keys', async () => {
    const { page, complaints } = await open('06-convolution.html');
    const cells = page.getByRole('grid', { name: /output/i }).getByRole('gridcell');
    await cells.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    // The middle of lesson 06's 7: all three weights of the stroke meet ink.
    assert.match(await page.locator('.sum').innerText(), /= 3$/);
    await page.keyboard.press('/');
    assert.equal(await page.locator('input:focus').count(), 0, 'the search has not taken the focus');
    assert.deepEqual(complaints, []);
    await page.close();
  });

  test('a figure becomes a plot for those who ask; on paper it is the picture again', async () => {
    const { page, complaints } = await open('06-convolution.html');
    const figure = page.locator('figure.plot').first();
    const description = (await figure.getByRole('img').getAttribute('alt'))!;
    await figure.getByRole('button', { name: 'Explore this figure' }).click();
    const plot = figure.getByRole('group', { name: description });
    await plot.locator('.main-svg').first().waitFor();
    assert.equal(await plot.evaluate(element => element.matches(':focus')), true);
    assert.equal(await figure.locator('img').isVisible(), false);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await figure.locator('img').isVisible(), true);
    assert.equal(await plot.isVisible(), false);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  test('a term leads to the glossary, and the glossary to the lesson', async () => {
    const { page } = await open('06-convolution.html');
    await page.getByRole('link', { name: 'feature map' }).first().click();
    await page.waitForURL(/glossary\.html#feature-map$/);
    const term = page.locator('#feature-map');
    const isOnTop = `(top => top > -10 && top < 200)(document.getElementById('feature-map').getBoundingClientRect().top)`;
    await page.waitForFunction(isOnTop);
    await term.getByRole('link', { name: '06 convolution' }).click();
    await page.waitForURL(/06-convolution\.html$/);
    await page.close();
  });

  test("a function's page leads to its lesson, and the lesson back", async () => {
    const { page } = await open('library/index.html');
    await page.getByRole('link', { name: 'conv2d', exact: true }).first().click();
    await page.waitForURL(/library\/layers\.html#conv2d$/);
    await page.locator('#conv2d').getByRole('link', { name: 'lesson 06 Convolution' }).click();
    await page.waitForURL(/06-convolution\.html$/);
    await page
      .locator('#library-functions-of-this-lesson')
      .getByRole('link', { name: 'conv2d', exact: true })
      .click();
    await page.waitForURL(/library\/layers\.html#conv2d$/);
    await page.close();
  });

  test('on paper there is the page, black on white, and nothing to click', async () => {
    const { page } = await open('06-convolution.html', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const name of [
      '.sidebar-drawer',
      '.toc-drawer',
      '.related-pages',
      '.theme-toggle',
      'figure.plot button',
    ])
      assert.equal(await page.locator(name).locator('visible=true').count(), 0, name);
    assert.ok(await page.getByRole('heading', { level: 1 }).isVisible());
    const colors = await page.evaluate(
      '(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))',
    );
    assert.deepEqual(colors, ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    await page.close();
  });

  test('without scripts there are the text, the formulas, the pictures and the way through the book', async () => {
    const { page } = await open('06-convolution.html', { javaScriptEnabled: false });
    const pictures = page.locator('article img');
    assert.ok((await pictures.count()) >= 5);
    for (const picture of await pictures.all()) assert.ok((await picture.boundingBox())!.height > 100);
    assert.ok(await page.locator('.katex').first().isVisible());
    await page.getByRole('link', { name: '07 Pooling' }).click();
    await page.waitForURL(/07-pooling\.html$/);
    await page.close();
  });

  test('no formula is left as it was typed', () => {
    for (const lesson of lessons) {
      const html = readFileSync(join(site, `${lesson}.html`), 'utf8');
      const prose = html.replace(/<(pre|script|annotation)\b.*?<\/\1>/gs, '');
      assert.doesNotMatch(prose, /\$[^$<>]+\$|katex-error/, lesson);
    }
  });
});
