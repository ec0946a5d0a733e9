/**
 * The convolution stepper in a real browser.
 * Long: one browser serves all tests.
 */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { conv2d } from '../../lib/layers/conv2d';
import { convolutionStepper } from '../../lib/plot/interactives/convolutionStepper';
import { ndarray } from '../../lib/types/ndarray';
import { launchChromium } from '../lab/launchChromium';
import { openInteractive, readNumber, readNumbers, seen, skip } from './interactivePage';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Halves, so that every product and every sum is written in full. */
const halves = (count: number) =>
  fc.array(
    fc.integer({ min: -8, max: 8 }).map(n => n / 2),
    { minLength: count, maxLength: count },
  );

const cases = fc.sample(
  fc.constantFrom(3, 5).chain(size =>
    fc.record({
      kernel: halves(size * size).map(weights => ndarray([size, size], weights)),
      image: halves(6 * 7).map(pixels => ndarray([6, 7], pixels)),
      strides: fc.integer({ min: 1, max: 3 }),
      padding: fc.constantFrom('same' as const, 'valid' as const),
    }),
  ),
  { seed: 6, numRuns: 6 },
);

/** Every product that is written out, and the line with their sum. */
async function readSum(page: Page) {
  const products = (await page.locator('.products td').allInnerTexts()).map(text => {
    const [factors, product] = text.split('\n') as [string, string];
    const [pixel, weight] = factors.split(' × ').map(readNumber) as [number, number];
    return { pixel, weight, product: readNumber(product) };
  });
  const line = await page.locator('.sum').innerText();
  const [terms, result] = line.split(' = ') as [string, string];
  return {
    products,
    terms: terms
      .replaceAll(/([+−]) /g, '$1')
      .split(' ')
      .map(readNumber),
    result: readNumber(result),
  };
}

suite('the convolution stepper in a browser', { skip }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  for (const [index, options] of cases.entries()) {
    const { image, kernel, strides, padding } = options;
    test(`random kernel ${index + 1}: map and written sums are conv2d's numbers`, async () => {
      const { page, cells, assertQuiet } = await openInteractive(browser, convolutionStepper(options));
      const [height, width] = image.shape as [number, number];
      const [size] = kernel.shape as [number];
      const move = { strides, padding };
      const expected = conv2d(
        ndarray([1, height, width, 1], image.data),
        ndarray([size, size, 1, 1], kernel.data),
        move,
      );
      await page.getByRole('button', { name: 'Fill' }).click();
      assert.deepEqual(await readNumbers(cells), Array.from(expected.data));
      for (const place of [0, Math.floor(expected.data.length / 2), expected.data.length - 1]) {
        await cells.nth(place).hover();
        const { products, terms, result } = await readSum(page);
        assert.deepEqual(
          products.map(({ weight }) => weight),
          Array.from(kernel.data),
        );
        for (const { pixel, weight, product } of products) assert.equal(pixel * weight + 0, product);
        assert.deepEqual(
          terms,
          products.map(({ product }) => product),
        );
        assert.equal(sum(terms), result);
        assert.equal(result, expected.data[place]);
      }
      assertQuiet();
      await page.close();
    });
  }

  test('by mouse: a place that is pointed at is filled in, its patch is framed, over the padding too', async () => {
    const { page, cells } = await openInteractive(browser, convolutionStepper({ padding: 'same' }));
    await cells.nth(48).hover();
    assert.equal(await cells.nth(48).getAttribute('aria-label'), 'row 7, column 7: 0');
    assert.equal(await cells.nth(47).getAttribute('aria-label'), 'row 7, column 6: empty');
    const input = page.getByRole('img', { name: 'Input, 7 by 7' });
    const frame = (await input.locator('.frame').boundingBox())!;
    const corner = (await input
      .locator('.cell')
      .nth(6 * 9 + 6)
      .boundingBox())!; // 9 columns with the padding
    assert.ok(Math.abs(frame.x - corner.x) < 2 && Math.abs(frame.y - corner.y) < 2);
    assert.ok(Math.abs(frame.width - 3 * corner.width) < 2 && Math.abs(frame.height - 3 * corner.height) < 2);
    await page.close();
  });

  test('by keyboard: Tab comes to the map, arrows walk on it, and it is all said', async () => {
    const { page, cells } = await openInteractive(browser, convolutionStepper());
    await page.getByLabel('Padding').focus();
    await page.keyboard.press('Tab'); // kernel
    await page.keyboard.press('Tab'); // what the pointer does
    await page.keyboard.press('Tab'); // map
    const focused = page.locator('[role=gridcell]:focus');
    for (const [key, name] of [
      ['ArrowRight', 'row 1, column 2: 0'],
      ['ArrowDown', 'row 2, column 2: 0.5'],
      ['ArrowLeft', 'row 2, column 1: 1.5'],
      ['ArrowLeft', 'row 2, column 1: 1.5'],
      ['End', 'row 2, column 5: −3'],
      ['ArrowUp', 'row 1, column 5: −2'],
      ['Control+End', 'row 5, column 5: −1.5'],
      ['Home', 'row 5, column 1: 0.5'],
      ['Control+Home', 'row 1, column 1: 1.5'],
    ] as const) {
      await page.keyboard.press(key);
      assert.equal(await focused.getAttribute('aria-label'), name, key);
    }
    assert.equal(await page.locator('[role=gridcell][tabindex="0"]').count(), 1);
    const spoken = 'Output row 1, column 1: 1 times 1, plus 0.5 times 1, is 1.5.';
    await page.locator('[aria-live]', { hasText: spoken }).waitFor({ state: 'attached' });
    assert.equal(await cells.count(), 25);
    await page.close();
  });

  test('a weight is typed; what is no number is said and changes nothing', async () => {
    const { page, cells } = await openInteractive(browser, convolutionStepper());
    const weight = (row: number, column: number) => page.getByLabel(`Weight, row ${row}, column ${column}`);
    await weight(1, 1).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('−2,5'); // row 2, column 2 lies on a pixel of 1
    assert.equal(await cells.nth(0).innerText(), '−1');
    assert.equal(await page.getByRole('combobox', { name: 'Kernel' }).inputValue(), 'own');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('abc');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
    await seen(page, '“abc” is no number: the weight stays 0').waitFor();
    assert.equal(await weight(1, 2).inputValue(), '0');
    assert.equal(await cells.nth(0).innerText(), '−1');
    await page.close();
  });

  test('the pointer paints weights', async () => {
    const { page, cells } = await openInteractive(browser, convolutionStepper());
    await page.getByRole('combobox', { name: 'Kernel' }).selectOption('identity');
    await page.getByLabel('Pointer').selectOption('1');
    const middle = async (index: number) => {
      const box = (await page.locator('.weights input').nth(index).boundingBox())!;
      return [box.x + box.width / 2, box.y + box.height / 2] as const;
    };
    await page.mouse.move(...(await middle(6)));
    await page.mouse.down();
    await page.mouse.move(...(await middle(7)), { steps: 4 });
    await page.mouse.move(...(await middle(8)), { steps: 4 });
    await page.mouse.up();
    await page.mouse.move(...(await middle(0)), { steps: 4 });
    const weights = await page.locator('.weights input').all();
    const values = await Promise.all(weights.map(weight => weight.inputValue()));
    assert.deepEqual(values, ['0', '0', '0', '0', '1', '0', '1', '1', '1']);
    assert.equal(await cells.nth(0).innerText(), '2'); // 1, and 0 + 0.5 + 0.5 of the row below
    await page.close();
  });

  test('kernel, size, stride and padding can be chosen, and the size is worked out', async () => {
    const { page, cells } = await openInteractive(browser, convolutionStepper());
    const size = seen(page, 'Output height and width');
    assert.equal(await size.innerText(), 'Output height and width: ⌊(7 − 3) / 1⌋ + 1 = 5');
    await page.getByRole('button', { name: 'Fill' }).click();
    await page.getByLabel('Stride').selectOption('2');
    assert.equal(await cells.count(), 9);
    assert.equal((await cells.allInnerTexts()).includes(''), false); // a full map stays full
    await page.getByLabel('Size').selectOption('5');
    await page.getByLabel('Padding').selectOption('same');
    assert.equal(
      await size.innerText(),
      'Output height and width: ⌊(7 + 2 + 2 − 5) / 2⌋ + 1 = 4 (padding: 2 above and left, 2 below and right)',
    );
    await page.getByRole('combobox', { name: 'Kernel' }).selectOption('blur');
    assert.equal(await page.locator('.products td').count(), 25);
    assert.equal(await page.locator('.products td').first().innerText(), '0 × 0.04\n0');
    await page.close();
  });

  test('a kernel that does not fit is said in words, and the way out works', async () => {
    const image = ndarray(
      [4, 4],
      Array.from({ length: 16 }, (_, index) => index),
    );
    const { page, cells } = await openInteractive(browser, convolutionStepper({ image }));
    await page.getByLabel('Size').selectOption('5');
    await page.getByRole('alert').getByText('The 5 × 5 kernel does not fit into the 4 × 4 image').waitFor();
    assert.equal(await cells.count(), 0);
    await page.getByLabel('Padding').selectOption('same');
    assert.equal(await cells.count(), 16);
    await page.close();
  });

  test('step, back, play, fill and clear', async () => {
    const { page, cells } = await openInteractive(browser, convolutionStepper({ strides: 4 }));
    const press = (name: string) => page.getByRole('button', { name }).click();
    const chosen = page.locator('.chosen');
    await press('Step');
    assert.equal(await chosen.getAttribute('aria-label'), 'row 1, column 2: −2');
    await press('Back');
    await press('Back');
    assert.equal(await chosen.getAttribute('aria-label'), 'row 1, column 1: 1.5');
    await press('Play');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.locator('.chosen[aria-label^="row 2, column 2"]').waitFor();
    await page.getByRole('button', { name: 'Play' }).waitFor(); // stops at the end
    assert.deepEqual(await readNumbers(cells), [1.5, -2, 0.5, -1.5]);
    await press('Clear');
    assert.deepEqual(await cells.allInnerTexts(), ['', '', '', '−1.5']);
    await press('Play'); // begins again
    await page.locator('.chosen[aria-label^="row 1, column 1"]').waitFor();
    await page.close();
  });
});
