import { test } from 'node:test';
import type { Tensor } from '@tensorflow/tfjs-node';
import { oneHot } from '../../lib/encode/oneHot';
import { smoothLabels } from '../../lib/encode/smoothLabels';
import { batchNorm, batchNormGradient } from '../../lib/layers/batchNorm';
import { batchNormInference, batchNormInferenceGradient } from '../../lib/layers/batchNormInference';
import { binaryCrossEntropy, binaryCrossEntropyGradient } from '../../lib/layers/binaryCrossEntropy';
import { crossEntropy, crossEntropyGradient } from '../../lib/layers/crossEntropy';
import { dense, denseGradient } from '../../lib/layers/dense';
import { logSoftmax, logSoftmaxGradient } from '../../lib/layers/logSoftmax';
import { logSumExp, logSumExpGradient } from '../../lib/layers/logSumExp';
import { meanSquaredError, meanSquaredErrorGradient } from '../../lib/layers/meanSquaredError';
import { relu, reluGradient } from '../../lib/layers/relu';
import { sigmoid, sigmoidGradient } from '../../lib/layers/sigmoid';
import { softmax, softmaxGradient } from '../../lib/layers/softmax';
import { softmaxCrossEntropy, softmaxCrossEntropyGradient } from '../../lib/layers/softmaxCrossEntropy';
import { tanh, tanhGradient } from '../../lib/layers/tanh';
import { type NdArray, ndarray } from '../../lib/types/ndarray';
import { mapped, randomArray } from './arrays';
import { assertAgrees, oracle, skip, tensorflow } from './nativeTensorflow';

for (const [name, forward, backward] of [
  ['sigmoid', sigmoid, sigmoidGradient],
  ['tanh', tanh, tanhGradient],
  ['relu', relu, reluGradient],
  ['softmax', softmax, softmaxGradient],
  ['logSoftmax', logSoftmax, logSoftmaxGradient],
  ['logSumExp', logSumExp, logSumExpGradient],
] as const) {
  test(`${name} and its gradient agree with TensorFlow`, { skip }, () => {
    const x = mapped(randomArray([7, 10], 1), value => 3 * value);
    const upstream = randomArray(forward(x).shape, 2);
    const inTensorflow = (tensor: Tensor): Tensor =>
      name === 'logSumExp' ? tensorflow().logSumExp(tensor, -1) : tensorflow()[name](tensor);
    const { value, gradients } = oracle(inTensorflow, [x], upstream);
    assertAgrees(forward(x), value);
    assertAgrees(backward(upstream, x), gradients[0]!);
  });
}

test('dense and its gradients agree with TensorFlow', { skip }, () => {
  const [inputs, kernel, bias] = [randomArray([6, 5], 1), randomArray([5, 7], 2), randomArray([7], 3)];
  const upstream = randomArray([6, 7], 4);
  const { value, gradients } = oracle(
    (x, w, b) => tensorflow().matMul(x!, w!).add(b!),
    [inputs, kernel, bias],
    upstream,
  );
  const own = denseGradient(upstream, inputs, kernel);
  assertAgrees(dense(inputs, kernel, bias), value);
  for (const [index, gradient] of [own.inputs, own.kernel, own.bias].entries())
    assertAgrees(gradient, gradients[index]!);
});

const labels = oneHot([3, 0, 9, 3], 10);
const logits = mapped(randomArray([4, 10], 5), value => 4 * value);
const one = ndarray([], [1]);
const scalar = (value: number): NdArray => ndarray([], [value]);

for (const [name, targets] of [
  ['one-hot', labels],
  ['smoothed', smoothLabels(labels, 0.1)],
] as const) {
  test(`softmaxCrossEntropy and its gradient agree with TensorFlow on ${name} labels`, { skip }, () => {
    const tensors = (x: Tensor): Tensor =>
      tensorflow().losses.softmaxCrossEntropy(
        tensorflow().tensor2d(Float32Array.from(targets.data), [4, 10]),
        x,
      );
    const { value, gradients } = oracle(tensors, [logits], one);
    assertAgrees(scalar(softmaxCrossEntropy(targets, logits)), value);
    assertAgrees(softmaxCrossEntropyGradient(targets, logits), gradients[0]!);
  });
}

test('crossEntropy and its gradient agree with TensorFlow', { skip }, () => {
  const probabilities = softmax(logits);
  const { value, gradients } = oracle(
    (y, p) => tensorflow().neg(tensorflow().mean(tensorflow().sum(y!.mul(p!.log()), 1))),
    [labels, probabilities],
    one,
  );
  assertAgrees(scalar(crossEntropy(labels, probabilities)), value);
  assertAgrees(crossEntropyGradient(labels, probabilities), gradients[1]!);
});

test('binaryCrossEntropy and its gradient agree with TensorFlow', { skip }, () => {
  const { value, gradients } = oracle(
    (y, x) => tensorflow().losses.sigmoidCrossEntropy(y!, x!),
    [labels, logits],
    one,
  );
  assertAgrees(scalar(binaryCrossEntropy(labels, logits)), value);
  assertAgrees(binaryCrossEntropyGradient(labels, logits), gradients[1]!);
});

test('meanSquaredError and its gradient agree with TensorFlow', { skip }, () => {
  const { value, gradients } = oracle(
    (y, x) => tensorflow().losses.meanSquaredError(y!, x!),
    [labels, logits],
    one,
  );
  assertAgrees(scalar(meanSquaredError(labels, logits)), value);
  assertAgrees(meanSquaredErrorGradient(labels, logits), gradients[1]!);
});

const [gamma, beta] = [randomArray([4], 6), randomArray([4], 7)];

for (const shape of [
  [8, 4],
  [3, 5, 7, 4],
]) {
  const inputs = mapped(randomArray(shape, 8), value => 2 * value + 1);
  const upstream = randomArray(shape, 9);

  test(`batchNorm and its gradients agree with TensorFlow on ${shape.length} axes`, { skip }, () => {
    const axes = shape.slice(0, -1).map((_, axis) => axis);
    const { value, gradients } = oracle(
      (x, scale, offset) => {
        const { mean, variance } = tensorflow().moments(x!, axes);
        return tensorflow().batchNorm(
          x!,
          mean as never,
          variance as never,
          offset as never,
          scale as never,
          0.01,
        );
      },
      [inputs, gamma, beta],
      upstream,
    );
    const own = batchNormGradient(upstream, inputs, gamma, 0.01);
    assertAgrees(batchNorm(inputs, gamma, beta, 0.01).outputs, value);
    for (const [index, gradient] of [own.inputs, own.gamma, own.beta].entries())
      assertAgrees(gradient, gradients[index]!);
  });

  test(`batchNorm’s statistics are TensorFlow’s moments on ${shape.length} axes`, { skip }, () => {
    const axes = shape.slice(0, -1).map((_, axis) => axis);
    const { mean, variance } = batchNorm(inputs, gamma, beta);
    assertAgrees(mean, oracle(x => tensorflow().moments(x!, axes).mean, [inputs]).value);
    assertAgrees(variance, oracle(x => tensorflow().moments(x!, axes).variance, [inputs]).value);
  });

  test(`batchNormInference and its gradient agree with TensorFlow on ${shape.length} axes`, { skip }, () => {
    const state = {
      gamma,
      beta,
      mean: randomArray([4], 10),
      variance: mapped(randomArray([4], 11), Math.exp),
    };
    const { value, gradients } = oracle(
      (x, ...rest) => tensorflow().batchNorm(x!, ...(rest as never as [never, never, never, never]), 0.01),
      [inputs, state.mean, state.variance, beta, gamma],
      upstream,
    );
    assertAgrees(batchNormInference(inputs, state, 0.01), value);
    assertAgrees(batchNormInferenceGradient(upstream, inputs, state, 0.01), gradients[0]!);
  });
}
