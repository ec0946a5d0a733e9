/**
 * The course in JupyterLab in a real browser, started as a learner starts it.
 *
 * Long: one server and one browser serve all tests.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { runNotebooks } from '../notebooks/runNotebooks';
import { findChromium } from './findChromium';
import { launchChromium } from './launchChromium';
import { NotebookPage, type PageOptions } from './notebookPage';
import { type Lab, startLab } from './startLab';

const root = resolve(__dirname, '..', '..');
const artifacts = join(root, 'test', 'artifacts');
const executablePath = findChromium();
const skip = executablePath
  ? false
  : 'no Chromium found: apt-get install -y chromium, or set CHROMIUM to its path';

/** JupyterLab saves as it goes: it gets copies, laid out as the course is. */
mkdirSync(artifacts, { recursive: true });
const course = mkdtempSync(join(artifacts, 'lab-'));
after(() => rmSync(course, { recursive: true, force: true }));
mkdirSync(join(course, 'notebooks'));
symlinkSync(join(root, 'data'), join(course, 'data'));

interface StoredCell {
  source: string | string[];
  outputs?: { output_type: string }[];
  metadata: { tags?: string[] };
}

/** A notebook of code cells, not executed. */
function writeNotebook(name: string, cells: readonly string[]): void {
  const notebook = {
    cells: cells.map((source, index) => ({
      cell_type: 'code',
      id: `cell-${index}`,
      metadata: {},
      execution_count: null,
      outputs: [],
      source,
    })),
    metadata: { kernelspec: { name: 'tslab', display_name: 'TypeScript (tslab)', language: 'typescript' } },
    nbformat: 4,
    nbformat_minor: 5,
  };
  writeFileSync(join(course, 'notebooks', name), JSON.stringify(notebook));
}

suite('JupyterLab', { skip }, () => {
  let lab: Lab;
  let browser: Browser;
  let notebook: NotebookPage;
  const contacted = new Set<string>();
  const address = (name: string) => lab.address(relative(root, join(course, 'notebooks', name)));

  async function openWindow(options: PageOptions): Promise<NotebookPage> {
    const window = await NotebookPage.openWindow(browser, options);
    window.page.setDefaultTimeout(60_000);
    window.page.on('request', request => contacted.add(new URL(request.url()).host));
    window.page.on('websocket', socket => contacted.add(new URL(socket.url()).host));
    return window;
  }

  before(async () => {
    lab = await startLab(root);
    browser = await launchChromium();
    notebook = await openWindow({ width: 1280, height: 2000 });
  });

  after(async () => {
    await browser?.close();
    await lab?.stop();
  });

  test('cells run in the TypeScript kernel, and their figures turn interactive', async () => {
    writeNotebook('mechanics.ipynb', [
      "import { lineChart } from 'digits-cnn';\nimport { exercise, liveBoard, show } from 'digits-cnn/lesson';",
      "show(lineChart([{ name: 'training', y: [2.3, 0.4, 0.2] }, { name: 'held-out', y: [1.9, 0.5, 0.3] }], { title: 'Loss', xTitle: 'epoch', yTitle: 'loss (nats)' }))",
      "const board = liveBoard({ title: 'Squares', xTitle: 'side', series: [{ name: 'area', yTitle: 'area' }] });\nfor (let side = 1; side < 9; side++) board.add('area', side, side ** 2);\nboard.end()",
      "exercise('start/scale').check(pixels => pixels.map(pixel => pixel / 255))",
      "const answer: number = 6 * 7;\n'the answer is ' + answer",
      'lineCh',
      'liveBoard',
    ]);
    await notebook.open(address('mechanics.ipynb'));
    assert.equal(await notebook.kernelName(), 'TypeScript (tslab)');
    await notebook.cell(6).locator('.cm-content').click();
    await notebook.menu('Run', 'Run All Above Selected Cell');
    await notebook.cell(4).getByText('the answer is 42').waitFor();
    await notebook.idle();

    for (const index of [1, 2]) {
      const plot = notebook.cell(index).locator('.js-plotly-plot');
      assert.equal(await plot.count(), 1, `one plot below cell ${index}`);
      assert.equal(await notebook.cell(index).locator('details').count(), 1, 'its numbers as a table');
      await notebook.pointAt(plot.locator('.points path').nth(1));
      await plot.locator('.hoverlayer .hovertext').first().waitFor();
    }
    await notebook.cell(3).getByText('whole numbers only').waitFor();
  });

  test('Tab completes names of the library', async () => {
    await notebook.edit(5);
    await notebook.page.keyboard.press('Tab');
    const completed = notebook.cell(5).getByText('lineChart');
    const offered = notebook.page.locator('.jp-Completer', { hasText: 'lineChart' });
    await completed.or(offered).first().waitFor();
    await notebook.page.keyboard.press('Escape');
  });

  test("Shift-Tab shows a function's type and its documentation", async () => {
    await notebook.edit(6);
    await notebook.page.keyboard.press('Shift+Tab');
    const tooltip = notebook.page.locator('.jp-Tooltip');
    await tooltip.getByText('liveBoard(options: LiveBoardOptions): LiveBoard').first().waitFor();
    await tooltip.getByText('A board under the cell that adds its first point.').first().waitFor();
    await notebook.page.keyboard.press('Escape');
  });

  test('what looks like an element stays text: in a plot, where it is pointed at, in its table, printed and in an error', async () => {
    const text = '<img src=x onerror=alert(1)>';
    const nasty = JSON.stringify(text);
    writeNotebook('texts.ipynb', [
      "import { lineChart } from 'digits-cnn';\nimport { show } from 'digits-cnn/lesson';",
      `show(lineChart([{ name: ${nasty}, y: [2, 1] }], { title: ${nasty}, xTitle: ${nasty}, yTitle: ${nasty} }))`,
      `console.log(${nasty});\nthrow new RangeError(${nasty});`,
    ]);
    const window = await openWindow({ width: 1280, height: 1600 });
    await window.open(address('texts.ipynb'));
    await window.menu('Run', 'Run All Cells');
    await window.cell(2).getByText(`RangeError: ${text}`).waitFor();
    const plot = window.cell(1).locator('.js-plotly-plot');
    await window.pointAt(plot.locator('.points path').first());
    await plot.locator('.hoverlayer .hovertext').first().waitFor();
    assert.ok((await plot.getByText(text).count()) >= 3, 'title and axes');
    assert.equal(await window.page.locator('[onerror]').count(), 0);
    await window.page.close();
  });

  test('a published notebook opens with its interactive figures, none wider than its cell', async t => {
    const folder = join(course, 'notebooks');
    cpSync(join(root, 'test', 'notebooks', 'lessons'), folder, { recursive: true });
    const { code, stdout } = await runNotebooks('--folder', folder, '--write', 'figure');
    assert.equal(code, 0, stdout);
    for (const { name, ...options } of [
      { name: 'light', width: 1280, height: 1600 },
      { name: 'dark', width: 1280, height: 1600, theme: 'JupyterLab Dark' },
      { name: 'narrow', width: 720, height: 1600 },
    ] as const) {
      await t.test(name, async () => {
        const window = await openWindow(options);
        await window.open(address('figure.ipynb'));
        const plots = window.page.locator('.js-plotly-plot .main-svg:first-child');
        await plots.nth(1).waitFor();
        await window.page.waitForTimeout(1000); // plotly follows the cell's width after a pause
        await window.page.screenshot({ path: join(artifacts, `lab-${name}.png`) });
        assert.equal(await plots.count(), 2);
        const outputs = window.page.locator('.jp-OutputArea-child:has(.js-plotly-plot)');
        for (const index of [0, 1]) {
          const output = await outputs.nth(index).boundingBox();
          const plot = await plots.nth(index).boundingBox();
          assert.ok(plot!.width <= output!.width, `${plot!.width} px wide in ${output!.width} px`);
        }
        await window.page.close();
      });
    }
  });

  test('lesson 00 runs from the first to the last cell', async () => {
    const copy = join(course, 'notebooks', '00-start-here.ipynb');
    cpSync(join(root, 'notebooks', '00-start-here.ipynb'), copy);
    const lesson = await openWindow({ width: 1280, height: 1600 });
    await lesson.open(address('00-start-here.ipynb'));
    assert.equal(await lesson.kernelName(), 'TypeScript (tslab)');
    await lesson.runAll(600_000); // it trains a network
    await lesson.save();
    const { cells } = JSON.parse(readFileSync(copy, 'utf8')) as { cells: StoredCell[] };
    for (const { source, outputs = [], metadata } of cells) {
      const wanted = metadata.tags?.includes('raises-exception') ?? false;
      assert.equal(
        outputs.some(output => output.output_type === 'error'),
        wanted,
        String(source),
      );
    }
    const board = lesson.page.locator('.js-plotly-plot', { hasText: 'held-out accuracy' });
    await board.scrollIntoViewIfNeeded();
    await lesson.page.screenshot({ path: join(artifacts, 'lab-lesson-00.png') });
    await lesson.page.close();
  });

  test('no request has left this machine, and nothing was written into the home folder', () => {
    const hosts = [...contacted].filter(host => host !== '').map(host => host.replace(/:\d+$/, ''));
    assert.deepEqual([...new Set(hosts)], ['127.0.0.1']);
    assert.deepEqual(
      lab.home().filter(path => !path.startsWith('.npm')), // npm keeps its own logs there
      [],
    );
  });
});
