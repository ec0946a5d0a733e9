import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { selectDigits } from '../../lib/data/selectDigits';
import { evaluate } from '../../lib/evaluate/evaluate';
import { originNet } from '../../lib/model/originNet';
import { ready, tf } from '../../lib/tensorflow/tf';
import { fit } from '../../lib/train/fit';
import { followProgram, type ProgramReading } from '../../lib/train/followProgram';
import { originProgram, type ProgramRun } from '../../lib/train/originProgram';
import { halves, makeDigits } from '../data/makeDigits';
import { linearNet } from '../evaluate/chains';
import { assertClose } from '../layers/assertions';

before(ready);

const digits = halves(24);
/** Two classes of images are easy: ten logits, linear in the pixels, all 0 at first. */
const untrained = (): tf.LayersModel =>
  linearNet(
    Array.from({ length: 784 }, () => new Array(10).fill(0)),
    new Array(10).fill(0),
    [28, 28],
  );
const step = (from: number, to: number): ProgramRun => ({ fetch: 'step', from, to });
const ask = (from: number, to: number): ProgramRun => ({ fetch: 'accuracy', from, to });
const rows = (from: number, to: number) =>
  selectDigits(
    digits,
    Array.from({ length: to - from }, (_, i) => from + i),
  );

test('a step moves the weights, and its numbers are from before it; asking leaves them alone', async () => {
  const model = untrained();
  const readings = await followProgram(model, digits, [ask(0, 8), step(0, 8), ask(0, 8), ask(0, 8)]);
  const [before, stepped, after, again] = readings as [
    ProgramReading,
    ...ProgramReading[],
  ] as ProgramReading[];
  assertClose([before!.loss, stepped!.loss], [Math.log(10), Math.log(10)], 1e-6);
  assert.equal(before!.accuracy, 0.5); // all scores are equal, and the first class wins
  assert.ok(after!.loss < before!.loss - 0.01);
  assert.deepEqual(again, after);
  assert.deepEqual([after!.fetch, after!.from, after!.to], ['accuracy', 0, 8]);
});

test('it trains as fit does, and measures as evaluate does', async () => {
  const [followed, fitted] = [untrained(), untrained()];
  const { training } = originProgram({
    ...{ count: 24, heldOutFrom: 16, batchSize: 16, steps: 3, faults: ['asksAfterLearning'] },
  });
  const readings = await followProgram(followed, digits, training, { learningRate: 0.001 });
  await fit(fitted, rows(0, 16), { epochs: 3, batchSize: 16, learningRate: 0.001, seed: 1 });
  const weights = (model: tf.LayersModel) => [...model.getWeights()[0]!.dataSync()];
  assertClose(weights(followed), weights(fitted), 1e-6); // one batch an epoch: shuffled, it is the same one
  const { loss, accuracy } = await evaluate(followed, rows(0, 16));
  assertClose([readings.at(-1)!.loss, readings.at(-1)!.accuracy], [loss, accuracy], 1e-6);
});

test('many digits are asked through a Session, and from the newest weights', async () => {
  const many = halves(1000);
  const model = untrained();
  const readings = await followProgram(model, many, [ask(0, 10), step(0, 10), ask(0, 10), ask(990, 1000)]);
  assertClose([readings[0]!.loss], [Math.log(10)], 1e-6);
  assert.ok(readings[2]!.loss < readings[0]!.loss - 0.01);
  assertClose([readings[3]!.loss], [readings[2]!.loss], 1e-6); // the same two pictures again
});

test('no rows give 0 / 0, and a step on none moves nothing', async () => {
  const model = untrained();
  const readings = await followProgram(model, digits, [step(0, 8), step(24, 24), ask(24, 24), ask(0, 8)]);
  for (const nothing of readings.slice(1, 3)) {
    assert.ok(Number.isNaN(nothing.loss) && Number.isNaN(nothing.accuracy));
  }
  const once = untrained();
  const [, asked] = await followProgram(once, digits, [step(0, 8), ask(0, 8)]);
  assert.equal(readings[3]!.loss, asked!.loss);
});

test('with the faults of the test loop, what was held out is learned', async () => {
  const learnsFromTest = originProgram({
    ...{ count: 24, heldOutFrom: 16, batchSize: 4, faults: ['learnsFromTest'] },
  });
  const honest = originProgram({ count: 24, heldOutFrom: 16, batchSize: 4, faults: [] });
  const [learning, asking] = [untrained(), untrained()];
  await followProgram(learning, digits, learnsFromTest.test);
  await followProgram(asking, digits, honest.test);
  const moved = (model: tf.LayersModel) =>
    model
      .getWeights()[0]!
      .dataSync()
      .some(weight => weight !== 0);
  assert.deepEqual([moved(learning), moved(asking)], [true, false]);
});

test('onRun hears every run, may look at the model, and is waited for; a signal stops between two runs', async () => {
  const model = untrained();
  const controller = new AbortController();
  const heard: number[] = [];
  const readings = await followProgram(model, digits, [step(0, 8), step(8, 16), step(16, 24)], {
    signal: controller.signal,
    onRun: async ({ from }, updateModel) => {
      await new Promise(resolve => setTimeout(resolve, 5));
      updateModel();
      heard.push(
        model
          .getWeights()[0]!
          .dataSync()
          .filter(weight => weight !== 0).length,
      );
      if (from === 8) controller.abort();
    },
  });
  assert.equal(readings.length, 2);
  assert.ok(heard.length === 2 && heard.every(moved => moved > 0));
});

test('no tensor is left behind', async () => {
  const model = originNet({ seed: 1, faults: [] });
  const { numTensors } = tf.memory();
  await followProgram(model, makeDigits(6), [step(0, 4), ask(0, 4), ask(6, 6)]);
  assert.equal(tf.memory().numTensors, numTensors);
});

test('rows that are not there and digits that do not fit are refused before anything is trained', async () => {
  const model = untrained();
  const refuse = (run: ProgramRun, message: string) =>
    assert.rejects(
      followProgram(model, digits, [step(0, 8), run]),
      new RangeError(`followProgram: ${message}`),
    );
  await refuse(step(25, 25), 'runs[1].from must be an integer in [0, 24], got 25');
  await refuse(ask(20, 25), 'runs[1].to must be an integer in [20, 24], got 25');
  await refuse(ask(8, 4), 'runs[1].to must be an integer in [8, 24], got 4');
  assert.ok(
    model
      .getWeights()[0]!
      .dataSync()
      .every(weight => weight === 0),
  );
  await assert.rejects(
    followProgram(model, makeDigits(4, { height: 6, width: 5 }), []),
    new RangeError("followProgram: digits must be [28, 28, 1] as the model's input, got [6, 5, 1]"),
  );
});
