import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { gradientNorms } from '../../lib/evaluate/gradientNorms';
import { digitNet } from '../../lib/model/digitNet';
import { originNet } from '../../lib/model/originNet';
import { predict } from '../../lib/model/predict';
import { score } from '../../lib/model/score';
import { ready, tf } from '../../lib/tensorflow/tf';
import { makeDigits } from '../data/makeDigits';
import { assertClose } from '../layers/assertions';
import { linearNet, mapsNet } from './chains';

before(ready);

test('by hand: one image of one white pixel, two classes, nothing learned yet', async () => {
  const white = { ...makeDigits(1, { height: 1, width: 1, classes: 2 }), images: Uint8Array.of(255) };
  const model = linearNet([[0, 0]], [0, 0], [1, 1]);
  // p − y is (−½, ½); so are the slopes of the kernel (times the pixel, 1) and of the bias. Four squares of ¼.
  const [norm, ...others] = await gradientNorms(model, white);
  assert.equal(others.length, 0);
  assert.equal(norm!.layer, 'logits');
  assertClose([norm!.norm], [1], 1e-6);
});

test('they are the slopes that nudging every weight of a layer finds', async () => {
  const digits = makeDigits(3, { height: 6, width: 5, classes: 3 });
  const model = mapsNet(tf.layers.flatten());
  const lossNow = async () => score(await predict(model, digits), digits).loss;
  const [maps, logits] = await gradientNorms(model, digits);
  assert.deepEqual([maps!.layer, logits!.layer], ['maps', 'logits']);
  for (const { layer, norm } of [maps!, logits!]) {
    const values = model
      .getLayer(layer)
      .getWeights()
      .map(weight => weight.dataSync().slice());
    const put = () =>
      model.getLayer(layer).setWeights(
        model
          .getLayer(layer)
          .getWeights()
          .map((weight, i) => tf.tensor(values[i]!.slice(), weight.shape)),
      );
    let squares = 0;
    for (const array of values) {
      for (let i = 0; i < array.length; i++) {
        const kept = array[i]!;
        const at = async (value: number) => {
          array[i] = value;
          put();
          return lossNow();
        };
        squares += (((await at(kept + 0.01)) - (await at(kept - 0.01))) / 0.02) ** 2;
        array[i] = kept;
      }
    }
    put();
    assertClose([Math.sqrt(squares) / norm], [1], 1e-2); // float32 losses
  }
});

test('layers without weights are passed over, and a sigmoid behind the logits weakens all slopes', async () => {
  const digits = makeDigits(8);
  const healthy = await gradientNorms(originNet({ seed: 1, faults: [] }), digits);
  const squeezed = await gradientNorms(originNet({ seed: 1, faults: ['sigmoidLogits'] }), digits);
  assert.deepEqual(
    healthy.map(({ layer }) => layer),
    ['conv1', 'conv2', 'dense', 'logits'],
  );
  for (const [i, { norm }] of squeezed.entries()) assert.ok(norm < healthy[i]!.norm / 3);
});

test('the weights stay as they are, and no tensor is left behind', async () => {
  const model = digitNet({ seed: 1 });
  const weights = () => model.getWeights().map(weight => [...weight.dataSync()]);
  const [before, { numTensors }] = [weights(), tf.memory()];
  await gradientNorms(model, makeDigits(2));
  assert.deepEqual(weights(), before);
  assert.equal(tf.memory().numTensors, numTensors);
});

test('digits without labels, or of another size, are refused', async () => {
  const model = digitNet({ seed: 1 });
  await assert.rejects(
    gradientNorms(model, { ...makeDigits(2), labels: new Uint8Array(0) }),
    new RangeError('gradientNorms: digits must have 2 labels, got 0'),
  );
  await assert.rejects(
    gradientNorms(model, makeDigits(2, { height: 6, width: 5 })),
    new RangeError("gradientNorms: digits must be [28, 28, 1] as the model's input, got [6, 5, 1]"),
  );
});
