/**
 * The softmax simplex: its data, its picture, and its page in a real browser.
 * Long: one browser serves all tests.
 */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { differences, writtenSoftmax } from '../../lib/plot/interactives/browser/simplex/words';
import {
  answerAt,
  CORNERS,
  scoresFor,
  toPoint,
  toProbabilities,
  VIEW,
} from '../../lib/plot/interactives/simplexGeometry';
import { softmaxSimplex } from '../../lib/plot/interactives/softmaxSimplex';
import { ndarray } from '../../lib/types/ndarray';
import { launchChromium } from '../lab/launchChromium';
import { readSvg } from '../plot/page';
import { openInteractive, readNumber, skip } from './interactivePage';

const score = fc.double({ min: -5, max: 5, noNaN: true });
const scores = fc.tuple(score, score, score);
const temperatures = fc.double({ min: 0.125, max: 8, noNaN: true });
const coordinate = fc.double({ min: -300, max: 600, noNaN: true });

/** The definition, without lib. */
function plainSoftmax(numbers: readonly number[], temperature: number): number[] {
  const powers = numbers.map(number => Math.exp(number / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map(power => power / sum);
}

function assertNear(actual: readonly number[], expected: readonly number[], tolerance: number): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((value, index) => {
    assert.ok(Math.abs(value - expected[index]!) <= tolerance, `${actual} is not ${expected}`);
  });
}

test('certainty stands in a corner, “I cannot tell” in the middle', () => {
  assert.deepEqual(toPoint([1, 0, 0]), CORNERS[0]);
  assert.deepEqual(toPoint([0, 0, 1]), CORNERS[2]);
  const middle = [0, 1].map(axis => CORNERS.reduce((sum, corner) => sum + corner[axis]!, 0) / 3);
  assertNear(toPoint([1 / 3, 1 / 3, 1 / 3]), middle, 1e-9);
});

test('an answer is drawn at a point that leads back to it', () => {
  const law = fc.property(scores, temperatures, (logits, temperature) => {
    const answer = answerAt(logits, temperature);
    assertNear(answer, plainSoftmax(logits, temperature), 1e-12);
    assertNear(toProbabilities(toPoint(answer)), answer, 1e-12);
  });
  fc.assert(law, { seed: 4 });
});

test('a point beside the triangle stands for an answer on its edge', () => {
  assertNear(toProbabilities([CORNERS[0][0], -100]), [1, 0, 0], 1e-12);
  assertNear(toProbabilities([CORNERS[0][0], VIEW.height]), [0, 0.5, 0.5], 1e-12);
  const law = fc.property(coordinate, coordinate, (x, y) => {
    const answer = toProbabilities([x, y]);
    assert.ok(answer.every(probability => probability >= 0 && probability <= 1 + 1e-12));
    assertNear([answer[0] + answer[1] + answer[2]], [1], 1e-12);
  });
  fc.assert(law, { seed: 4 });
});

test('the scores for an answer give that answer, with the mean they had, where the limit leaves room', () => {
  const law = fc.property(scores, temperatures, (logits, temperature) => {
    const answer = answerAt(logits, temperature);
    if (Math.min(...answer) < 1e-6) return; // closer to the edge than scores are asked for
    const mean = (logits[0] + logits[1] + logits[2]) / 3;
    assertNear(scoresFor(answer, temperature, mean, 5), logits, 1e-6);
  });
  fc.assert(law, { seed: 4 });
});

test('the scores for an answer never leave the limit, and the winner stays the winner', () => {
  const law = fc.property(coordinate, coordinate, temperatures, (x, y, temperature) => {
    const answer = toProbabilities([x, y]);
    const found = scoresFor(answer, temperature, 4, 5);
    assert.ok(found.every(score => Math.abs(score) <= 5 + 1e-9));
    assert.equal(found[answer.indexOf(Math.max(...answer))], Math.max(...found));
  });
  fc.assert(law, { seed: 4 });
  assertNear(scoresFor([1, 0, 0], 8, 0, 5), [5, -5, -5], 1e-12);
});

test('the softmax and the differences are written with the numbers of the moment', () => {
  assert.equal(writtenSoftmax([2, 1, -1], 1, [0.7, 0.2, 0.1]), 'softmax(2, 1, −1) = (0.7, 0.2, 0.1)');
  assert.equal(writtenSoftmax([0, 0, 0], 0.5, [1, 0, 0]), 'softmax((0, 0, 0) / 0.5) = (1, 0, 0)');
  assert.equal(
    differences([1, 1, 1.5]),
    'Only differences count: class 0 is level with class 1, 0.5 below class 2.',
  );
});

test('the description tells scores and probabilities, and the picture carries it', () => {
  const { page, data, picture, alt } = softmaxSimplex({ logits: ndarray([1, 3], [0, Math.log(2), 0]) });
  assert.equal(page, 'softmaxSimplex');
  assert.deepEqual(data, { logits: [0, Math.log(2), 0], limit: 5 });
  assert.equal(
    alt,
    'A triangle with one corner for each of three classes. The scores 0, 0.6931, 0 give the probabilities ' +
      '0.25, 0.5, 0.25: a point nearest to the corner of class 1. With a rising temperature it would wander to the centre.',
  );
  const svg = readSvg(picture);
  assert.equal(svg.querySelector('title')?.textContent, alt);
  const bars = [...svg.querySelectorAll('rect')].slice(1).map(bar => Number(bar.getAttribute('width')));
  assert.deepEqual(bars, [37.5, 75, 37.5]);
});

test('left alone it starts with the scores of lesson 04', () => {
  assert.equal(
    softmaxSimplex().alt,
    'A triangle with one corner for each of three classes. The scores 2, 1, −1 give the probabilities ' +
      '0.7054, 0.2595, 0.03512: a point nearest to the corner of class 0. With a rising temperature it would wander to the centre.',
  );
});

test('large scores have room on the sliders, and the picture holds', () => {
  const { data, picture } = softmaxSimplex({ logits: ndarray([3], [-41.2, 38, 0]) });
  assert.equal((data as { limit: number }).limit, 42);
  assert.doesNotMatch(picture, /NaN|Infinity/);
});

for (const [logits, message] of [
  [ndarray([2], [1, 2]), 'logits must be [3] or [1, 3], got [2]'],
  [ndarray([3, 1]), 'logits must be [3] or [1, 3], got [3, 1]'],
  [ndarray([2, 3]), 'logits must be [3] or [1, 3], got [2, 3]'],
  [ndarray([3], [0, Number.NaN, 0]), 'logits[1] must be finite, got NaN'],
] as const) {
  test(`refused: ${message}`, () => {
    assert.throws(() => softmaxSimplex({ logits }), {
      name: 'RangeError',
      message: `softmaxSimplex: ${message}`,
    });
  });
}

/** Scores and probabilities as they are written beside the sliders and the bars. */
async function readClasses(page: Page) {
  const scores = page.locator('.class input');
  const texts = await scores.evaluateAll(inputs => inputs.map(input => input.ariaValueText!));
  const answer = await page.locator('.class .number').allInnerTexts();
  return { scores: texts.map(readNumber), answer: answer.map(readNumber) };
}

suite('the softmax triangle in a browser', { skip }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  const point = (page: Page) => page.getByRole('slider', { name: 'The answer' });
  const temperature = (page: Page) => page.getByRole('slider', { name: 'Temperature' });

  test('bars, numbers and the point are those of the softmax', async () => {
    const { page, assertQuiet } = await openInteractive(browser, softmaxSimplex());
    const { scores, answer } = await readClasses(page);
    assert.deepEqual(scores, [2, 1, -1]);
    assertNear(answer, plainSoftmax([2, 1, -1], 1), 5e-5);
    const [groove, bar] = await Promise.all(
      ['.groove', '.bar'].map(async at => (await page.locator(at).first().boundingBox())!.width),
    );
    assert.ok(Math.abs(bar! / (groove! - 2) - answer[0]!) < 0.01);
    const area = (await page.locator('.drag-area').boundingBox())!;
    const dot = (await point(page).boundingBox())!;
    const at = [dot.x + dot.width / 2 - area.x, dot.y + dot.height / 2 - area.y] as const;
    const scale = VIEW.width / area.width;
    assertNear([at[0] * scale, at[1] * scale], toPoint([answer[0]!, answer[1]!, answer[2]!]), 1);
    assertQuiet();
    await page.close();
  });

  test('by mouse: the point is dragged, scores and bars follow, the mean of the scores stays', async () => {
    const { page } = await openInteractive(browser, softmaxSimplex());
    const area = (await page.locator('.drag-area').boundingBox())!;
    const scale = area.width / VIEW.width;
    const wanted = [0.2, 0.2, 0.6] as const;
    const [x, y] = toPoint(wanted);
    const dot = (await point(page).boundingBox())!;
    await page.mouse.move(dot.x + dot.width / 2, dot.y + dot.height / 2);
    await page.mouse.down();
    await page.mouse.move(area.x + 30, area.y + 30);
    await page.mouse.move(area.x + x * scale, area.y + y * scale);
    await page.mouse.up();
    await page.mouse.move(0, 0); // no longer held
    const { scores, answer } = await readClasses(page);
    assertNear(answer, wanted, 0.01);
    assertNear(plainSoftmax(scores, 1), answer, 1e-3);
    assertNear([scores[0]! + scores[1]! + scores[2]!], [2], 1e-3);
    assert.match((await point(page).getAttribute('aria-valuetext'))!, /^class 0: 0\.2/);
    await page.close();
  });

  test('by keyboard: arrows push the point, with Shift farther, and the answer is said', async () => {
    const { page } = await openInteractive(browser, softmaxSimplex());
    await point(page).focus();
    const before = (await readClasses(page)).answer;
    await page.keyboard.press('ArrowDown');
    const after = (await readClasses(page)).answer;
    const one = (0.01 * VIEW.height) / (CORNERS[1][1] - CORNERS[0][1]); // one push down, in class 0
    assertNear([before[0]! - after[0]!], [one], 1e-3);
    await page.keyboard.press('Shift+ArrowRight');
    const right = (await readClasses(page)).answer;
    assertNear([right[0]!, right[2]! - after[2]!], [after[0]!, (5 * 0.01 * VIEW.width) / 240], 1e-3);
    const spoken = `class 0: ${right[0]}, class 1: ${right[1]}, class 2: ${right[2]}. Only differences`;
    await page.locator('[aria-live]', { hasText: spoken }).waitFor({ state: 'attached' });
    await page.close();
  });

  test('a temperature divides the scores: cold, the winner takes all; hot, nobody does', async () => {
    const { page } = await openInteractive(browser, softmaxSimplex());
    for (const [power, text] of [
      ['1', '2'],
      ['-3', '0.125'],
      ['3', '8'],
    ] as const) {
      await temperature(page).fill(power);
      assert.equal(await temperature(page).getAttribute('aria-valuetext'), text);
      const { scores, answer } = await readClasses(page);
      assert.deepEqual(scores, [2, 1, -1]);
      assertNear(answer, plainSoftmax([2, 1, -1], Number(text)), 5e-5);
      assert.match(
        await page.locator('.sum').innerText(),
        new RegExp(`^softmax\\(\\(2, 1, −1\\) / ${text}\\)`),
      );
    }
    await page.close();
  });

  test('all scores up or down: no probability changes, until a slider ends', async () => {
    const { page } = await openInteractive(browser, softmaxSimplex());
    const { answer } = await readClasses(page);
    const up = page.getByRole('button', { name: 'All + 1' });
    const down = page.getByRole('button', { name: 'All − 1' });
    for (let times = 0; times < 3; times++) await up.click();
    assert.deepEqual(await readClasses(page), { scores: [5, 4, 2], answer });
    assert.equal(await up.isDisabled(), true);
    assert.match(await page.locator('.sum + .note').innerText(), /^All scores rose by 1/);
    for (let times = 0; times < 7; times++) await down.click();
    assert.deepEqual(await readClasses(page), { scores: [-2, -3, -5], answer });
    assert.equal(await down.isDisabled(), true);
    assert.equal(await up.isDisabled(), false);
    await page.close();
  });

  test('a score can be set alone, and “Start again” brings everything back', async () => {
    const { page } = await openInteractive(browser, softmaxSimplex());
    const slider = page.getByRole('slider', { name: 'Score of class 2' });
    await slider.focus();
    await page.keyboard.press('End');
    await temperature(page).fill('-1');
    const { scores, answer } = await readClasses(page);
    assert.deepEqual(scores, [2, 1, 5]);
    assertNear(answer, plainSoftmax([2, 1, 5], 0.5), 5e-5);
    await page.getByRole('button', { name: 'Start again' }).click();
    assert.deepEqual((await readClasses(page)).scores, [2, 1, -1]);
    assert.equal(await temperature(page).getAttribute('aria-valuetext'), '1');
    await page.close();
  });
});
