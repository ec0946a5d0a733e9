import { test } from 'node:test';
import { batchNorm, batchNormGradient } from '../../lib/layers/batchNorm';
import { batchNormInference } from '../../lib/layers/batchNormInference';
import { ndarray } from '../../lib/types/ndarray';
import { law, seed } from './arbitraries';
import { mapped, randomArray } from './arrays';
import { assertClose, assertLayerGradient, assertRefuses, assertSame } from './assertions';

const one = ndarray([1], [1]);
const zero = ndarray([1]);

test('a channel gets mean 0 and variance 1, then its scale and offset', () => {
  // Mean 2, variance 4; epsilon 5 makes the divisor 3.
  const result = batchNorm(ndarray([2, 1], [0, 4]), ndarray([1], [6]), ndarray([1], [10]), 5);
  assertSame(result.outputs, [2, 1], [10 - 4, 10 + 4]);
  assertSame(result.mean, [1], [2]);
  assertSame(result.variance, [1], [4]);
});

test('each channel is normalised on its own, over batch, height and width', () => {
  const inputs = ndarray([1, 2, 1, 2], [0, 100, 4, 100]);
  const result = batchNorm(inputs, ndarray([2], [3, 3]), ndarray([2], [0, 7]), 5);
  assertSame(result.outputs, [1, 2, 1, 2], [-2, 7, 2, 7]);
  assertSame(result.mean, [2], [2, 100]);
  assertSame(result.variance, [2], [4, 0]);
});

test('epsilon is 0.001 when left out', () => {
  const { outputs } = batchNorm(ndarray([2, 1], [-1, 1]), one, zero);
  assertClose(outputs.data, [-1 / Math.sqrt(1.001), 1 / Math.sqrt(1.001)]);
});

test('±1000 are normalised, a lone value becomes its offset', () => {
  assertClose(batchNorm(ndarray([2, 1], [1000, -1000]), one, zero, 1e-9).outputs.data, [1, -1]);
  assertSame(batchNorm(ndarray([1, 1], [1000]), one, ndarray([1], [5])).outputs, [1, 1], [5]);
});

test('a large common offset does not spoil the variance', () => {
  const { variance } = batchNorm(ndarray([2, 1], [1e8 - 1, 1e8 + 1]), one, zero);
  assertClose(variance.data, [1]);
});

test('law: the outputs have the offset as mean and nearly the scale as spread', () => {
  law(seed, start => {
    const inputs = mapped(randomArray([50, 1], start), value => 3 * value - 7);
    const { outputs } = batchNorm(inputs, ndarray([1], [2]), ndarray([1], [5]), 1e-12);
    const mean = outputs.data.reduce((sum, value) => sum + value, 0) / 50;
    const variance = outputs.data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 50;
    assertClose([mean, variance], [5, 4], 1e-10);
  });
});

test('law: shifting a channel changes nothing', () => {
  law(seed, start => {
    const inputs = randomArray([4, 3, 2], start);
    const [gamma, beta] = [randomArray([2], start + 1), randomArray([2], start + 2)];
    const shifted = mapped(inputs, value => value + 10);
    assertClose(
      batchNorm(shifted, gamma, beta).outputs.data,
      batchNorm(inputs, gamma, beta).outputs.data,
      1e-11,
    );
  });
});

test('law: inference with the batch’s own statistics gives the same outputs', () => {
  law(seed, start => {
    const inputs = randomArray([4, 3, 2], start);
    const [gamma, beta] = [randomArray([2], start + 1), randomArray([2], start + 2)];
    const { outputs, mean, variance } = batchNorm(inputs, gamma, beta, 0.01);
    assertClose(batchNormInference(inputs, { gamma, beta, mean, variance }, 0.01).data, outputs.data);
  });
});

test('the gradients by hand: a push on all values alike moves only the offset', () => {
  const inputs = ndarray([2, 1], [0, 4]);
  const gradients = batchNormGradient(ndarray([2, 1], [1, 1]), inputs, ndarray([1], [6]), 5);
  assertSame(gradients.inputs, [2, 1], [0, 0]);
  assertSame(gradients.gamma, [1], [0]);
  assertSame(gradients.beta, [1], [2]);
});

test('the gradients by hand: a push apart moves the scale', () => {
  // x̂ = ∓2/3, so gamma gets 4/3, and the inputs 6/3 · (∓1 ± 2/3 · 2/3).
  const inputs = ndarray([2, 1], [0, 4]);
  const gradients = batchNormGradient(ndarray([2, 1], [-1, 1]), inputs, ndarray([1], [6]), 5);
  assertClose(gradients.gamma.data, [4 / 3]);
  assertSame(gradients.beta, [1], [0]);
  assertClose(gradients.inputs.data, [-10 / 9, 10 / 9]);
});

test('the gradients agree with finite differences', () => {
  const inputs = randomArray([3, 2, 2, 3], 1);
  const [gamma, beta] = [randomArray([3], 2), randomArray([3], 3)];
  for (const epsilon of [undefined, 0.5]) {
    assertLayerGradient(
      x => batchNorm(x, gamma, beta, epsilon).outputs,
      upstream => batchNormGradient(upstream, inputs, gamma, epsilon).inputs,
      inputs,
    );
    assertLayerGradient(
      scale => batchNorm(inputs, scale, beta, epsilon).outputs,
      upstream => batchNormGradient(upstream, inputs, gamma, epsilon).gamma,
      gamma,
    );
    assertLayerGradient(
      offset => batchNorm(inputs, gamma, offset, epsilon).outputs,
      upstream => batchNormGradient(upstream, inputs, gamma, epsilon).beta,
      beta,
    );
  }
});

test('what does not fit is refused, by the function that was called', () => {
  const inputs = ndarray([2, 3]);
  const three = ndarray([3]);
  assertRefuses(
    () => batchNorm(ndarray([]), one, one),
    'batchNorm: inputs must be [batch, …, channels], got []',
  );
  assertRefuses(() => batchNorm(inputs, one, three), 'batchNorm: gamma must have shape [3], got [1]');
  assertRefuses(() => batchNorm(inputs, three, one), 'batchNorm: beta must have shape [3], got [1]');
  assertRefuses(
    () => batchNorm(ndarray([0, 3]), three, three),
    'batchNorm: inputs must have at least one value per channel, got shape [0, 3]',
  );
  assertRefuses(() => batchNorm(inputs, three, three, 0), 'batchNorm: epsilon must be a number > 0, got 0');
  assertRefuses(
    () => batchNormGradient(inputs, inputs, one),
    'batchNormGradient: gamma must have shape [3], got [1]',
  );
  assertRefuses(
    () => batchNormGradient(ndarray([3, 2]), inputs, three),
    'batchNormGradient: upstream must have shape [2, 3], got [3, 2]',
  );
  assertRefuses(
    () => batchNormGradient(inputs, inputs, three, -1),
    'batchNormGradient: epsilon must be a number > 0, got -1',
  );
});
