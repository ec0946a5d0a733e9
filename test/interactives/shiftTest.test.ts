import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { selectDigits } from '../../lib/data/selectDigits';
import { argMax } from '../../lib/encode/argMax';
import { answers, rightProbability, type Shift, shareRead } from '../../lib/plot/interactives/shiftAnswers';
import { readShiftData, type ShiftData } from '../../lib/plot/interactives/shiftData';
import { shiftTest } from '../../lib/plot/interactives/shiftTest';
import { launchChromium } from '../lab/launchChromium';
import { openInteractive, skip } from './interactivePage';
import { shiftOptions } from './twoNetworks';

const interactive = shiftTest(shiftOptions);
const setup = readShiftData(interactive.data as ShiftData);
const { labels } = shiftOptions.digits;

/** Fails unless the bars of both networks tell what lib's layers say here in Node. */
async function assertBars(page: Page, digit: number, shift: Shift): Promise<void> {
  for (const [network, { name }] of shiftOptions.networks.entries()) {
    const expected = answers(setup, network, selectDigits(setup.digits, [digit]), shift);
    const column = page.locator('.answer', { hasText: name });
    assert.deepEqual(
      await column.locator('.percent').allInnerTexts(),
      Array.from(expected.data, share => `${(100 * share).toFixed(1)} %`),
    );
    const bars = await column.locator('.bar').all();
    const styles = await Promise.all(bars.map(bar => bar.getAttribute('style')));
    const widths = styles.map(style => Number(/width: ([\d.e-]+)%/.exec(style!)![1]));
    assert.equal(widths.length, 3);
    widths.forEach((width, index) => {
      assert.ok(Math.abs(width - 100 * expected.data[index]!) < 1e-3);
    });
    const read = argMax(expected)[0]!;
    const verdict = `reads a ${read}: ${read === labels[digit] ? 'right' : 'wrong'}`;
    assert.equal(await column.locator('.verdict').innerText(), verdict);
    assert.equal(await column.locator('.true th').innerText(), String(labels[digit]));
  }
}

/** The heights of a curve, in [0, 1], once all its points are there. */
async function readCurve(page: Page, network: number): Promise<number[]> {
  const curve = page.locator('.curve');
  await curve
    .locator(network === 0 ? 'circle' : 'rect[fill^="#"]')
    .nth(7)
    .waitFor(); // 7 shifts and the legend
  const frame = curve.locator('rect[fill=none]');
  const [top, height] = await Promise.all(
    ['y', 'height'].map(async name => Number(await frame.getAttribute(name))),
  );
  const points = await curve.locator('polyline').nth(network).getAttribute('points');
  return points!.split(' ').map(point => 1 - (Number(point.split(',')[1]) - top!) / height!);
}

function assertClose(actual: readonly number[], expected: readonly number[]): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((value, index) => {
    assert.ok(Math.abs(value - expected[index]!) < 1e-3, `${actual} instead of ${expected}`);
  });
}

const shifts = [-3, -2, -1, 0, 1, 2, 3];
const moved = (page: Page): Locator => page.locator('.digit .note');

suite('the shift test in a browser', { skip }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());
  const open = () => openInteractive(browser, interactive);

  test('by keyboard: arrow keys move the digit, Home brings it back, the border of the range holds', async () => {
    const { page, assertQuiet } = await open();
    await assertBars(page, 0, { right: 0, down: 0 });
    const pad = page.getByRole('application', { name: 'Digit' });
    await pad.focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(key);
    assert.equal(await moved(page).innerText(), 'A 2, 2 pixels to the right, 1 pixel up.');
    await assertBars(page, 0, { right: 2, down: -1 });
    for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowDown');
    for (let press = 0; press < 6; press++) await page.keyboard.press('ArrowLeft');
    assert.equal(await moved(page).innerText(), 'A 2, 3 pixels to the left, 3 pixels down.');
    await assertBars(page, 0, { right: -3, down: 3 });
    assert.equal(
      await page.getByRole('slider', { name: 'Sideways' }).getAttribute('aria-valuetext'),
      '3 pixels to the left',
    );
    await page.keyboard.press('Home');
    assert.equal(await moved(page).innerText(), 'A 2, not moved.');
    await page.getByRole('slider', { name: 'Up and down' }).press('ArrowRight');
    assert.equal(await moved(page).innerText(), 'A 2, 1 pixel down.');
    await assertBars(page, 0, { right: 0, down: 1 });
    const spoken = page.locator('[aria-live]', {
      hasText: /^A 2, 1 pixel down\. dense reads a \d, (right|wrong), with [\d.]+ %\. convolution reads/,
    });
    await spoken.waitFor({ state: 'attached' });
    assertQuiet();
    await page.close();
  });

  test('by mouse: the digit is pulled along, pixel by pixel', async () => {
    const { page } = await open();
    const box = (await page.locator('canvas').boundingBox())!;
    const pixel = box.width / 6;
    await page.mouse.move(box.x + 50, box.y + 50);
    await page.mouse.move(box.x + 90, box.y + 50); // not pressed
    assert.equal(await moved(page).innerText(), 'A 2, not moved.');
    await page.mouse.down();
    await page.mouse.move(box.x + 90 - 2 * pixel, box.y + 50 + pixel, { steps: 4 });
    assert.equal(await moved(page).innerText(), 'A 2, 2 pixels to the left, 1 pixel down.');
    await page.mouse.up();
    await page.mouse.move(box.x + 100, box.y + 100);
    await assertBars(page, 0, { right: -2, down: 1 });
    await page.getByRole('button', { name: 'Back to the middle' }).click();
    assert.equal(await moved(page).innerText(), 'A 2, not moved.');
    await page.close();
  });

  test('the picture of the digit shows its pixels where they are', async () => {
    const { page } = await open();
    await page.getByRole('application').press('ArrowRight');
    const canvas =
      "document.querySelector('[data-lm-suppress-shortcuts]').shadowRoot.querySelector('canvas')";
    const rgba = (await page.evaluate(
      `[...${canvas}.getContext('2d').getImageData(0, 0, 6, 6).data]`,
    )) as number[];
    const inks = rgba.filter((_, index) => index % 4 === 0);
    const { images } = shiftOptions.digits;
    assert.deepEqual(
      inks,
      Array.from({ length: 36 }, (_, i) => (i % 6 === 0 ? 0 : images[i - 1])),
    );
    await page.close();
  });

  test('the curve is the probability of the true class along the line through the digit', async () => {
    const { page } = await open();
    await page.getByRole('combobox', { name: 'Digit' }).selectOption('2');
    await assertBars(page, 2, { right: 0, down: 0 });
    for (const network of [0, 1]) {
      const expected = shifts.map(right => rightProbability(setup, network, 2, { right, down: 0 }));
      assertClose(await readCurve(page, network), expected);
    }
    await page.getByRole('application').press('ArrowRight');
    await page.getByRole('combobox', { name: 'Moved' }).selectOption('upDown');
    for (const network of [0, 1]) {
      const expected = shifts.map(down => rightProbability(setup, network, 2, { right: 1, down }));
      assertClose(await readCurve(page, network), expected);
    }
    const percent = (network: number) =>
      (100 * rightProbability(setup, network, 2, { right: 1, down: 0 })).toFixed(1);
    const name = `Curves of the probability of 1 over the shift. At 0 pixels: dense ${percent(0)} %, convolution ${percent(1)} %.`;
    await page.getByRole('img', { name }).waitFor();
    await page.close();
  });

  test('another curve is the share of all digits that is read', async () => {
    const { page } = await open();
    await page.getByRole('combobox', { name: 'Curve' }).selectOption('all');
    for (const network of [0, 1]) {
      assertClose(
        await readCurve(page, network),
        shifts.map(right => shareRead(setup, network, { right, down: 0 })),
      );
    }
    await page.close();
  });
});
