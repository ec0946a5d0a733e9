import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { selectDigits } from '../../lib/data/selectDigits';
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

test('no tensor is left behind, of few digits or many', async () => {
  const model = fixedNet([0, 1]);
  for (const count of [7, 1001]) {
    const { numTensors } = tf.memory();
    await predict(model, small(count, 2));
    assert.equal(tf.memory().numTensors, numTensors);
  }
});

/** Batch normalisation that has seen nothing, dropout that must not act, and every kind of weight. */
const mixedNet = () =>
  tf.sequential({
    layers: [
      tf.layers.conv2d({
        ...{ inputShape: [8, 8, 1], kernelSize: 3, filters: 4, activation: 'relu' },
        kernelInitializer: tf.initializers.heNormal({ seed: 1 }),
      }),
      tf.layers.batchNormalization(),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dropout({ rate: 0.5 }),
      tf.layers.dense({ units: 10, kernelInitializer: tf.initializers.glorotUniform({ seed: 2 }) }),
    ],
  });

test('many digits, asked in the session, get the answers that few get, asked operation by operation', async () => {
  const digits = makeDigits(1300, { height: 8, width: 8 });
  const model = mixedNet();
  const all = await predict(model, digits);
  for (const start of [0, 650]) {
    const few = await predict(
      model,
      selectDigits(
        digits,
        Array.from({ length: 650 }, (_, row) => start + row),
      ),
    );
    const many = all.logProbabilities.subarray(10 * start, 10 * (start + 650));
    const apart = few.logProbabilities.map((value, at) => Math.abs(value - many[at]!));
    assert.ok(Math.max(...apart) < 1e-5, `${Math.max(...apart)}`);
    const other = few.classes.filter((value, at) => value !== all.classes[start + at]).length;
    assert.equal(other, 0);
  }
});

test('many digits are answered with the weights of the moment', async () => {
  const model = fixedNet([0, 1]);
  const digits = small(1000, 2);
  assert.ok((await predict(model, digits)).classes.every(label => label === 1));
  const [kernel] = model.getWeights();
  model.setWeights([kernel!, tf.tensor1d([1, 0])]);
  assert.ok((await predict(model, digits)).classes.every(label => label === 0));
});

/** A layer that reads its numbers in JavaScript, which no recording can. */
class Peeking extends tf.layers.Layer {
  static className = 'Peeking';
  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const [input] = [inputs].flat() as [tf.Tensor];
    return input.mul(1 + 0 * input.dataSync()[0]!);
  }
}

test('many digits are answered also by a model that cannot be recorded', async () => {
  const model = fixedNet([0, 0.5], 1);
  const peeking = tf.sequential({ layers: [new Peeking({ inputShape: [2, 2, 1] }), ...model.layers] });
  const digits = small(1000, 2);
  assert.deepEqual((await predict(peeking, digits)).classes, (await predict(model, digits)).classes);
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
