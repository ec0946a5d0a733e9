import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { digitNet } from '../../lib/model/digitNet';
import { summary } from '../../lib/model/summary';
import { ready, tf } from '../../lib/tensorflow/tf';

before(ready);

test('the summary of digitNet says shapes, parameters and receptive fields, worked by hand', () => {
  assert.deepEqual(summary(digitNet({ seed: 1 })).split('\n'), [
    'layer                 output shape  parameters  sees',
    '────────────────────  ────────────  ──────────  ───────',
    'conv1 (Conv2D)        28 × 28 × 16         416  5 × 5',
    'pool1 (MaxPooling2D)  14 × 14 × 16           0  6 × 6',
    'conv2 (Conv2D)        14 × 14 × 32       4 640  10 × 10',
    'pool2 (MaxPooling2D)  7 × 7 × 32             0  12 × 12',
    'flatten (Flatten)     1568                   0  12 × 12',
    'dense (Dense)         128              200 832  all',
    'logits (Dense)        10                 1 290  all',
    '────────────────────  ────────────  ──────────  ───────',
    '207 178 parameters',
  ]);
});

test('strides and dilations widen the view, and what is not trained is counted apart', () => {
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [20, 30, 1], filters: 2, kernelSize: [3, 1], strides: 2, name: 'a' }),
      tf.layers.batchNormalization({ name: 'b' }),
      tf.layers.conv2d({ filters: 1, kernelSize: 3, dilationRate: 2, name: 'c' }),
      tf.layers.globalAveragePooling2d({ name: 'd' } as never),
      tf.layers.dropout({ rate: 0.5, name: 'e' }),
    ],
  });
  assert.deepEqual(
    summary(model)
      .split('\n')
      .map(line => line.replace(/ {2,}/g, '  ')),
    [
      'layer  output shape  parameters  sees',
      '──────────────────────────  ────────────  ──────────  ──────',
      'a (Conv2D)  9 × 15 × 2  8  3 × 1', // (20 − 3) / 2 + 1 rows; 3 weights and a bias, twice
      'b (BatchNormalization)  9 × 15 × 2  8  3 × 1',
      'c (Conv2D)  5 × 11 × 1  19  11 × 9', // reach 5, four steps of 2 pixels more
      'd (GlobalAveragePooling2D)  1  0  all',
      'e (Dropout)  1  0  all',
      '──────────────────────────  ────────────  ──────────  ──────',
      '35 parameters (4 of them not trained)',
    ],
  );
});
