import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { csvRowFolder } from '../../lib/plot/interactives/csvRowFolder';
import { placeReason, placeText } from '../../lib/plot/interactives/placeText';
import { launchChromium } from '../lab/launchChromium';
import { readSvg } from '../plot/page';
import { openInteractive, skip } from './interactivePage';

const row = readFileSync('data/sample.csv', 'utf8').split('\n')[1]!;
const values = row.split(',').map(Number);

test('label and pixels reach the page apart, and the picture is whole', () => {
  const { page, data, picture, alt } = csvRowFolder({ row: `${row}\r` });
  assert.equal(page, 'csvRowFolder');
  const { label, pixels } = data as { label: number; pixels: Uint8Array };
  assert.deepEqual([label, ...pixels], values);
  const svg = readSvg(picture);
  assert.equal(svg.querySelector('title')?.textContent, alt);
  assert.equal([...svg.querySelectorAll('image')].length, 2);
});

test('the description names the label and one number with its place', () => {
  const only = Array(785).fill(0).fill(253, 203, 204).fill(7, 0, 1);
  assert.equal(
    csvRowFolder({ row: only.join(',') }).alt,
    'A CSV row with the label 7, cut after every 28 pixels: laid under each other, the pieces show the digit. ' +
      'Column 203 = row 7, column 6: 253.',
  );
});

test('an empty picture can be shown', () => {
  assert.match(
    csvRowFolder({ row: Array(785).fill(0).join(',') }).alt,
    /Column 393 = row 14, column 0: 0\.$/,
  );
});

test('a place is told in words for any width', () => {
  assert.equal(placeText(202, 28, 253), 'Column 203 = row 7, column 6: 253');
  assert.equal(placeText(0, 27, 0), 'Column 1 = row 0, column 0: 0');
  assert.equal(
    placeReason(202, 27),
    'The label stands in column 0, so this is pixel 202 = 7 × 27 + 13. Everything is counted from 0.',
  );
});

for (const [bad, message] of [
  ['', 'expected 785 values, found 1'],
  [row.slice(2), 'expected 785 values, found 784'],
  [row.replace('255', '256'), 'column pixel161: expected a whole number from 0 to 255, found "256"'],
  [row.replace('255', '31o'), 'column pixel161: expected a whole number from 0 to 255, found "31o"'],
  [row.replace('5', ''), 'column label: expected a whole number from 0 to 255, found ""'],
] as const) {
  test(`a row is refused: ${message}`, () => {
    const join = message.startsWith('column') ? ', ' : ': ';
    assert.throws(() => csvRowFolder({ row: bad }), {
      name: 'RangeError',
      message: `csvRowFolder: row${join}${message}`,
    });
  });
}

/** The number that is marked in the row's text, and the name of the pixel that is marked in the picture. */
async function readMarks(page: Page) {
  const number = await page.locator('.tape .now').innerText();
  return [number, await page.locator('.chosen').getAttribute('aria-label')];
}

suite('the CSV row folder in a browser', { skip }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  const open = () => openInteractive(browser, csvRowFolder({ row }));

  test('every pixel of the filled picture is the value of its place in the row', async () => {
    const { page, cells, assertQuiet } = await open();
    await page.getByRole('button', { name: 'Fill' }).click();
    const names = await cells.evaluateAll(cells => cells.map(cell => cell.getAttribute('aria-label')));
    assert.deepEqual(
      names,
      values.slice(1).map((value, place) => `row ${Math.floor(place / 28)}, column ${place % 28}: ${value}`),
    );
    const shades = await cells.evaluateAll(cells => cells.map(cell => cell.style.background));
    assert.deepEqual(
      shades,
      values.slice(1).map(value => `rgb(${value}, ${value}, ${value})`),
    );
    assert.equal(await page.locator('.tape').innerText(), row);
    assert.equal(await page.locator('.tag').innerText(), 'Label (column 0): 5');
    assertQuiet();
    await page.close();
  });

  test('by mouse: a pixel is found in the row, and a number of the row in the picture', async () => {
    const { page, cells } = await open();
    const sentence = page.locator('.sum');
    await cells.nth(6 * 28 + 9).hover();
    assert.equal(values[6 * 28 + 10], 36);
    assert.equal(await sentence.innerText(), 'Column 178 = row 6, column 9: 36');
    assert.deepEqual(await readMarks(page), ['36', 'row 6, column 9: 36']);
    await page.locator('.tape span').nth(183).click();
    assert.match(await sentence.innerText(), /^Column 183 = row 6, column 14: /);
    await page.close();
  });

  test('the marked number stands in the middle of the visible part of the row', async () => {
    const { page, cells } = await open();
    for (const place of [300, 500]) {
      await cells.nth(place).hover();
      const tape = (await page.locator('.tape').boundingBox())!;
      const number = (await page.locator('.tape .now').boundingBox())!;
      const distance = number.x + number.width / 2 - (tape.x + tape.width / 2);
      assert.ok(Math.abs(distance) < 2, `${distance} pixels beside`);
    }
    await page.close();
  });

  test('by keyboard: arrows walk over the picture, and where one is gets said', async () => {
    const { page, cells } = await open();
    await page.getByRole('button', { name: 'Clear' }).click();
    await cells.first().focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'End']) await page.keyboard.press(key);
    assert.deepEqual(await readMarks(page), ['0', 'row 1, column 27: 0']);
    assert.equal(await cells.nth(56).getAttribute('aria-label'), 'row 2, column 0: not there yet');
    const spoken = 'Column 56 = row 1, column 27: 0';
    await page.locator('[aria-live]', { hasText: spoken }).waitFor({ state: 'attached' });
    await page.close();
  });

  test('the slider folds and unfolds, by keyboard too', async () => {
    const { page, cells } = await open();
    const slider = page.getByRole('slider', { name: 'Fold up to' });
    const laid = () => cells.evaluateAll(cells => cells.filter(cell => /: \d/.test(cell.ariaLabel!)).length);
    await slider.fill('783');
    assert.equal(await laid(), 784);
    await slider.fill('99');
    assert.equal(await laid(), 100);
    await slider.press('ArrowLeft');
    assert.equal(await laid(), 99);
    assert.equal(await slider.getAttribute('aria-valuetext'), 'column 99');
    assert.match((await readMarks(page))[1]!, /^row 3, column 14: /);
    await page.close();
  });

  test('another width cuts the row elsewhere: same place in the file, another one in the picture', async () => {
    const { page, cells } = await open();
    await page.getByRole('slider', { name: 'Fold up to' }).fill('202');
    await page.getByRole('slider', { name: 'Cut after every' }).fill('27');
    assert.equal(await cells.count(), 30 * 27);
    assert.match(await page.locator('.sum').innerText(), /^Column 203 = row 7, column 13: /);
    assert.equal(
      await cells.last().getAttribute('aria-label'),
      'row 29, column 26: beyond the end of the row',
    );
    await cells.last().hover(); // leads nowhere
    assert.match(await page.locator('.sum').innerText(), /^Column 203 /);
    const cuts = await page
      .locator('.tape span')
      .evaluateAll(spans => spans.flatMap((span, at) => (span.classList.contains('cut') ? at - 1 : [])));
    assert.deepEqual(
      cuts,
      Array.from({ length: 30 }, (_, row) => 27 * row),
    );
    await page.close();
  });

  test('step, back, play and pause walk along the row; what was laid down stays', async () => {
    const { page, cells } = await open();
    const press = (name: string) => page.getByRole('button', { name }).click();
    await press('Clear');
    await press('Back');
    assert.deepEqual(await readMarks(page), ['0', 'row 0, column 0: 0']);
    await press('Step');
    await press('Step');
    await press('Back');
    assert.deepEqual(await readMarks(page), ['0', 'row 0, column 1: 0']);
    assert.equal(await cells.nth(2).getAttribute('aria-label'), 'row 0, column 2: 0');
    await press('Play');
    await page.locator('.chosen[aria-label^="row 1,"]').waitFor();
    await press('Pause');
    const marks = await readMarks(page);
    await press('Fill');
    assert.deepEqual(await readMarks(page), marks);
    await page.close();
  });
});
