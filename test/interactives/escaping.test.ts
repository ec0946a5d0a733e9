/** Whatever a neuron, a network, a weight, a node or a feed is called, it is text: in the still picture and on the page. */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { gradientFlow } from '../../lib/graph/gradients';
import { Graph } from '../../lib/graph/graph';
import * as op from '../../lib/graph/operations';
import { convolutionStepper } from '../../lib/plot/interactives/convolutionStepper';
import { graphStepper } from '../../lib/plot/interactives/graphStepper';
import type { Interactive } from '../../lib/plot/interactives/interactive';
import { interactiveHtml } from '../../lib/plot/interactives/interactiveHtml';
import { lossSurfaceExplorer } from '../../lib/plot/interactives/lossSurfaceExplorer';
import { neuronWeights } from '../../lib/plot/interactives/neuronWeights';
import { shiftTest } from '../../lib/plot/interactives/shiftTest';
import { ndarray } from '../../lib/types/ndarray';
import { launchChromium } from '../lab/launchChromium';
import { readHtml, readSvg } from '../plot/page';
import { pageNames } from './bundledPage';
import { openInteractive, skip } from './interactivePage';
import { neuron as fourNumbers } from './neuron';
import { shiftOptions } from './twoNetworks';

/** Short, because the names of networks have at most 24 characters. */
const nasty = '<img src onerror=hack()>';

/** Every text an author can give, given. */
const interactives: Readonly<Record<string, Interactive>> = {
  graphStepper: nastyGraph(),
  lossSurfaceExplorer: lossSurfaceExplorer({
    ...fourNumbers,
    x: { ...fourNumbers.x, title: nasty },
    y: { ...fourNumbers.y, title: nasty },
  }),
  neuronWeights: neuronWeights({
    neurons: [
      { name: nasty, kernel: ndarray([4, 1], [1, 2, 3, 4]), bias: ndarray([1]) },
      { name: `${nasty}2`, kernel: ndarray([4, 1]), bias: ndarray([1]) },
    ],
    digits: {
      images: Uint8Array.of(0, 50, 200, 250),
      labels: Uint8Array.of(3),
      count: 1,
      height: 2,
      width: 2,
      classes: 10,
    },
    target: 3,
  }),
  shiftTest: shiftTest({
    ...shiftOptions,
    networks: [
      { ...shiftOptions.networks[0], name: nasty },
      { ...shiftOptions.networks[1], name: nasty },
    ],
  }),
};

/** What the others are made of is numbers. */
const withoutText = ['convolutionStepper', 'csvRowFolder', 'drawingPad', 'poolingStepper', 'softmaxSimplex'];

function nastyGraph(): Interactive {
  const graph = new Graph();
  const weight = graph.variable(nasty, ndarray([1], [2]));
  const input = graph.placeholder(`${nasty}2`, [1]);
  const loss = op.sum(op.multiply(weight, input));
  return graphStepper({
    fetches: [loss],
    feeds: { [nasty]: { [`${nasty}2`]: ndarray([1], [3]) }, other: { [`${nasty}2`]: ndarray([1], [4]) } },
    gradients: gradientFlow(loss, [weight]),
  });
}

test('every interactive that takes texts is among them', () => {
  assert.deepEqual([...Object.keys(interactives), ...withoutText].sort(), [...pageNames].sort());
});

for (const [name, interactive] of Object.entries(interactives)) {
  test(`${name}: picture, description and table hold the text and no element of it`, () => {
    const drawn = readSvg(interactive.picture);
    assert.equal(drawn.querySelector('img, [onerror]'), null);
    assert.ok(drawn.textContent?.includes(nasty) || interactive.alt.includes(nasty));
    const body = readHtml(interactiveHtml(interactive, ''));
    assert.equal(body.querySelector('[onerror]'), null);
    assert.equal(body.querySelector('img')?.getAttribute('alt'), interactive.alt);
  });
}

/** Everything a reader can press or choose, once: most of a page's words only come then. */
async function useEverything(page: Page): Promise<void> {
  for (const list of await page.locator('select').all()) {
    const options = await list.locator('option').count();
    for (let index = 0; index < options; index++) await list.selectOption({ index });
  }
  for (const button of await page.locator('button').all()) {
    // Some wait until another has been pressed.
    if ((await button.isVisible()) && (await button.isEnabled())) await button.click();
  }
}

/** Elements of the texts that became part of the page, and how often their scripts ran. */
function harm(page: Page): Promise<{ elements: number; hacks: number }> {
  return page.evaluate(`({
    elements: document.querySelector('[data-lm-suppress-shortcuts]').shadowRoot.querySelectorAll('[onerror]').length,
    hacks: globalThis.hacks ?? 0,
  })`);
}

suite('in a browser', { skip }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  const hack = '<script>hack = () => { globalThis.hacks = (globalThis.hacks ?? 0) + 1; }</script>';

  test('a text that did become part of a page would be noticed', async () => {
    const { page } = await openInteractive(browser, convolutionStepper(), { around: hack });
    const tree = "document.querySelector('[data-lm-suppress-shortcuts]').shadowRoot";
    await page.evaluate(`${tree}.lastElementChild.insertAdjacentHTML('beforeend', '${nasty}')`);
    await page.waitForFunction('globalThis.hacks === 1', undefined, { timeout: 5000 });
    assert.deepEqual(await harm(page), { elements: 1, hacks: 1 });
    await page.close();
  });

  for (const [name, interactive] of Object.entries(interactives)) {
    test(`${name}: the page shows the text, and never runs it`, async () => {
      const { page, assertQuiet } = await openInteractive(browser, interactive, { around: hack });
      assert.ok((await page.getByText(nasty).count()) + (await page.getByLabel(nasty).count()) > 0);
      await useEverything(page);
      assert.deepEqual(await harm(page), { elements: 0, hacks: 0 });
      assertQuiet();
      await page.close();
    });
  }
});
