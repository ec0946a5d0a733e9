import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { predict } from '../../lib/model/predict';
import { referenceNet } from '../../lib/model/referenceNet';
import { score } from '../../lib/model/score';
import { ready, tf } from '../../lib/tensorflow/tf';
import { makeDigits } from '../data/makeDigits';

before(ready);

/** A network whose logits are a constant row plus, for class 0, `gain` times the first pixel. */
function fixedNet(bias: number[], gain = 0) {
  const kernel = tf.tidy(() =>
    tf.tensor2d([
      [gain, ...new Array<number>(bias.length - 1).fill(0)],
      ...new Array(3).fill(bias.map(() => 0)),
    ]),
  );
  const model = tf.sequential({
    layers: [tf.layers.flatten({ inputShape: [2, 2, 1] }), tf.layers.dense({ units: bias.length })],
  });
  model.setWeights([kernel, tf.tensor1d(bias)]);
  return model;
}

const small = (count: number, classes: number) => makeDigits(count, { height: 2, width: 2, classes });

test('logits 0 and ln 3 give probabilities a quarter and three quarters', async () => {
  const { classes, probabilities } = await predict(fixedNet([0, Math.log(3)]), small(2, 2));
  assert.deepEqual([...classes], [1, 1]);
  for (const [index, value] of probabilities.entries())
    assert.ok(Math.abs(value - [0.25, 0.75][index % 2]!) < 1e-6);
});

test('logits of ±1000 give 0 and 1, and logarithms that stay finite', async () => {
  const answers = await predict(fixedNet([1000, -1000]), small(1, 2));
  assert.deepEqual([...answers.probabilities], [1, 0]);
  assert.deepEqual([...answers.logProbabilities].map(Math.abs), [0, 2000]);
});

test('pixels reach the network divided by 255, in the order of the digits, over several batches', async () => {
  const digits = small(1201, 2);
  const { classes, probabilities } = await predict(fixedNet([0, 0.5], 1), digits);
  for (let row = 0; row < digits.count; row++) {
    const margin = digits.images[4 * row]! / 255 - 0.5;
    assert.equal(classes[row], margin > 0 ? 0 : 1);
    assert.ok(Math.abs(probabilities[2 * row]! - 1 / (1 + Math.exp(-margin))) < 1e-6);
  }
});

test('no tensor is left behind', async () => {
  const model = referenceNet({ seed: 1 });
  const { numTensors } = tf.memory();
  await predict(model, makeDigits(7));
  assert.equal(tf.memory().numTensors, numTensors);
});

test('an aborted signal stops it', async () => {
  const reason = new Error('enough');
  await assert.rejects(
    predict(referenceNet({ seed: 1 }), makeDigits(1), { signal: AbortSignal.abort(reason) }),
    reason,
  );
});

test('a network and digits that do not go together are refused with both shapes', async () => {
  const refused = (
    model: Parameters<typeof predict>[0],
    digits: Parameters<typeof predict>[1],
    message: string,
  ) => assert.rejects(predict(model, digits), new RangeError(message));
  const softmax = tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [28, 28, 1] }),
      tf.layers.dense({ units: 10, activation: 'softmax' }),
    ],
  });
  const reference = referenceNet({ seed: 1 });
  const narrow = makeDigits(1, { width: 14 });
  await refused(
    reference,
    narrow,
    "predict: digits must be [28, 28, 1] as the model's input, got [28, 14, 1]",
  );
  const three = makeDigits(1, { classes: 3 });
  await refused(reference, three, 'predict: model must end in [3] logits, one per class, got [10]');
  await refused(
    softmax,
    makeDigits(1),
    'predict: model must end in logits, got softmax; leave out the last activation',
  );
  await refused(reference, makeDigits(0), 'predict: digits must not be empty, got 0');
});

test('the score of two answers, one right with ¼, one wrong with ¾ against it, worked by hand', () => {
  const answers = {
    classes: Uint8Array.of(0, 0),
    logProbabilities: Float32Array.from([0.25, 0.75, 0.75, 0.25].map(Math.log)),
  };
  const { loss, accuracy, correct } = score(answers, { labels: Uint8Array.of(0, 1), classes: 2, count: 2 });
  assert.deepEqual([accuracy, correct], [0.5, 1]);
  assert.ok(Math.abs(loss - Math.log(4)) < 1e-6);
});
