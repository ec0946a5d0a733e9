import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { evaluate } from '../../lib/evaluate/evaluate';
import { referenceNet } from '../../lib/model/referenceNet';
import { imageTensor, labelTensor } from '../../lib/tensorflow/digitTensors';
import { ready, tf } from '../../lib/tensorflow/tf';
import { makeDigits } from '../data/makeDigits';

before(ready);

test("loss and accuracy are those of TensorFlow's own operations, and the confusion adds up", async () => {
  const model = referenceNet({ seed: 1 });
  const digits = makeDigits(620);
  const { loss, accuracy, correct, count, confusion, classes, probabilities } = await evaluate(model, digits);
  const [expectedLoss, expectedCorrect] = tf.tidy(() => {
    const logits = model.predict(imageTensor(digits)) as import('@tensorflow/tfjs').Tensor2D;
    const labels = labelTensor(digits);
    const right = tf.sum(tf.equal(tf.argMax(logits, 1), tf.argMax(labels, 1)));
    return [tf.losses.softmaxCrossEntropy(labels, logits).dataSync()[0]!, right.dataSync()[0]!] as const;
  });
  assert.ok(Math.abs(loss - expectedLoss) < 1e-5, `${loss} against ${expectedLoss}`);
  assert.deepEqual([correct, count, accuracy], [expectedCorrect, 620, expectedCorrect / 620]);
  assert.equal(
    confusion.reduce((sum, row, label) => sum + row[label]!, 0),
    correct,
  );
  assert.deepEqual(
    confusion.map(row => row.reduce((sum, cell) => sum + cell, 0)),
    new Array(10).fill(62),
  );
  assert.deepEqual([classes.length, probabilities.length], [620, 6200]);
});

test('digits without labels are refused', async () => {
  const digits = { ...makeDigits(2), labels: new Uint8Array(0) };
  const message = 'evaluate: digits must have 2 labels, got 0';
  await assert.rejects(evaluate(referenceNet({ seed: 1 }), digits), new RangeError(message));
});
