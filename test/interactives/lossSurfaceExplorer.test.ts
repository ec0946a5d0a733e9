import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { lossSurfaceExplorer } from '../../lib/plot/interactives/lossSurfaceExplorer';
import { launchChromium } from '../lab/launchChromium';
import { openInteractive, readNumber, seen, skip } from './interactivePage';
import { neuron } from './neuron';

const [xs, yes] = [
  [-1, 0.5, 2, 1],
  [false, true, true, false],
] as const;

const ln2 = Number(Math.LN2.toPrecision(4));

/** The loss of the neuron as the formula has it, without the library. */
const lossOf = (w: number, b: number): number =>
  xs.reduce((sum, x, i) => sum + Math.log1p(Math.exp((yes[i] ? -1 : 1) * (w * x + b))), 0) / xs.length;

/** Loss, weight and bias as the page writes them. */
async function readPlace(page: Page): Promise<{ loss: number; weight: number; bias: number }> {
  const text = await page.locator('strong').innerText();
  const [, loss, weight, bias] = /^Loss (\S+) nats at weight (\S+), bias (\S+)\.$/.exec(text)!;
  return { loss: readNumber(loss!), weight: readNumber(weight!), bias: readNumber(bias!) };
}

/** Fails unless the written loss is that of the written place, as far as four digits tell. */
async function assertTrue(page: Page): Promise<void> {
  const { loss, weight, bias } = await readPlace(page);
  const expected = lossOf(weight, bias);
  assert.ok(Math.abs(loss - expected) <= 2e-3 * Math.max(1, expected), `${loss} instead of ${expected}`);
}

suite('the loss surface explorer in a browser', { skip }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());
  const open = () => openInteractive(browser, lossSurfaceExplorer(neuron));

  test('a step is worked out, taken, and drawn into the curve', async () => {
    const { page, assertQuiet } = await open();
    assert.deepEqual(await readPlace(page), { loss: ln2, weight: 0, bias: 0 });
    await seen(page, 'Slope of the loss: −0.3125 for weight, 0 for bias.').waitFor();
    await seen(page, 'weight: 0 − 2 × (−0.3125) = 0.625', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Step' }).click();
    assert.equal((await readPlace(page)).weight, 0.625);
    await assertTrue(page);
    const after = Number(lossOf(0.625, 0).toPrecision(4));
    await seen(page, `1 step. In the last one the loss went from 0.6931 to ${after}.`).waitFor();
    const name = `The loss at 2 places of the way, from 0.6931 to ${after} nats.`;
    const curve = page.getByRole('img', { name });
    assert.equal(await curve.locator('circle').count(), 2);
    await page.locator('[aria-live]', { hasText: '1 step.' }).waitFor({ state: 'attached' });
    assertQuiet();
    await page.close();
  });

  test('by mouse: the point is dragged over the map, and a new way begins where it is put', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Step' }).click();
    const area = (await page.locator('.way').locator('..').locator('rect').first().boundingBox())!;
    const point = (await page.locator('.drag-point').boundingBox())!;
    await page.mouse.move(point.x + point.width / 2, point.y + point.height / 2);
    await page.mouse.down();
    await page.mouse.move(area.x + area.width * 0.75, area.y + area.height * 0.25, { steps: 5 });
    await page.mouse.up();
    const { weight, bias } = await readPlace(page);
    assert.ok(Math.abs(weight - 3) < 0.1 && Math.abs(bias - 3) < 0.1, `${weight}, ${bias}`);
    await assertTrue(page);
    await seen(page, 'No steps yet.').waitFor();
    await page.mouse.move(area.x, area.y);
    assert.equal((await readPlace(page)).weight, weight); // let go
    await page.close();
  });

  test('by keyboard: arrow keys push the point, sliders set each weight and the rate', async () => {
    const { page } = await open();
    const point = page.locator('.drag-point');
    await point.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    const { weight, bias } = await readPlace(page);
    assert.ok(weight > 0.05 && weight < 0.3 && bias > 0.05 && bias < 0.3, `${weight}, ${bias}`);
    assert.equal(await point.getAttribute('aria-valuetext'), await page.locator('strong').innerText());
    await page.getByRole('slider', { name: 'weight', exact: true }).press('End');
    assert.equal((await readPlace(page)).weight, 6);
    assert.equal((await readPlace(page)).bias, bias);
    await assertTrue(page);
    const rate = page.getByLabel('Learning rate');
    assert.equal(await rate.getAttribute('aria-valuetext'), '2');
    await rate.press('End');
    assert.equal(await rate.getAttribute('aria-valuetext'), '1\u202f000');
    await rate.press('Home');
    assert.equal(await rate.getAttribute('aria-valuetext'), '0.001');
    await page.close();
  });

  test('a run goes down to the valley floor and can be paused', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Run' }).click();
    await seen(page, /^([3-9]|[1-4]\d) steps/).waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    const paused = await seen(page, /^\d+ steps/).innerText();
    await page.waitForTimeout(250);
    assert.equal(await seen(page, /^\d+ steps/).innerText(), paused);
    await page.getByRole('button', { name: 'Run' }).click();
    await seen(page, 'Hardly any slope is left').waitFor();
    await page.getByRole('button', { name: 'Run' }).waitFor(); // it has stopped by itself
    const { loss, weight, bias } = await readPlace(page);
    for (const [dw, db] of [
      [0.1, 0],
      [-0.1, 0],
      [0, 0.1],
      [0, -0.1],
    ] as const) {
      assert.ok(lossOf(weight + dw, bias + db) > loss);
    }
    await page.getByRole('button', { name: 'Start over' }).click();
    assert.deepEqual(await readPlace(page), { loss: ln2, weight: 0, bias: 0 });
    await page.close();
  });

  test('too large a rate throws the point uphill and out of the map, where it can be fetched back', async () => {
    const { page, assertQuiet } = await open();
    await page.getByLabel('Learning rate').press('End');
    await page.getByRole('button', { name: 'Step' }).click();
    await page.getByRole('button', { name: 'Step' }).click();
    await seen(
      page,
      'Up! The step was too long: the rate is too large. The point has left the map.',
    ).waitFor();
    assert.ok((await readPlace(page)).loss > 10);
    await assertTrue(page);
    const map = (await page.locator('.drag-area').boundingBox())!;
    const point = (await page.locator('.drag-point').boundingBox())!;
    const [x, y] = [point.x + point.width / 2, point.y + point.height / 2];
    assert.ok(x >= map.x && x <= map.x + map.width && y >= map.y && y <= map.y + map.height);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 1000);
    await page.locator('.drag-point').press('ArrowLeft');
    assert.ok(Math.abs((await readPlace(page)).weight) <= 6);
    assertQuiet();
    await page.close();
  });

  test('on the map the point lies where its loss is: the lowest place is the palest', async () => {
    const { page } = await open();
    const alphas = (await page.evaluate(`(async () => {
      const root = document.querySelector('[data-lm-suppress-shortcuts]').shadowRoot;
      const image = new Image();
      image.src = root.querySelector('image').getAttribute('href');
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      return [...context.getImageData(0, 0, canvas.width, canvas.height).data].filter((_, i) => i % 4 === 3);
    })()`)) as number[];
    const side = Math.sqrt(alphas.length);
    const losses = alphas.map((_, i) =>
      lossOf(-6 + (12 * (i % side)) / (side - 1), 6 - (12 * Math.floor(i / side)) / (side - 1)),
    );
    const [low, high] = [Math.min(...losses), Math.max(...losses)];
    alphas.forEach((alpha, i) => {
      const expected = 190 * Math.sqrt((losses[i]! - low) / (high - low));
      assert.ok(Math.abs(alpha - expected) <= 1, `${alpha} instead of ${expected}`);
    });
    await page.close();
  });
});
