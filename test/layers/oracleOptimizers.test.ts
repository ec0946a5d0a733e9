import { test } from 'node:test';
import { adam } from '../../lib/layers/adam';
import { momentum } from '../../lib/layers/momentum';
import { sgd } from '../../lib/layers/sgd';
import { ndarray } from '../../lib/types/ndarray';
import { mapped, randomArray } from './arrays';
import { assertAgrees, skip, tensorflow } from './nativeTensorflow';

for (const [name, own, theirs] of [
  ['sgd', sgd(0.05), () => tensorflow().train.sgd(0.05)],
  ['momentum', momentum(0.05, 0.8), () => tensorflow().train.momentum(0.05, 0.8)],
  ['adam', adam({ learningRate: 0.05 }), () => tensorflow().train.adam(0.05)],
] as const) {
  test(`${name} walks the way of TensorFlow.js’s for 50 steps down a valley`, { skip }, () => {
    const tf = tensorflow();
    const weight = randomArray([6], 1);
    const steepness = mapped(randomArray([6], 2), Math.exp);
    const variable = tf.variable(tf.tensor1d(Float32Array.from(weight.data)));
    const optimizer = theirs();
    for (let step = 0; step < 50; step++) {
      // The valley Σ steepness · w², whose gradient is 2 · steepness · w.
      own.update(
        [weight],
        [
          ndarray(
            [6],
            weight.data.map((w, index) => 2 * steepness.data[index]! * w),
          ),
        ],
      );
      optimizer.minimize(() => variable.square().mul(Array.from(steepness.data)).sum());
    }
    // float32 rounding adds up over the steps.
    assertAgrees(weight, ndarray([6], variable.dataSync()), 1e-4);
    optimizer.dispose();
    variable.dispose();
  });
}
