/**
 * The drawing pad in a real browser: drawing, moving, answers.
 * Long: one browser serves all tests.
 */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { centreDigit } from '../../lib/data/photo/centreDigit';
import { drawingPad } from '../../lib/plot/interactives/drawingPad';
import { answerTo } from '../../lib/plot/interactives/drawingPadAnswer';
import { type DrawingPadData, readDrawingPadData } from '../../lib/plot/interactives/drawingPadData';
import { interactiveHtml } from '../../lib/plot/interactives/interactiveHtml';
import { layerSheet, layerText } from '../../lib/plot/interactives/layerSheet';
import { launchChromium } from '../lab/launchChromium';
import { temporaryFolder } from '../temporaryFolder';
import { bundledPage } from './bundledPage';
import { openInteractive, skip } from './interactivePage';
import { padOptions } from './readingNetwork';

const interactive = drawingPad(padOptions);
const setup = readDrawingPadData(interactive.data as DrawingPadData);

/** A 7: along the top, then down to the left. Shares of the pad. */
const SEVEN = [
  [0.25, 0.22],
  [0.75, 0.2],
  [0.45, 0.85],
] as const;

const read = (page: Page): Promise<string> => page.locator('.verdict').innerText();

/** Waits until all that has been done is drawn: the page draws once a frame. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))');

/** Waits until the page reads a digit. */
async function reads(page: Page, digit: number): Promise<void> {
  await drawn(page);
  await page.locator('.verdict', { hasText: `Reads a ${digit} (` }).waitFor({ timeout: 5000 });
  await drawn(page);
}

async function placeOnPad(page: Page): Promise<(share: readonly [x: number, y: number]) => [number, number]> {
  const box = (await page.locator('.pad').boundingBox())!;
  return ([x, y]) => [box.x + x * box.width, box.y + y * box.height];
}

async function drawByMouse(page: Page, line: readonly (readonly [number, number])[]): Promise<void> {
  const at = await placeOnPad(page);
  await page.mouse.move(...at(line[0]!));
  await page.mouse.down();
  for (const point of line.slice(1)) await page.mouse.move(...at(point), { steps: 8 });
  await page.mouse.up();
}

/** The red bytes of a canvas, row by row. */
function inkOf(page: Page, canvas: string): Promise<number[]> {
  const root = "document.querySelector('[data-lm-suppress-shortcuts]').shadowRoot";
  return page.evaluate(`(canvas => [...canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data]
    .filter((_, at) => at % 4 === 0))(${root}.querySelector('${canvas}'))`);
}

/** Fails unless bars and layers tell what lib's layers say, here in Node, of the picture that the network got. */
async function assertAnswer(page: Page): Promise<void> {
  const image = Uint8Array.from(await inkOf(page, '.input canvas'));
  const { outputs, probabilities, read } = answerTo(setup, image);
  assert.deepEqual(
    await page.locator('.percent').allInnerTexts(),
    Array.from(probabilities.data, share => `${(100 * share).toFixed(1)} %`),
  );
  assert.equal(await page.locator('.true th').innerText(), String(read));
  for (const [index, output] of outputs.entries()) {
    const canvas = page.locator('.layer canvas').nth(index);
    assert.ok((await canvas.getAttribute('aria-label'))!.endsWith(layerText(output)));
    const { width, height } = layerSheet(output);
    assert.deepEqual(
      [await canvas.getAttribute('width'), await canvas.getAttribute('height')],
      [String(width), String(height)],
    );
  }
}

suite('the drawing pad in a browser', { skip }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());
  const open = async (options = {}) => {
    const opened = await openInteractive(browser, interactive, options);
    await opened.page.getByRole('button', { name: 'Clear' }).click();
    return opened;
  };

  test('a 7 drawn by mouse is read as a 7', async () => {
    const { page, assertQuiet } = await open();
    await drawByMouse(page, SEVEN);
    await reads(page, 7);
    await assertAnswer(page);
    const spoken = page.locator('[aria-live]', {
      hasText: /^Reads a 7 \([\d.]+ %\), then a \d \([\d.]+ %\)\.$/,
    });
    await spoken.waitFor({ state: 'attached' });
    assertQuiet();
    await page.close();
  });

  test('a 1 drawn by keyboard is read as a 1: the space bar puts the pen down, arrows draw', async () => {
    const { page, assertQuiet } = await open();
    await page.getByRole('application', { name: 'Pad' }).focus();
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
    assert.equal(await read(page), 'The pad is empty. Draw a digit, large.');
    await page.keyboard.press(' ');
    for (let press = 0; press < 13; press++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowLeft');
    await reads(page, 1);
    await assertAnswer(page);
    const spoken = page.locator('[aria-live]', { hasText: /^Pen up, row 17, column 6 of 20\. Reads a 1/ });
    await spoken.waitFor({ state: 'attached' });
    assertQuiet();
    await page.close();
  });

  test('so is a 7, in two strokes, and Backspace takes the last one back', async () => {
    const { page } = await open();
    await page.getByRole('application', { name: 'Pad' }).focus();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await press(' ', ...Array(9).fill('ArrowRight'), ' ');
    await drawn(page);
    const bar = await inkOf(page, '.pad canvas');
    await press(' ', ...Array(6).fill(['ArrowDown', 'ArrowDown', 'ArrowLeft']).flat(), ' ');
    await reads(page, 7);
    await assertAnswer(page);
    await press('Backspace');
    await drawn(page);
    await page.locator('.verdict').filter({ hasNotText: 'Reads a 7' }).waitFor();
    assert.deepEqual(await inkOf(page, '.pad canvas'), bar);
    await page.close();
  });

  test('a 7 drawn by finger is read as a 7, and the page does not scroll meanwhile', async () => {
    const { page } = await open({ hasTouch: true, viewport: { width: 390, height: 700 } });
    await page.locator('.pad').scrollIntoViewIfNeeded();
    const scrolled = await page.evaluate('scrollY');
    const at = await placeOnPad(page);
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly [number, number][]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
    await touch('touchStart', [at(SEVEN[0])]);
    for (const [index, to] of SEVEN.slice(1).entries()) {
      const from = SEVEN[index]!;
      for (let step = 1; step <= 8; step++) {
        const along = (axis: 0 | 1) => from[axis] + (step / 8) * (to[axis] - from[axis]);
        await touch('touchMove', [at([along(0), along(1)])]);
      }
    }
    await touch('touchEnd', []);
    await reads(page, 7);
    await assertAnswer(page);
    assert.equal(await page.evaluate('scrollY'), scrolled);
    await page.close();
  });

  test('the network gets the drawing as `centreDigit` makes it, wherever it was drawn', async () => {
    const { page } = await open();
    const images: number[][] = [];
    for (const [x, y] of [
      [0, 0],
      [0.1, 0.3],
    ] as const) {
      await page.getByRole('button', { name: 'Clear' }).click();
      await drawByMouse(
        page,
        SEVEN.map(([right, down]) => [x + 0.6 * right, y + 0.6 * down] as const),
      );
      await page.locator('.verdict', { hasText: 'Reads' }).waitFor();
      await drawn(page);
      const ink = Uint8Array.from(await inkOf(page, '.pad canvas'));
      const image = await inkOf(page, '.input canvas');
      assert.deepEqual(image, Array.from(centreDigit(ink, 140, 140)));
      images.push(image);
    }
    const apart = images[0]!.reduce((sum, ink, at) => sum + Math.abs(ink - images[1]![at]!), 0) / 784;
    assert.ok(apart < 20, `${apart} of 255`); // a pixel more or less by rounding
    await page.close();
  });

  test('it begins with the first digit; another one can be chosen and drawn on; undo and clear', async () => {
    const { page } = await openInteractive(browser, interactive);
    const { images, labels } = padOptions.digits;
    assert.deepEqual(
      await inkOf(page, '.input canvas'),
      Array.from(centreDigit(images.subarray(0, 784), 28, 28)),
    );
    await reads(page, labels[0]!);
    await assertAnswer(page);
    const second = page.getByRole('button', { name: `a ${labels[1]}` });
    await second.click();
    await reads(page, labels[1]!);
    assert.equal(await second.getAttribute('aria-pressed'), 'true');
    const before = await inkOf(page, '.pad canvas');
    await drawByMouse(page, SEVEN);
    await drawn(page);
    assert.notDeepEqual(await inkOf(page, '.pad canvas'), before);
    await assertAnswer(page);
    await page.getByRole('button', { name: 'Undo' }).click();
    await reads(page, labels[1]!);
    assert.deepEqual(await inkOf(page, '.pad canvas'), before);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.locator('.verdict', { hasText: 'The pad is empty.' }).waitFor();
    assert.deepEqual([...new Set(await page.locator('.percent').allInnerTexts())], ['–']);
    await page.getByRole('img', { name: '1. conv2d: 8 maps of 28 × 28, nothing yet' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await reads(page, labels[1]!);
    for (let press = 0; press < 2; press++) await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Undo', disabled: true }).waitFor();
    await page.close();
  });

  test('a saved page is alive without any server', async () => {
    const file = join(temporaryFolder(), 'pad.html');
    writeFileSync(
      file,
      `<!doctype html><meta charset="utf-8">${interactiveHtml(interactive, bundledPage('drawingPad'))}`,
    );
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    await page.goto(`file://${file}`);
    await page.getByRole('button', { name: 'Clear' }).click();
    await drawByMouse(page, SEVEN);
    await reads(page, 7);
    await assertAnswer(page);
    await context.close();
  });
});
