/**
 * The weights of neurons: their data, their picture, and their page in a real browser.
 * Long: one browser serves all tests.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { painted } from '../../lib/plot/interactives/browser/neuron/brush';
import { neuronWeights } from '../../lib/plot/interactives/neuronWeights';
import { answerText, sumText } from '../../lib/plot/interactives/neuronWords';
import type { Digits } from '../../lib/types/digits';
import { type NdArray, ndarray } from '../../lib/types/ndarray';
import { launchChromium } from '../lab/launchChromium';
import { readSvg } from '../plot/page';
import { openInteractive, readNumber, seen, skip } from './interactivePage';

const rows = readFileSync('data/sample.csv', 'utf8')
  .split('\n')
  .slice(1, 7)
  .map(row => row.split(',').map(Number));
const digits: Digits = {
  images: Uint8Array.from(rows.flatMap(row => row.slice(1))),
  labels: Uint8Array.from(rows, row => row[0]!),
  count: rows.length,
  height: 28,
  width: 28,
  classes: 10,
};
const target = 5;

/** Weights in quarters, some for and some against, and none at the border. */
const kernel = ndarray(
  [784, 1],
  Array.from({ length: 784 }, (_, place) => {
    const [row, column] = [Math.floor(place / 28), place % 28];
    return row < 2 || column < 2 ? 0 : (((row * 3 + column) % 9) - 4) / 4;
  }),
);
const bias = ndarray([1], [-1.5]);
const learned = { name: 'learned', kernel, bias };
const all = (value: number): NdArray => ndarray([784, 1], new Float64Array(784).fill(value));
const flat = { name: 'flat', kernel: all(0.02), bias: ndarray([1], [0.25]) };
const make = () => neuronWeights({ neurons: [learned, flat], digits, target });

/** The definition, without lib. */
function plainScore(weights: ArrayLike<number>, bias: number, digit: number): number {
  return rows[digit]!.slice(1).reduce((sum, pixel, place) => sum + (pixel / 255) * weights[place]!, bias);
}
const plainAnswer = (score: number): number => 1 / (1 + Math.exp(-score));

test('a stroke touches its place in full and the four around by half', () => {
  const weights = Array<number>(9).fill(1);
  const stroke = { row: 1, column: 0, amount: 2 };
  assert.deepEqual(painted(weights, 3, { ...stroke, brush: 'raise' }), [2, 1, 1, 3, 2, 1, 2, 1, 1]);
  assert.deepEqual(painted(weights, 3, { ...stroke, brush: 'lower' }), [0, 1, 1, -1, 0, 1, 0, 1, 1]);
  assert.deepEqual(painted(weights, 3, { ...stroke, brush: 'erase' }), [0.5, 1, 1, 0, 0.5, 1, 0.5, 1, 1]);
  assert.deepEqual(weights, Array(9).fill(1));
});

test('answers and sums are put into words, right and wrong', () => {
  assert.equal(answerText({ score: 2, answer: 0.88 }, 5, 3), 'p = 0.88: yes, a 3. Wrong: it is a 5.');
  assert.equal(answerText({ score: 0, answer: 0.5 }, 5, 3), 'p = 0.5: no, not a 3. Right: it is a 5.');
  assert.equal(answerText({ score: -1, answer: 0.2 }, 3, 3), 'p = 0.2: no, not a 3. Wrong: it is a 3.');
  const votes = { each: new Float64Array(0), inFavour: 3, against: -1 };
  assert.equal(sumText(votes, 0.5, 2.5), 'z = 3 (for) − 1 (against) + 0.5 (bias) ≈ 2.5');
  assert.equal(sumText(votes, -4, -2), 'z = 3 (for) − 1 (against) − 4 (bias) ≈ −2');
});

test('the description tells the answer to the first digit, and the picture carries it', () => {
  const { page, picture, alt } = make();
  assert.equal(page, 'neuronWeights');
  const score = plainScore(kernel.data, -1.5, 0);
  const written = (value: number) => String(Number(value.toPrecision(4))).replace('-', '−');
  const said = score > 0 ? 'yes, a 5. Right' : 'no, not a 5. Wrong';
  assert.equal(
    alt,
    'The 28 × 28 weights of a neuron that looks for a 5 (learned), a digit, and its votes, weight × ink. ' +
      `Score z = ${written(score)}, p = ${written(plainAnswer(score))}: ${said}: it is a 5.`,
  );
  const svg = readSvg(picture);
  assert.equal(svg.querySelector('title')?.textContent, alt);
  assert.equal([...svg.querySelectorAll('image')].length, 3);
});

for (const [options, message] of [
  [{ neurons: [] }, 'neurons must have at least one neuron, got none'],
  [{ target: 10 }, 'target must be an integer in [0, 9], got 10'],
  [{ digits: { ...digits, count: 0 } }, 'digits.count must be an integer in [1, 12], got 0'],
  [{ digits: { ...digits, width: 33 } }, 'digits.width must be an integer in [1, 32], got 33'],
  [
    { digits: { ...digits, labels: new Uint8Array(0) } },
    'digits must be labelled, got digits without labels',
  ],
  [
    { neurons: [learned, { ...flat, kernel: ndarray([28, 28]) }] },
    'neurons[1].kernel must have shape [784, 1], got [28, 28]',
  ],
  [{ neurons: [{ ...flat, bias: ndarray([2]) }] }, 'neurons[0].bias must have shape [1], got [2]'],
  [{ neurons: [{ ...flat, kernel: all(Number.NaN) }] }, 'neurons[0].kernel[0] must be finite, got NaN'],
  [
    { neurons: [{ ...flat, bias: ndarray([1], [Number.NEGATIVE_INFINITY]) }] },
    'neurons[0].bias[0] must be finite, got -Infinity',
  ],
] as const) {
  test(`refused: ${message}`, () => {
    assert.throws(() => neuronWeights({ neurons: [learned], digits, target, ...options }), {
      name: 'RangeError',
      message: `neuronWeights: ${message}`,
    });
  });
}

/** Everything that the page says about the chosen digit and all others. */
async function readNeuron(page: Page) {
  const [sum, verdict] = (await page.locator('.sum').allInnerTexts()) as [string, string];
  const [inFavour, against, bias, score] = sum.match(/[−+]? ?[\d.e]+(?: ?−\d+)?(?= \(|$)/g)!.map(text => {
    return readNumber(text.replaceAll(/[+ ]/g, ''));
  }) as [number, number, number, number];
  const answers = await page.locator('.digit').allInnerTexts();
  return { inFavour, against, bias, score, verdict, answers };
}

function assertNear(actual: number, expected: number, tolerance: number = 6e-4): void {
  const distance = Math.abs(actual - expected);
  assert.ok(distance <= tolerance * Math.max(1, Math.abs(expected)), `${actual}, not ${expected}`);
}

suite('the neuron in a browser', { skip }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  const digit = (page: Page, index: number) => page.locator('.digit').nth(index);

  test('score, votes and all answers are those of the definition, for every digit', async () => {
    const { page, assertQuiet } = await openInteractive(browser, make());
    const scores = rows.map((_, index) => plainScore(kernel.data, -1.5, index));
    const right = scores.map((score, index) => score > 0 === (rows[index]![0] === target));
    for (const [index, score] of scores.entries()) {
      await digit(page, index).click();
      const read = await readNeuron(page);
      assertNear(read.score, score);
      assert.equal(read.bias, -1.5);
      assertNear(read.inFavour + read.against + read.bias, score, 0.02); // four digits each
      assert.match(
        read.verdict,
        new RegExp(`${right[index] ? 'Right' : 'Wrong'}: it is a ${rows[index]![0]}\\.$`),
      );
      assert.deepEqual(
        read.answers,
        scores.map(
          (score, at) =>
            `${right[at] ? '✓' : '✗'} label ${rows[at]![0]}\np = ${plainAnswer(score).toFixed(2)}`,
        ),
      );
    }
    const count = right.filter(Boolean).length;
    await seen(page, `Is it a 5? ${count} of 6 answers are right`).waitFor();
    assertQuiet();
    await page.close();
  });

  test('a weight that is pointed at tells its vote', async () => {
    const { page, cells } = await openInteractive(browser, make());
    const place =
      rows[0]!.findIndex((pixel, column) => column > 0 && pixel > 100 && kernel.data[column - 1] !== 0) - 1;
    await cells.nth(place).hover();
    const [weight, ink] = [kernel.data[place]!, rows[0]![place + 1]! / 255];
    const text = await page.locator('.stage + .note').innerText();
    const [row, column, ...numbers] = text.match(/−?\d[\d.]*/g)!.map(readNumber);
    assert.deepEqual([row, column], [Math.floor(place / 28), place % 28]);
    [weight, ink, weight * ink].forEach((expected, index) => {
      assertNear(numbers[index]!, expected);
    });
    const votes = page.getByRole('img', { name: 'Votes' });
    assert.equal(await votes.locator('.cell').nth(place).getAttribute('class'), 'cell chosen');
    await page.close();
  });

  test('by mouse: a stroke over the weights raises them, and the score follows', async () => {
    const { page, cells } = await openInteractive(browser, make());
    await page.getByLabel('Weights').first().selectOption('all zero');
    assert.equal((await readNeuron(page)).score, 0);
    const middle = async (place: number) => {
      const { x, y, width, height } = (await cells.nth(place).boundingBox())!;
      return [x + width / 2, y + height / 2] as const;
    };
    await page.mouse.move(...(await middle(14 * 28 + 13)));
    await page.mouse.down();
    await page.mouse.move(...(await middle(14 * 28 + 14)));
    await page.mouse.up();
    await page.mouse.move(...(await middle(14 * 28 + 20))); // no longer pressed
    // The largest weight is 1, so a touch adds 0.25; two neighbours lend each other half.
    const expected = new Float64Array(784);
    for (const [place, weight] of [
      [14 * 28 + 13, 0.375],
      [14 * 28 + 14, 0.375],
      [14 * 28 + 12, 0.125],
      [14 * 28 + 15, 0.125],
      [13 * 28 + 13, 0.125],
      [13 * 28 + 14, 0.125],
      [15 * 28 + 13, 0.125],
      [15 * 28 + 14, 0.125],
    ] as const) {
      expected[place] = weight;
    }
    const names = await cells.evaluateAll(cells => cells.map(cell => cell.ariaLabel!));
    assert.deepEqual(
      names.map(name => Number(name.split(': ')[1])),
      Array.from(expected),
    );
    assertNear((await readNeuron(page)).score, plainScore(expected, 0, 0));
    assert.equal(await page.getByLabel('Weights').first().inputValue(), 'own');
    await page.close();
  });

  test('by keyboard: arrows walk, the space bar paints with the brush, and the result is said', async () => {
    const { page, cells } = await openInteractive(browser, make());
    await page.getByLabel('Weights').first().selectOption('flat');
    await page.getByLabel('Brush').selectOption('erase');
    await page.locator('[role=gridcell][tabindex="0"]').focus(); // row 14, column 14
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Space');
    const focused = page.locator('[role=gridcell]:focus');
    assert.equal(await focused.getAttribute('aria-label'), 'row 13, column 14: 0');
    assert.equal(await cells.nth(13 * 28 + 15).getAttribute('aria-label'), 'row 13, column 15: 0.01');
    const weights = new Float64Array(784).fill(0.02);
    weights[13 * 28 + 14] = 0;
    for (const place of [12 * 28 + 14, 14 * 28 + 14, 13 * 28 + 13, 13 * 28 + 15]) weights[place] = 0.01;
    assertNear((await readNeuron(page)).score, plainScore(weights, 0.25, 0));
    await page.locator('[aria-live]', { hasText: 'answers are right.' }).waitFor({ state: 'attached' });
    await page.close();
  });

  test('another neuron brings its own bias, and the bias moves every score alike', async () => {
    const { page } = await openInteractive(browser, make());
    await page.getByLabel('Weights').first().selectOption('flat');
    const read = await readNeuron(page);
    assert.equal(read.bias, 0.25);
    assertNear(read.score, plainScore(flat.kernel.data, 0.25, 0));
    const slider = page.getByRole('slider', { name: 'Bias' });
    await slider.focus();
    await page.keyboard.press('Home');
    assert.equal(await slider.getAttribute('aria-valuetext'), '−5');
    assertNear((await readNeuron(page)).score, plainScore(flat.kernel.data, -5, 0));
    await digit(page, 3).press('Enter');
    assert.equal(await digit(page, 3).getAttribute('aria-pressed'), 'true');
    assertNear((await readNeuron(page)).score, plainScore(flat.kernel.data, -5, 3));
    await page.close();
  });

  test('every digit stands on the curve: diamonds for the target, circles for the others', async () => {
    const { page } = await openInteractive(browser, make());
    await page.getByLabel('Weights').first().selectOption('all zero');
    const marks = { diamonds: page.locator('.curve path[fill]'), circles: page.locator('.curve circle') };
    const fives = rows.filter(([label]) => label === target).length;
    assert.deepEqual(
      [await marks.diamonds.count(), await marks.circles.count()],
      [fives, rows.length - fives],
    );
    const heights = await marks.circles.evaluateAll(circles =>
      circles.map(circle => circle.getAttribute('cy')),
    );
    const [half] = await page
      .locator('.curve path[stroke-dasharray]')
      .evaluateAll(paths => paths.map(path => /M\S+ ([\d.]+)/.exec(path.getAttribute('d')!)![1]));
    assert.deepEqual([...new Set(heights)], [half]); // all zero: every answer is one half
    await page.close();
  });
});
