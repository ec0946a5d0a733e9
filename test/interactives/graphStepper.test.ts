/**
 * The graph stepper: its data, its picture, and its page in a real browser.
 * Long: one browser serves all tests.
 */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { gradientFlow } from '../../lib/graph/gradients';
import { defineOperation, Graph } from '../../lib/graph/graph';
import * as op from '../../lib/graph/operations';
import { Session } from '../../lib/graph/session';
import { graphStepper } from '../../lib/plot/interactives/graphStepper';
import type { GraphStepperData } from '../../lib/plot/interactives/graphStepperData';
import { ndarray } from '../../lib/types/ndarray';
import { launchChromium } from '../lab/launchChromium';
import { readSvg } from '../plot/page';
import { openInteractive, seen, skip } from './interactivePage';

const one = (value: number) => ndarray([], [value]);

/** (w · x + b − y)², and a node beside that only another fetch needs. */
function squaredError() {
  const graph = new Graph();
  const [x, y] = [graph.placeholder('x', []), graph.placeholder('y', [])];
  const [w, b] = [graph.variable('w', one(2)), graph.variable('b', one(1))];
  const prediction = op.add(op.multiply(w, x), b);
  const difference = op.subtract(prediction, y);
  const loss = op.multiply(difference, difference);
  const doubled = graph.scope('doubled', () => op.scale(prediction, 2));
  return { graph, w, loss, doubled, gradients: gradientFlow(loss, [w, b]) };
}

const FEEDS = {
  'x is 3': { x: one(3), y: one(5) },
  'x is −2': { x: one(-2), y: one(5) },
};

const open3 = () => {
  const { loss, doubled, gradients } = squaredError();
  return graphStepper({ fetches: [loss, doubled], feeds: FEEDS, gradients });
};

const runsOf = ({ data }: { data: unknown }) => (data as GraphStepperData).runs;

test('every feed runs with every fetch; forward in the order of evaluation, then back from the loss', () => {
  const runs = runsOf(open3());
  assert.deepEqual(
    runs.map(({ feed, fetch }) => [feed, fetch]),
    [
      ['x is 3', 'multiply_1'],
      ['x is 3', 'doubled/scale'],
      ['x is −2', 'multiply_1'],
      ['x is −2', 'doubled/scale'],
    ],
  );
  assert.deepEqual(
    runs[0]!.steps.map(({ node, shows, sentence }) => [node, shows, sentence]),
    [
      ['x', 'value', 'x is fed: 3.'],
      ['y', 'value', 'y is fed: 5.'],
      ['w', 'value', 'w is kept by the session: 2.'],
      ['b', 'value', 'b is kept by the session: 1.'],
      ['multiply', 'value', 'multiply takes w (2) and x (3), and gives 6.'],
      ['add', 'value', 'add takes multiply (6) and b (1), and gives 7.'],
      ['subtract', 'value', 'subtract takes add (7) and y (5), and gives 2.'],
      ['multiply_1', 'value', 'multiply_1 takes subtract (2) and subtract (2), and gives 4.'],
      ['multiply_1', 'gradient', 'Backward. multiply_1 changes as fast as itself: its gradient is 1.'],
      [
        'subtract',
        'gradient',
        'Backward. From multiply_1 along 2 ways comes the gradient of subtract, added up: 4.',
      ],
      ['add', 'gradient', 'Backward. From subtract comes the gradient of add: 4.'],
      ['multiply', 'gradient', 'Backward. From add comes the gradient of multiply: 4.'],
      ['b', 'gradient', 'Backward. From add comes the gradient of b: 4.'],
      ['w', 'gradient', 'Backward. From multiply comes the gradient of w: 12.'],
    ],
  );
});

test('what a fetch does not need has neither a step nor a value, and only the loss has a way back', () => {
  const [ofLoss, ofDoubled] = runsOf(open3());
  const pale = (run: typeof ofLoss) => run!.drawing.nodes.filter(({ step }) => step < 0);
  assert.deepEqual(
    pale(ofDoubled).map(({ id, value, gradient }) => [id, value, gradient]),
    ['y', 'subtract', 'multiply_1'].map(name => [name, undefined, undefined]),
  );
  assert.deepEqual(
    pale(ofLoss).map(({ id }) => id),
    ['doubled/constant', 'doubled/scale'],
  );
  assert.deepEqual(ofDoubled!.steps.map(({ sentence }) => sentence).slice(-2), [
    'doubled/constant is always 2.',
    'doubled/scale takes add (7) and doubled/constant (2), and gives 14.',
  ]);
});

test('gradients that come from several nodes name them all; larger arrays go without their numbers', () => {
  const graph = new Graph();
  const w = graph.variable('w', ndarray([2], [1, -2]));
  const loss = op.sum(op.add(op.relu(w), op.multiply(w, w)));
  const [run] = runsOf(
    graphStepper({ fetches: [loss], feeds: { none: {} }, gradients: gradientFlow(loss, [w]) }),
  );
  const sentences = run!.steps.map(({ sentence }) => sentence);
  assert.ok(sentences.includes('add takes relu and multiply, and gives 2, 4.'));
  assert.equal(
    sentences.at(-1),
    'Backward. From multiply along 2 ways and relu comes the gradient of w, added up: 3, -4.',
  );
});

test("a session's own variables are used, and left as they are", () => {
  const { graph, w, loss } = squaredError();
  const session = new Session(graph);
  session.run(op.assign(w, graph.constant(10)));
  const [run] = runsOf(graphStepper({ fetches: [loss], feeds: FEEDS, session }));
  assert.equal(run!.steps.find(({ node }) => node === 'w')!.sentence, 'w is kept by the session: 10.');
  assert.equal(session.run(w).data[0], 10);
  assert.ok(run!.steps.every(({ shows }) => shows === 'value'));
});

test('the picture shows every box with its texts, and the description tells the values', () => {
  const { picture, alt, table } = open3();
  assert.equal(
    alt,
    'A graph of 10 nodes, fed “x is 3”. To fetch multiply_1, 8 of them are evaluated: x: 3; y: 5; w: 2; b: 1; ' +
      'multiply: 6; add: 7; subtract: 2; multiply_1: 4. Then the gradients are computed, from there back.',
  );
  const svg = readSvg(picture);
  assert.equal(svg.querySelector('title')?.textContent, alt);
  const texts = (node: string) =>
    [...svg.querySelectorAll(`[data-node="${node}"] text`)].map(text => text.textContent);
  assert.deepEqual(texts('w'), ['w', 'variable', '[]', 'value 2', 'gradient 12']);
  assert.deepEqual(texts('doubled/scale'), ['doubled/scale', 'scale', '[]']);
  assert.equal([...svg.querySelectorAll('.edge')].length, 9);
  assert.deepEqual(table!.rows[6], ['subtract', 'subtract', 'add, y', '[]', '2', '4']);
});

test('names with signs of their own stay names', () => {
  const graph = new Graph();
  const evil = defineOperation({ type: '<b>&"', shape: (_, x) => x, forward: x => x });
  const { picture } = graphStepper({ fetches: [evil(graph.variable('w', one(1)))], feeds: { none: {} } });
  const boxes = [...readSvg(picture).querySelectorAll('.node')];
  assert.equal(boxes[1]!.getAttribute('data-node'), '<b>&"');
});

for (const [change, message] of [
  [{ fetches: [] }, 'graphStepper: fetches must hold at least one node, got none'],
  [{ feeds: {} }, 'graphStepper: feeds must hold at least one, got none'],
  [{ feeds: { short: { x: one(1) } } }, "session: feeds must hold 'y', [], got 'x'"],
] as const) {
  test(`the graph stepper refuses: ${message}`, () => {
    const { loss } = squaredError();
    assert.throws(() => graphStepper({ fetches: [loss], feeds: FEEDS, ...change }), {
      name: 'RangeError',
      message,
    });
  });
}

const attributes = (elements: Locator, name: string) =>
  elements.evaluateAll((elements, name) => elements.map(element => element.getAttribute(name)), name);

/** The names of the boxes whose value, or gradient, can be seen. */
const visible = (page: Page, line: 'value' | 'gradient') =>
  attributes(page.locator('.node').filter({ has: page.locator(`.${line}:visible`) }), 'data-node');

suite('the graph stepper in a browser', { skip }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test('by mouse: values appear one by one, then gradients; back takes them away', async () => {
    const { page, assertQuiet } = await openInteractive(browser, open3());
    const press = (name: string) => page.getByRole('button', { name }).click();
    const sentence = page.locator('.sum');
    assert.deepEqual([await visible(page, 'value'), await visible(page, 'gradient')], [[], []]);
    assert.equal(
      await sentence.innerText(),
      'Nothing has been computed yet: this is the blueprint. To fetch multiply_1, 8 of 10 nodes are needed.',
    );
    for (let step = 0; step < 5; step++) await press('Step');
    assert.deepEqual(await visible(page, 'value'), ['x', 'y', 'w', 'b', 'multiply']);
    assert.equal(await sentence.innerText(), 'multiply takes w (2) and x (3), and gives 6.');
    assert.deepEqual(await attributes(page.locator('.edge.now'), 'data-from'), ['w', 'x']);
    await press('To the end');
    assert.equal((await visible(page, 'value')).length, 8);
    assert.deepEqual((await visible(page, 'gradient')).sort(), [
      'add',
      'b',
      'multiply',
      'multiply_1',
      'subtract',
      'w',
    ]);
    assert.equal(await sentence.innerText(), 'Backward. From multiply comes the gradient of w: 12.');
    assert.deepEqual(await attributes(page.locator('.edge.now'), 'data-to'), ['multiply']);
    await press('Step'); // leads nowhere
    await press('Back');
    assert.deepEqual(await visible(page, 'gradient').then(names => names.includes('w')), false);
    await press('Blueprint');
    assert.deepEqual(await visible(page, 'value'), []);
    await press('Back');
    assert.match(await seen(page, 'Step 0').innerText(), /^Step 0 of 14\.$/);
    assertQuiet();
    await page.close();
  });

  test('by keyboard: the buttons step, and what happens gets said', async () => {
    const { page } = await openInteractive(browser, open3());
    await page.getByRole('button', { name: 'Step' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const spoken = 'Step 2 of 14. y is fed: 5.';
    await page.locator('[aria-live]', { hasText: spoken }).waitFor({ state: 'attached' });
    await page.keyboard.press('Tab'); // Play
    await page.keyboard.press('Enter');
    await seen(page, 'Step 4 of 14.').waitFor();
    await page.getByRole('button', { name: 'Pause' }).press('Enter');
    await page.getByRole('button', { name: 'Play' }).waitFor();
    await page.close();
  });

  test('the same place of another feed, and another fetch with what it does not need made pale', async () => {
    const { page } = await openInteractive(browser, open3());
    await page.getByRole('button', { name: 'To the end' }).click();
    await page.getByLabel('Feed').selectOption('x is −2');
    const texts = page.locator('[data-node="w"] text');
    assert.deepEqual(await texts.allTextContents(), ['w', 'variable', '[]', 'value 2', 'gradient 32']);
    assert.equal(await page.locator('[data-node="multiply_1"] .value').textContent(), 'value 64');
    await page.getByLabel('Fetch').selectOption('doubled/scale');
    assert.equal(
      await page.locator('.sum').innerText(),
      'doubled/scale takes add (-3) and doubled/constant (2), and gives -6.',
    );
    assert.deepEqual(await attributes(page.locator('.unneeded'), 'data-node'), [
      'y',
      'subtract',
      'multiply_1',
    ]);
    assert.equal(await seen(page, 'Step 7 of').innerText(), 'Step 7 of 7.');
    await page.close();
  });

  test('a graph larger than its frame is scrolled to where the walk is', async () => {
    const graph = new Graph();
    let last: ReturnType<typeof op.relu> = op.relu(graph.variable('w', one(1)));
    for (let depth = 0; depth < 12; depth++) last = op.relu(last);
    const { page } = await openInteractive(browser, graphStepper({ fetches: [last], feeds: { none: {} } }));
    await page.getByRole('button', { name: 'To the end' }).click();
    const frame = (await page.locator('.drawing').boundingBox())!;
    const box = (await page.locator('.node.now').boundingBox())!;
    assert.ok(box.y >= frame.y && box.y + box.height <= frame.y + frame.height + 1);
    await page.close();
  });
});
