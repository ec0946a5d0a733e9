/** Interactives in JupyterLab in a real browser, in a saved notebook, and in an exported page. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { convolutionStepper } from '../../lib/plot/interactives/convolutionStepper';
import { skip } from '../interactives/interactivePage';
import { padOptions } from '../interactives/readingNetwork';
import { launchChromium } from './launchChromium';
import { NotebookPage } from './notebookPage';
import { type Lab, startLab } from './startLab';

const root = resolve(__dirname, '..', '..');
const artifacts = join(root, 'test', 'artifacts');
mkdirSync(artifacts, { recursive: true });
const folder = mkdtempSync(join(artifacts, 'interactives-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const SOURCES = [
  "import { convolutionStepper, poolingStepper } from 'digits-cnn';\nimport { show } from 'digits-cnn/lesson';",
  'show(convolutionStepper());',
  'show(convolutionStepper({ strides: 2 }));\nshow(poolingStepper());',
  `import { drawingPad } from 'digits-cnn';
const arrays = { data: Float64Array, images: Uint8Array, labels: Uint8Array };
const stored = require('node:fs').readFileSync('pad.json', 'utf8');
show(drawingPad(JSON.parse(stored, (key, value) => key in arrays ? arrays[key as 'data'].from(value) : value)));`,
];

/** What the last cell reads: typed arrays as plain ones. */
const PAD = JSON.stringify(padOptions, (_, value) =>
  ArrayBuffer.isView(value) ? [...(value as Uint8Array)] : value,
);

/** Steps once and comes back, as a sign of life. */
async function assertAlive(interactive: Locator): Promise<void> {
  const chosen = interactive.locator('.chosen');
  const label = await chosen.getAttribute('aria-label');
  assert.match(label!, /^row 1, column 1/);
  await interactive.getByRole('button', { name: 'Step' }).click();
  assert.match((await chosen.getAttribute('aria-label'))!, /^row 1, column 2/);
  await interactive.getByRole('button', { name: 'Back' }).click();
  assert.equal(await chosen.getAttribute('aria-label'), label);
}

/** Draws a 7 by mouse, and waits until it is read. */
async function assertReadsSeven(page: Page): Promise<void> {
  const pad = page.getByRole('group', { name: 'Drawing pad' });
  await pad.getByRole('button', { name: 'Clear' }).click();
  await pad.locator('.verdict', { hasText: 'The pad is empty.' }).waitFor();
  const { x, y, width } = (await pad.getByRole('application').boundingBox())!;
  await page.mouse.move(x + 0.25 * width, y + 0.22 * width);
  await page.mouse.down();
  await page.mouse.move(x + 0.75 * width, y + 0.2 * width, { steps: 8 });
  await page.mouse.move(x + 0.45 * width, y + 0.85 * width, { steps: 8 });
  await page.mouse.up();
  await pad.locator('.verdict', { hasText: 'Reads a 7 (' }).waitFor();
}

const interactives = (page: Page): Locator => page.getByRole('group', { name: /stepper$/ });

suite('interactives in JupyterLab', { skip }, () => {
  let lab: Lab;
  let browser: Browser;
  let notebook: NotebookPage;
  const open = async (name: string, theme: 'JupyterLab Light' | 'JupyterLab Dark' = 'JupyterLab Light') => {
    const window = await NotebookPage.openWindow(browser, { width: 1280, height: 2000, theme });
    window.page.setDefaultTimeout(60_000);
    await window.open(lab.address(relative(root, join(folder, name))));
    return window;
  };

  before(async () => {
    lab = await startLab(root);
    browser = await launchChromium();
    const cells = SOURCES.map((source, index) => ({
      cell_type: 'code',
      id: `cell-${index}`,
      metadata: {},
      execution_count: null,
      outputs: [],
      source,
    }));
    const kernelspec = { name: 'tslab', display_name: 'TypeScript (tslab)', language: 'typescript' };
    const content = { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
    writeFileSync(join(folder, 'pad.json'), PAD);
    writeFileSync(join(folder, 'lesson.ipynb'), JSON.stringify(content));
    notebook = await open('lesson.ipynb');
    await notebook.runAll(120_000);
  });

  after(async () => {
    await browser?.close();
    await lab?.stop();
  });

  test('all come to life, the same one twice among them', async () => {
    assert.equal(await interactives(notebook.page).count(), 3);
    for (const interactive of await interactives(notebook.page).all()) await assertAlive(interactive);
    await notebook.page.screenshot({ path: join(artifacts, 'lab-interactives.png') });
  });

  test('a 7 drawn on the pad is read, by mouse and by keyboard', async () => {
    const { page } = notebook;
    await assertReadsSeven(page);
    await page.screenshot({ path: join(artifacts, 'lab-drawing-pad.png') });
    const pad = page.getByRole('group', { name: 'Drawing pad' });
    await pad.getByRole('button', { name: 'Clear' }).click();
    await pad.getByRole('application').focus();
    const strokes = [
      ' ',
      ...Array(9).fill('ArrowRight'),
      ...Array(6).fill(['ArrowDown', 'ArrowDown', 'ArrowLeft']),
    ];
    for (const key of strokes.flat()) await page.keyboard.press(key);
    await pad.locator('.verdict', { hasText: 'Reads a 7 (' }).waitFor();
  });

  test("keys stay inside: no arrow moves the notebook's cursor, no letter is taken for a command", async () => {
    const { page } = notebook;
    const stepper = interactives(page).first();
    const cellCount = await page.locator('.jp-CodeCell').count();
    await stepper.getByRole('gridcell').first().click();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    assert.match((await stepper.locator('.chosen').getAttribute('aria-label'))!, /^row 3, column 2/);
    await stepper.getByLabel('Weight, row 1, column 1').click();
    await page.keyboard.type('abdd7');
    assert.equal(await stepper.getByLabel('Weight, row 1, column 1').inputValue(), 'abdd7');
    assert.equal(await page.locator('.jp-CodeCell').count(), cellCount);
  });

  test('in the dark theme it is dark', async () => {
    await notebook.save();
    const window = await open('lesson.ipynb', 'JupyterLab Dark');
    const stepper = interactives(window.page).first();
    await stepper.waitFor();
    await window.page.screenshot({ path: join(artifacts, 'lab-interactives-dark.png') });
    const shadow = 'document.querySelector("[data-lm-suppress-shortcuts]").shadowRoot';
    const color = `getComputedStyle(${shadow}.querySelector(".panel")).backgroundColor`;
    assert.equal(await notebook.page.evaluate(color), 'rgb(255, 255, 255)');
    assert.equal(await window.page.evaluate(color), 'rgb(17, 17, 17)');
    await window.page.close();
  });

  test('a saved notebook that is opened again is alive', async () => {
    await notebook.save();
    const window = await open('lesson.ipynb');
    await interactives(window.page).nth(2).waitFor();
    for (const interactive of await interactives(window.page).all()) await assertAlive(interactive);
    await assertReadsSeven(window.page);
    await window.page.close();
  });

  test('in a notebook that is not trusted the picture stands there, with its description', async () => {
    const stored = readFileSync(join(folder, 'lesson.ipynb'), 'utf8');
    writeFileSync(join(folder, 'foreign.ipynb'), stored.replace('show(convolutionStepper());', 'show(1);'));
    const window = await open('foreign.ipynb');
    const picture = window.page.getByRole('img', { name: convolutionStepper().alt });
    await picture.waitFor();
    await window.page.screenshot({ path: join(artifacts, 'lab-interactives-untrusted.png') });
    assert.ok((await picture.boundingBox())!.height > 100);
    assert.equal(await interactives(window.page).count(), 0);
    const output = window.page.locator('.jp-OutputArea-output', { has: picture });
    assert.equal((await output.innerText()).trim(), ''); // no script and no data as text
    await window.page.close();
  });

  test('an exported page is alive without any server', async () => {
    const jupyter = join(root, '.venv', 'bin', 'jupyter');
    execFileSync(jupyter, ['nbconvert', '--to', 'html', join(folder, 'lesson.ipynb')], { stdio: 'pipe' });
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    await page.goto(`file://${join(folder, 'lesson.html')}`, { waitUntil: 'domcontentloaded' });
    await interactives(page).nth(2).waitFor();
    for (const interactive of await interactives(page).all()) await assertAlive(interactive);
    await assertReadsSeven(page);
    await page.screenshot({ path: join(artifacts, 'exported-interactives.png'), fullPage: true });
    await context.close();
  });
});
