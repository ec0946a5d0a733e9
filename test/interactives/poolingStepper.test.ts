import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { averagePool2d, averagePool2dGradient } from '../../lib/layers/averagePool2d';
import { maxPool2d, maxPool2dGradient } from '../../lib/layers/maxPool2d';
import { poolingStepper } from '../../lib/plot/interactives/poolingStepper';
import { ndarray } from '../../lib/types/ndarray';
import { launchChromium } from '../lab/launchChromium';
import { openInteractive, readNumbers, seen, skip } from './interactivePage';

const cases = fc.sample(
  fc.record({
    kind: fc.constantFrom('max' as const, 'average' as const),
    /** Few values, so that there are ties; multiples of 36, so that every mean is a whole number of quarters. */
    image: fc
      .array(
        fc.integer({ min: -3, max: 3 }).map(n => 36 * n),
        { minLength: 35, maxLength: 35 },
      )
      .map(pixels => ndarray([5, 7], pixels)),
    poolSize: fc.constantFrom(2, 3),
    strides: fc.integer({ min: 1, max: 3 }),
    padding: fc.constantFrom('same' as const, 'valid' as const),
  }),
  { seed: 7, numRuns: 6 },
);

/** As the cells write it: two decimals, none from 100 on. */
const rounded = (values: ArrayLike<number>): number[] =>
  Array.from(values, value => {
    const parts = Math.abs(value) < 100 ? 100 : 1;
    return Math.round(value * parts) / parts + 0;
  });

suite('the pooling stepper in a browser', { skip }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  for (const [index, options] of cases.entries()) {
    const { kind, image, ...window } = options;
    test(`random window ${index + 1}, ${kind}: both ways the numbers are those of the layers`, async () => {
      const { page, cells, assertQuiet } = await openInteractive(browser, poolingStepper(options));
      const [height, width] = image.shape as [number, number];
      const images = ndarray([1, height, width, 1], image.data);
      const output = (kind === 'max' ? maxPool2d : averagePool2d)(images, window);
      await page.getByRole('button', { name: 'Fill' }).click();
      assert.deepEqual(await readNumbers(cells), rounded(output.data));

      await page.getByLabel('View').selectOption('backward');
      const upstream = ndarray(
        output.shape,
        output.data.map((_, place) => place + 1),
      );
      assert.deepEqual(await readNumbers(cells), Array.from(upstream.data));
      const gradient = (kind === 'max' ? maxPool2dGradient : averagePool2dGradient)(upstream, images, window);
      const passedBack = page.getByRole('img', { name: 'Gradient passed back' }).locator('.cell');
      const texts = (await passedBack.allTextContents()).filter(text => text !== ''); // padding is empty
      assert.deepEqual(
        texts.map(text => Number(text.replace('−', '-'))),
        rounded(gradient.data),
      );
      assertQuiet();
      await page.close();
    });
  }

  test('the winner is ringed, and of equal ones the first in reading order', async () => {
    const { page, cells } = await openInteractive(browser, poolingStepper({ strides: 1 }));
    const sentence = page.locator('.sum');
    assert.equal(await sentence.innerText(), 'max(1, 3, 0, 7) = 7, from row 2, column 2.');
    await cells.nth(6).hover(); // row 2, column 2
    assert.equal(
      await sentence.innerText(),
      'max(7, 0, 7, 5) = 7, from row 2, column 2. 2 are equally large: the first in reading order wins.',
    );
    const ringed = page.getByRole('img', { name: 'Input' }).locator('.ringed');
    assert.equal(await ringed.count(), 1);
    const ring = (await ringed.boundingBox())!;
    const pixel = (await page.getByRole('img', { name: 'Input' }).locator('.cell').nth(7).boundingBox())!;
    assert.deepEqual(ring, pixel);
    await page.close();
  });

  test('backward, a pixel that wins twice collects both gradients as the windows are visited', async () => {
    const { page } = await openInteractive(browser, poolingStepper({ strides: 1 }));
    await page.getByLabel('View').selectOption('backward');
    const seven = page.getByRole('img', { name: 'Gradient passed back' }).locator('.cell').nth(7);
    const sentence = page.locator('.sum');
    assert.equal(
      await sentence.innerText(),
      'The gradient 1 goes whole to the winner in row 2, column 2, the others get 0.',
    );
    assert.equal(await seven.innerText(), '1');
    await page.getByRole('button', { name: 'Step' }).click();
    assert.equal(await seven.innerText(), '3'); // 1 + 2
    await page.getByRole('button', { name: 'Clear' }).click();
    assert.equal(await seven.innerText(), '2');
    await page.close();
  });

  test('an average is written out, padding not counted, and its gradient is split', async () => {
    const options = { kind: 'average', poolSize: 3, strides: 2, padding: 'same' } as const;
    const { page } = await openInteractive(browser, poolingStepper(options));
    await page.getByRole('gridcell').first().focus();
    await page.keyboard.press('Control+End');
    const sentence = page.locator('.sum');
    assert.equal(
      await sentence.innerText(),
      '(8 + 1 + 4 + 0) / 4 = 3.25. Padding is no value and does not count.',
    );
    await page.getByLabel('View').selectOption('backward'); // the place is kept
    assert.equal(
      await sentence.innerText(),
      'The gradient 9 is split into 4 equal shares of 2.25. Padding is no value and does not count.',
    );
    const spoken = 'Output row 3, column 3: The gradient 9 is split';
    await page.locator('[aria-live]', { hasText: spoken }).waitFor({ state: 'attached' });
    await page.close();
  });

  test('a window that does not fit is said in words', async () => {
    const image = ndarray(
      [2, 5],
      Array.from({ length: 10 }, (_, index) => index),
    );
    const { page, cells } = await openInteractive(browser, poolingStepper({ image }));
    assert.equal(await seen(page, 'Output height:').innerText(), 'Output height: ⌊(2 − 2) / 2⌋ + 1 = 1');
    assert.equal(await seen(page, 'Output width:').innerText(), 'Output width: ⌊(5 − 2) / 2⌋ + 1 = 2');
    await page.getByRole('combobox', { name: 'Window' }).selectOption('3');
    await page.getByRole('alert').getByText('The 3 × 3 window does not fit into the 2 × 5 image').waitFor();
    await page.getByRole('combobox', { name: 'Window' }).selectOption('2');
    assert.equal(await cells.count(), 2);
    await page.close();
  });
});
