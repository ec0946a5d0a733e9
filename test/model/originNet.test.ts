import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type OriginFault, originFaults, originNet } from '../../lib/model/originNet';
import { predict } from '../../lib/model/predict';
import { referenceNet } from '../../lib/model/referenceNet';
import { imageTensor } from '../../lib/tensorflow/digitTensors';
import { ready, type tf } from '../../lib/tensorflow/tf';
import { fit } from '../../lib/train/fit';
import { halves, makeDigits } from '../data/makeDigits';

before(ready);

const weights = (model: tf.LayersModel): Float32Array[] =>
  model.getWeights().map(weight => weight.dataSync<'float32'>());
const only = (...faults: OriginFault[]): tf.LayersModel => originNet({ seed: 1, faults });
const activation = (model: tf.LayersModel, layer: string): unknown =>
  model.getLayer(layer).getConfig().activation;

test('without faults it is the reference network, number for number', async () => {
  const digits = makeDigits(5);
  assert.deepEqual(weights(only()), weights(referenceNet({ seed: 1 })));
  assert.deepEqual(await predict(only(), digits), await predict(referenceNet({ seed: 1 }), digits));
});

test('by default it has every fault', () => {
  const model = originNet({ seed: 1 });
  assert.equal(model.countParams(), 820922);
  assert.deepEqual([activation(model, 'dense'), activation(model, 'logits')], ['sigmoid', 'sigmoid']);
  assert.equal(model.getLayer('pixels').getConfig().scale, 255);
  assert.deepEqual(weights(model), weights(only('sameSpread')));
  assert.deepEqual([...originFaults].sort(), [
    'deafSwitch',
    'rawPixels',
    'sameSpread',
    'sigmoidDense',
    'sigmoidLogits',
  ]);
});

test('useSigmoid leaves the sigmoids out, and does nothing while the switch is deaf', () => {
  const activations = (faults: OriginFault[], useSigmoid?: boolean) => {
    const model = originNet({ seed: 1, faults, ...(useSigmoid === undefined ? {} : { useSigmoid }) });
    return ['dense', 'logits'].map(layer => activation(model, layer));
  };
  const sigmoids: OriginFault[] = ['sigmoidDense', 'sigmoidLogits'];
  assert.deepEqual(activations(sigmoids), ['sigmoid', 'sigmoid']);
  assert.deepEqual(activations(sigmoids, true), ['sigmoid', 'sigmoid']);
  assert.deepEqual(activations(sigmoids, false), ['relu', 'linear']);
  assert.deepEqual(activations([...sigmoids, 'deafSwitch'], false), ['sigmoid', 'sigmoid']);
  assert.deepEqual(activations([], true), ['relu', 'linear']);
});

test('each fault changes what it names and nothing else', () => {
  const names = (model: tf.LayersModel) =>
    ['conv1', 'conv2', 'dense', 'logits'].map(layer => activation(model, layer));
  assert.deepEqual(names(only('sigmoidLogits')), ['relu', 'relu', 'relu', 'sigmoid']);
  assert.deepEqual(names(only('sigmoidDense')), ['relu', 'relu', 'sigmoid', 'linear']);
  assert.deepEqual(names(only('sameSpread')), names(only()));
  assert.deepEqual(names(only('rawPixels')), names(only()));
  for (const fault of ['sigmoidLogits', 'sigmoidDense', 'rawPixels'] as const)
    assert.deepEqual(weights(only(fault)), weights(only()));
});

test('with the same spread everywhere, weights have 0.05, cut off at two standard deviations, and biases are 0.05', () => {
  const values = weights(only('sameSpread'));
  for (const [index, layer] of values.entries()) {
    if (index % 2 === 1) {
      assert.ok(layer.every(bias => bias === Math.fround(0.05)));
      continue;
    }
    assert.ok(layer.every(weight => Math.abs(weight) <= 0.1 + 1e-6));
    const spread = Math.sqrt(layer.reduce((sum, weight) => sum + weight ** 2, 0) / layer.length);
    // 0.8796 of the spread is left after the cut; the smallest layer has 400 weights, the sampling error is 3.5 %.
    assert.ok(Math.abs(spread / (0.8796 * 0.05) - 1) < 0.12, `array ${index}: ${spread}`);
  }
});

test('raw pixels make every score 255 times as large, as biases are 0 and the network has no curve but ReLU', () => {
  const image = imageTensor(makeDigits(1));
  const [raw, healthy] = [only('rawPixels'), only()].map(model =>
    (model.apply(image) as tf.Tensor).dataSync(),
  );
  for (const [index, score] of raw!.entries())
    assert.ok(Math.abs(score / (255 * healthy![index]!) - 1) < 1e-4, `${score}, ${healthy![index]}`);
});

test('a sigmoid before the softmax keeps probabilities under e / (e + 9) and the loss over 1.461', async () => {
  const digits = halves(32);
  const model = only('sigmoidLogits');
  const { epochs } = await fit(model, digits, { epochs: 10, batchSize: 8, seed: 1 });
  const { probabilities, classes } = await predict(model, digits);
  assert.deepEqual(classes, digits.labels);
  const best = Math.E / (Math.E + 9);
  assert.ok(Math.max(...probabilities) <= best + 1e-6 && Math.max(...probabilities) > 0.2);
  const { loss } = epochs.at(-1)!;
  assert.ok(loss > -Math.log(best) - 1e-6 && loss < 1.6, `${loss}`);
});

test('a seed or a fault that is none is refused', () => {
  assert.throws(
    () => originNet({ seed: -1 }),
    new RangeError('originNet: seed must be an integer ≥ 0, got -1'),
  );
  assert.throws(
    () => only('sigmoid' as OriginFault),
    new RangeError(
      'originNet: faults must be among sigmoidLogits, sigmoidDense, sameSpread, rawPixels, deafSwitch, got sigmoid',
    ),
  );
});
