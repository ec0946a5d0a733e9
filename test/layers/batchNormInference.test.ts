import { test } from 'node:test';
import {
  type BatchNormState,
  batchNormInference,
  batchNormInferenceGradient,
} from '../../lib/layers/batchNormInference';
import { movingAverage } from '../../lib/layers/movingAverage';
import { ndarray } from '../../lib/types/ndarray';
import { law, seed } from './arbitraries';
import { combined, mapped, randomArray, rowsOf } from './arrays';
import { assertClose, assertLayerGradient, assertRefuses, assertSame } from './assertions';

const state: BatchNormState = {
  gamma: ndarray([2], [6, 1]),
  beta: ndarray([2], [10, 0]),
  mean: ndarray([2], [2, 0]),
  variance: ndarray([2], [4, 11]),
};

test('fixed statistics, scale and offset, each channel on its own', () => {
  const inputs = ndarray([2, 2], [5, 8, -1, -4]);
  assertSame(batchNormInference(inputs, state, 5), [2, 2], [16, 2, 4, -1]);
});

test('epsilon is 0.001 when left out', () => {
  const plain = { gamma: [1], beta: [0], mean: [0], variance: [0.008] };
  const [gamma, beta, mean, variance] = Object.values(plain).map(value => ndarray([1], value));
  const unit = { gamma, beta, mean, variance } as BatchNormState;
  assertClose(batchNormInference(ndarray([1, 1], [3]), unit).data, [3 / Math.sqrt(0.009)]);
});

test('±1000 are no special case, no example gives no example', () => {
  assertSame(batchNormInference(ndarray([1, 2], [1000, -1000]), state, 5), [1, 2], [2006, -250]);
  assertSame(batchNormInference(ndarray([0, 2]), state), [0, 2], []);
});

test('law: an answer does not depend on its neighbours', () => {
  law(seed, start => {
    const inputs = randomArray([3, 2], start);
    const alone = rowsOf(inputs).flatMap(row => [...batchNormInference(ndarray([1, 2], row), state).data]);
    assertSame(batchNormInference(inputs, state), [3, 2], alone);
  });
});

test('the gradient by hand: a plain scaling', () => {
  const inputs = ndarray([1, 2]);
  assertSame(batchNormInferenceGradient(ndarray([1, 2], [3, 4]), inputs, state, 5), [1, 2], [6, 1]);
});

test('the gradient agrees with finite differences', () => {
  const inputs = randomArray([2, 2, 2, 2], 1);
  assertLayerGradient(
    x => batchNormInference(x, state),
    upstream => batchNormInferenceGradient(upstream, inputs, state),
    inputs,
  );
});

for (const [name, f] of [
  ['batchNormInference', batchNormInference],
  [
    'batchNormInferenceGradient',
    (inputs: typeof state.mean, ...rest: [BatchNormState, number?]) =>
      batchNormInferenceGradient(inputs, inputs, ...rest),
  ],
] as const) {
  test(`${name} refuses statistics that do not fit`, () => {
    const inputs = ndarray([1, 2]);
    assertRefuses(() => f(ndarray([]), state), `${name}: inputs must be [batch, …, channels], got []`);
    assertRefuses(
      () => f(inputs, { ...state, mean: ndarray([3]) }),
      `${name}: mean must have shape [2], got [3]`,
    );
    assertRefuses(
      () => f(inputs, { ...state, variance: ndarray([2], [1, -1]) }),
      `${name}: variance[1] must be in [0, Infinity], got -1`,
    );
    assertRefuses(
      () => f(inputs, { ...state, variance: ndarray([2], [Infinity, 1]) }),
      `${name}: variance[0] must be finite, got Infinity`,
    );
    assertRefuses(() => f(inputs, state, Number.NaN), `${name}: epsilon must be a number > 0, got NaN`);
  });
}

test('batchNormInferenceGradient refuses an upstream gradient of another shape', () => {
  assertRefuses(
    () => batchNormInferenceGradient(ndarray([2, 1]), ndarray([1, 2]), state),
    'batchNormInferenceGradient: upstream must have shape [1, 2], got [2, 1]',
  );
});

test('a moving average goes a part of the way to what is newest', () => {
  assertSame(movingAverage(ndarray([2], [2, 0]), ndarray([2], [10, -4]), 0.75), [2], [4, -1]);
});

test('a moving average keeps 99 % when momentum is left out', () => {
  assertClose(movingAverage(ndarray([1], [0]), ndarray([1], [100])).data, [1]);
});

test('a moving average with momentum 0 forgets, with momentum 1 learns nothing', () => {
  assertSame(movingAverage(ndarray([1], [1000]), ndarray([1], [-1000]), 0), [1], [-1000]);
  assertSame(movingAverage(ndarray([1], [1000]), ndarray([1], [-1000]), 1), [1], [1000]);
});

test('law: a moving average comes as close to a constant as momentum to the power of the steps', () => {
  law(
    seed,
    start => {
      const goal = randomArray([3], start);
      let average = mapped(goal, value => value + 1);
      for (let step = 0; step < 20; step++) average = movingAverage(average, goal, 0.9);
      assertClose(combined(average, -1, goal).data, new Array(3).fill(0.9 ** 20));
    },
    20,
  );
});

test('a moving average refuses another shape and a momentum out of range', () => {
  assertRefuses(
    () => movingAverage(ndarray([2]), ndarray([3])),
    'movingAverage: newest must have shape [2], got [3]',
  );
  assertRefuses(
    () => movingAverage(ndarray([1]), ndarray([1]), 1.5),
    'movingAverage: momentum must be in [0, 1], got 1.5',
  );
});
