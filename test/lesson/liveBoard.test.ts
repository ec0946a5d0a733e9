import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { liveBoard } from '../../lib/lesson/liveBoard';
import { epochNote, stepNote } from '../../lib/lesson/trainingNotes';
import { fakeKernel } from '../plot/fakeKernel';
import { readSvg } from '../plot/page';

const PLOTLY = 'application/vnd.plotly.v1+json';
const squares = { title: 'Squares', xTitle: 'side', series: [{ name: 'area', yTitle: 'area (cm²)' }] };
const stepEvent = {
  epoch: 2,
  step: 120,
  steps: 469,
  learningRate: 0.001,
  loss: 0.21432,
  accuracy: 0.9297,
  imagesPerSecond: 3412.4,
  secondsLeft: 71.6,
};
const epochEvent = {
  epoch: 2,
  loss: 0.16,
  learningRate: 0.001,
  validationLoss: 0.0591,
  validationAccuracy: 0.981,
  seconds: 16,
  imagesPerSecond: 3412,
};
const svgOf = (bundle: { data: Readonly<Record<string, unknown>> }) => String(bundle.data['image/svg+xml']);

test('a frame comes at most every 200 ms, also from a loop that never pauses', () => {
  const { displays } = fakeKernel();
  let time = 0;
  const board = liveBoard({ ...squares, now: () => time });
  for (time = 0; time < 1000; time += 10) board.add('area', time, time * time);
  assert.equal(displays.length, 5);
  assert.deepEqual(
    displays.map(({ update }) => update),
    [false, true, true, true, true],
  );
  assert.equal(new Set(displays.map(({ displayId }) => displayId)).size, 1);
  board.end(); // clears the timer of a later frame
});

test('what came after the last frame is shown a moment later, with nothing more coming', async () => {
  const { displays } = fakeKernel();
  const board = liveBoard({ ...squares, now: () => 0 });
  board.add('area', 1, 1);
  board.add('area', 2, 4.25);
  assert.equal(displays.length, 1);
  while (displays.length < 2) await delay(20);
  assert.match(svgOf(displays[1]!.bundle), /area 4\.25/);
});

test('it ends as an interactive figure with its static twin, in the same output', () => {
  const { displays } = fakeKernel();
  const board = liveBoard({ ...squares, now: () => 0 });
  board.add('area', 1, 1);
  board.add('area', 2, 4);
  board.note('two squares');
  board.end();
  const [frame, last, table, ...more] = displays;
  assert.equal(more.length, 0);
  assert.equal(last!.displayId, frame!.displayId);
  assert.equal(last!.update, true);
  const plot = last!.bundle.data[PLOTLY] as { data: { x: number[]; y: number[] }[] };
  assert.deepEqual(
    [plot.data[0]?.x, plot.data[0]?.y],
    [
      [1, 2],
      [1, 4],
    ],
  );
  const alt = 'Line charts by side. Squares: two squares. area: 1 to 4.';
  assert.equal(last!.bundle.data['text/plain'], alt);
  assert.equal(readSvg(svgOf(last!.bundle)).querySelector('title')?.textContent, alt);
  assert.match(String(table!.bundle.data['text/html']), /<td>area<\/td><td>2<\/td><td>1<\/td><td>4<\/td>/);
});

test('no frame follows the end', async () => {
  const { displays } = fakeKernel();
  const board = liveBoard({ ...squares, now: () => 0 });
  board.add('area', 1, 1);
  board.add('area', 2, 4); // sets a timer for a later frame
  board.end();
  const shown = displays.length;
  await delay(300);
  assert.equal(displays.length, shown);
});

test('a board that never got a point is shown empty', () => {
  const { displays } = fakeKernel();
  liveBoard(squares).end();
  assert.deepEqual(
    displays.map(({ update }) => update),
    [false, false],
  );
  readSvg(svgOf(displays[0]!.bundle));
});

test("fit's events fill the board: losses and accuracies over the steps of the whole training", () => {
  const { displays } = fakeKernel();
  const { step, epoch, end } = liveBoard({ title: 'Training', now: () => 0 });
  step(stepEvent);
  epoch(epochEvent);
  epoch({ epoch: 3, loss: 0.1, learningRate: 0.001, seconds: 16, imagesPerSecond: 3412 });
  end();
  const { data, layout } = displays.at(-2)!.bundle.data[PLOTLY] as {
    data: { name: string; x: number[]; y: number[]; yaxis: string }[];
    layout: Record<string, { title?: { text: string } }>;
  };
  assert.deepEqual(
    data.map(({ name, x, y, yaxis }) => [name, x, y, layout[`yaxis${yaxis.slice(1)}`]?.title?.text]),
    [
      ['training loss', [589], [0.2143], 'loss (nats)'],
      ['held-out loss', [589], [0.0591], 'loss (nats)'],
      ['training accuracy', [589], [92.97], 'accuracy (%)'],
      ['held-out accuracy', [589], [98.1], 'accuracy (%)'],
    ],
  );
});

test('the line of numbers tells where the training stands', () => {
  assert.equal(
    stepNote(stepEvent),
    'epoch 2 · step 120 of 469 · loss 0.2143 · accuracy 92.97 % · 3\u202f412 images/s · 1 min 12 s left',
  );
  assert.equal(
    epochNote(epochEvent),
    'after epoch 2 · loss 0.16 · held-out loss 0.0591 · held-out accuracy 98.1 % · 3\u202f412 images/s · 16 s',
  );
  const bare = { epoch: 1, loss: 0.5, learningRate: 0.001, seconds: 59.6, imagesPerSecond: 10 };
  assert.equal(epochNote(bare), 'after epoch 1 · loss 0.5 · 10 images/s · 1 min 0 s');
});

test('a series that the board does not have is refused', () => {
  assert.throws(() => liveBoard(squares).add('volume', 1, 1), {
    name: 'RangeError',
    message: 'liveBoard: series must be one of area, got volume',
  });
});

test('outside a notebook it prints its description at the end', () => {
  const printed: string[] = [];
  const board = liveBoard({ ...squares, write: text => printed.push(text) });
  board.add('area', 1, 1);
  board.add('area', 3, 9);
  board.end();
  assert.deepEqual(printed, ['Line charts by side. Squares. area: 1 to 9.\n']);
});
