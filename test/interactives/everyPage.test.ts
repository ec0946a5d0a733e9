/** What holds for every interactive: it keeps to itself, can be read by all, and leaves a picture without scripts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { gradientFlow } from '../../lib/graph/gradients';
import { Graph } from '../../lib/graph/graph';
import * as op from '../../lib/graph/operations';
import { convolutionStepper } from '../../lib/plot/interactives/convolutionStepper';
import { csvRowFolder } from '../../lib/plot/interactives/csvRowFolder';
import { drawingPad } from '../../lib/plot/interactives/drawingPad';
import { graphStepper } from '../../lib/plot/interactives/graphStepper';
import type { Interactive } from '../../lib/plot/interactives/interactive';
import { lossSurfaceExplorer } from '../../lib/plot/interactives/lossSurfaceExplorer';
import { neuronWeights } from '../../lib/plot/interactives/neuronWeights';
import { poolingStepper } from '../../lib/plot/interactives/poolingStepper';
import { shiftTest } from '../../lib/plot/interactives/shiftTest';
import { softmaxSimplex } from '../../lib/plot/interactives/softmaxSimplex';
import { ndarray } from '../../lib/types/ndarray';
import { launchChromium } from '../lab/launchChromium';
import { pageNames } from './bundledPage';
import { openInteractive, skip } from './interactivePage';
import { neuron as fourNumbers } from './neuron';
import { padOptions } from './readingNetwork';
import { shiftOptions } from './twoNetworks';

const row = readFileSync('data/sample.csv', 'utf8').split('\n')[3]!;
const digit = ndarray([28, 28], row.split(',').slice(1).map(Number));

const neuron = neuronWeights({
  neurons: [{ name: 'as the digit', kernel: ndarray([784, 1], digit.data), bias: ndarray([1]) }],
  digits: {
    images: Uint8Array.from(digit.data),
    labels: Uint8Array.of(Number(row[0])),
    count: 1,
    height: 28,
    width: 28,
    classes: 10,
  },
  target: 3,
});

/** At least one of every page. */
const interactives: readonly Interactive[] = [
  convolutionStepper(),
  convolutionStepper({ image: digit, padding: 'same' }),
  csvRowFolder({ row }),
  drawingPad(padOptions),
  matrixGraph(),
  neuron,
  lossSurfaceExplorer(fourNumbers),
  poolingStepper(),
  shiftTest(shiftOptions),
  softmaxSimplex(),
];

/** Wider than a narrow window, with a box that the fetch does not need. */
function matrixGraph(): Interactive {
  const graph = new Graph();
  const images = graph.placeholder('images', [null, 784]);
  const kernel = graph.variable('kernel', ndarray([784, 10]));
  const logits = op.matMul(images, kernel);
  const loss = op.mean(logits);
  return graphStepper({
    fetches: [logits, loss, op.sum(kernel)],
    feeds: { 'one digit': { images: ndarray([1, 784], digit.data) } },
    gradients: gradientFlow(loss, [kernel]),
  });
}

/** The findings of axe-core, one line each. */
async function accessibilityFindings(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = (await page.evaluate('axe.run()')) as {
    violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
  };
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.html}\n${node.failureSummary}`),
  );
}

/** Evaluates a script in which `root` is the shadow tree of the first interactive. */
function inPage(page: Page, script: string): Promise<unknown> {
  return page.evaluate(
    `(root => ${script})(document.querySelector('[data-lm-suppress-shortcuts]').shadowRoot)`,
  );
}

suite('every interactive in a browser', { skip }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test('no page is forgotten here', () => {
    assert.deepEqual([...new Set(interactives.map(({ page }) => page))].sort(), [...pageNames].sort());
  });

  test('axe-core finds what is wrong inside an interactive', async () => {
    const { page } = await openInteractive(browser, poolingStepper(), { around: '<h1>Lesson</h1>' });
    await inPage(page, 'root.querySelector("button").replaceChildren()');
    const [finding] = await accessibilityFindings(page);
    assert.match(finding!, /^button-name: <button type="button"><\/button>/);
    await page.close();
  });

  for (const interactive of interactives) {
    const name = `${interactive.page} (${interactive.alt.slice(0, 20)}…)`;

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${name}: axe-core finds nothing, ${colorScheme}`, async () => {
        const { page, assertQuiet } = await openInteractive(browser, interactive, {
          colorScheme,
          around: '<h1>Lesson</h1>',
        });
        assert.deepEqual(await accessibilityFindings(page), []);
        assertQuiet();
        await page.close();
      });
    }

    test(`${name}: in a narrow window nothing sticks out, and what can be pressed is large enough`, async () => {
      const { page } = await openInteractive(browser, interactive, { viewport: { width: 360, height: 800 } });
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 360);
      for (const control of await page.locator('button, select, input').all()) {
        const { width, height } = (await control.boundingBox())!;
        assert.ok(width >= 24 && height >= 24, `${width} × ${height}: ${await control.innerText()}`);
      }
      await page.close();
    });

    test(`${name}: without scripts its picture stands there, with its description`, async () => {
      const { page } = await openInteractive(browser, interactive, { javaScriptEnabled: false });
      const picture = page.getByRole('img', { name: interactive.alt });
      assert.ok((await picture.boundingBox())!.height > 100);
      assert.deepEqual(await page.getByRole('button').count(), 0);
      await page.close();
    });

    test(`${name}: with scripts the picture makes room for the page`, async () => {
      const { page } = await openInteractive(browser, interactive);
      assert.equal(await page.locator('img').isVisible(), false);
      assert.ok(await page.getByRole('button').first().isVisible());
      await page.close();
    });
  }

  test('several stand on one page, the same one twice, and do not disturb each other', async () => {
    const all = [...interactives, convolutionStepper()];
    const { page, assertQuiet } = await openInteractive(browser, all);
    const groups = page.locator('.panel');
    assert.equal(await groups.count(), all.length);
    await groups.last().getByLabel('Stride').selectOption('2');
    assert.equal(await groups.last().getByRole('gridcell').count(), 9);
    assert.equal(await groups.first().getByRole('gridcell').count(), 25);
    assertQuiet();
    await page.close();
  });

  test("the page's own styles and ids stay outside", async () => {
    const around =
      '<style>button, .cells { display: none !important } * { color: red }</style><p id="x" class="sum">';
    const { page } = await openInteractive(browser, convolutionStepper(), { around });
    assert.ok(await page.getByRole('button', { name: 'Step' }).isVisible());
    const color = await inPage(page, 'getComputedStyle(root.querySelector(".buttons button")).color');
    assert.equal(color, 'rgb(31, 31, 31)');
    await page.close();
  });

  test("JupyterLab's colours come before the reader's light or dark", async () => {
    const panelColor = async (around: string, colorScheme: 'light' | 'dark') => {
      const { page } = await openInteractive(browser, convolutionStepper(), { around, colorScheme });
      const color = await inPage(page, 'getComputedStyle(root.querySelector(".panel")).backgroundColor');
      await page.close();
      return color;
    };
    const jupyter =
      '<style>:root { --jp-layout-color0: rgb(1, 2, 3); --jp-content-font-color1: white }</style>';
    assert.equal(await panelColor('', 'light'), 'rgb(255, 255, 255)');
    assert.equal(await panelColor('', 'dark'), 'rgb(17, 17, 17)');
    assert.equal(await panelColor(jupyter, 'light'), 'rgb(1, 2, 3)');
  });
});
