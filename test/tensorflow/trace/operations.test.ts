/**
 * Every operation that a network is likely to use gives in a graph what it gives eagerly, for a batch size that it
 * was not recorded with.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tf } from '../../../lib/tensorflow/tf';
import { traceFunction } from '../../../lib/tensorflow/trace/traceFunction';
import { native } from './native';

const images = (batch: number): tf.Tensor4D => tf.randomNormal([batch, 6, 6, 2], 0, 1, 'float32', 1);
const kernel = (): tf.Tensor4D => tf.linspace(-1, 1, 3 * 3 * 2 * 4).reshape([3, 3, 2, 4]);
const depthKernel = (): tf.Tensor4D => tf.linspace(-1, 1, 3 * 3 * 2 * 2).reshape([3, 3, 2, 2]);
const gradientOf =
  (f: (x: tf.Tensor4D) => tf.Tensor) =>
  (x: tf.Tensor4D): tf.Tensor =>
    tf.grad(each =>
      f(each as tf.Tensor4D)
        .square()
        .sum(),
    )(x);

const operations: Record<string, (x: tf.Tensor4D) => tf.Tensor> = {
  add: x => x.add(1),
  'add per channel': x => x.add(tf.tensor1d([1, 2])),
  'sub, mul, div': x => x.sub(2).mul(3).div(4),
  'div by a tensor': x => x.div(x.square().add(1)),
  'divNoNan, mod, floorDiv': x => x.divNoNan(2).mod(3).floorDiv(1),
  pow: x => x.abs().pow(1.5),
  'maximum, minimum': x => x.maximum(0).minimum(1),
  squaredDifference: x => x.squaredDifference(1),
  'exp, log': x => x.exp().log(),
  'expm1, log1p': x => x.abs().log1p().expm1(),
  'sqrt, rsqrt, reciprocal': x => x.square().add(1).sqrt().rsqrt().reciprocal(),
  'abs, neg, sign': x => x.abs().neg().add(x.sign()),
  'floor, ceil, round': x => x.floor().add(x.ceil()).add(x.mul(3).round()),
  'sin, cos, tan, atan, atan2': x =>
    x
      .sin()
      .add(x.cos())
      .add(x.tan())
      .add(x.atan())
      .add(x.atan2(x.add(9))),
  'sinh, cosh, tanh, asinh': x => x.sinh().add(x.cosh()).add(x.tanh()).add(x.asinh()),
  erf: x => x.erf(),
  clipByValue: x => x.clipByValue(-1, 1),
  relu: x => x.relu(),
  relu6: x => x.mul(10).relu6(),
  leakyRelu: x => x.leakyRelu(0.1),
  prelu: x => x.prelu(tf.scalar(0.1)),
  elu: x => x.elu(),
  selu: x => x.selu(),
  sigmoid: x => x.sigmoid(),
  softplus: x => x.softplus(),
  step: x => x.step(),
  softmax: x => x.softmax(),
  logSoftmax: x => x.logSoftmax(),
  logSumExp: x => x.logSumExp(3),
  'sum over some axes': x => x.sum([1, 2]),
  'sum over all axes but the last': x => x.sum([0, 1, 2]),
  'sum of everything, kept': x => x.sum(undefined, true),
  'mean over some axes': x => x.mean([1, 2]),
  'mean over the batch': x => x.mean(0),
  'mean of everything': x => x.mean(),
  'mean of whole numbers': x => x.greater(0).mean(),
  moments: x => tf.moments(x, [0, 1, 2]).variance,
  'max, min, prod': x => x.max(3).add(x.min(3)).add(x.prod(3)),
  'any, all': x => x.greater(0).any(3).logicalAnd(x.greater(-9).all(3)),
  'argMax, argMin': x => x.argMax(3).add(x.argMin(1).sum()),
  cumsum: x => x.cumsum(1),
  norm: x => tf.norm(x, 'euclidean', [1, 2]),
  'comparisons and where': x => tf.where(x.greater(0).logicalOr(x.lessEqual(-1)), x, x.mul(2)),
  'equal, logicalNot': x => x.notEqual(0).logicalNot().toFloat().add(x.equal(0).toFloat()),
  cast: x => x.toInt().toFloat(),
  oneHot: x => tf.oneHot(x.argMax(3).reshape([-1, 36]).toInt(), 2),
  reshape: x => x.reshape([-1, 12]),
  'reshape with the batch in the middle': x => x.reshape([2, x.shape[0], 36]),
  'flatten to one axis': x => x.flatten(),
  'expandDims, squeeze': x => x.expandDims(1).squeeze([1]),
  transpose: x => x.transpose([0, 3, 1, 2]),
  concat: x => tf.concat([x, x.mul(2)], 3),
  'concat over the batch': x => tf.concat([x, x.mul(2)], 0),
  'stack, unstack': x => tf.stack(tf.unstack(x, 3), 1),
  split: x => tf.split(x, 2, 1)[1]!,
  slice: x => x.slice([0, 1, 1, 0], [-1, 4, 4, 2]),
  stridedSlice: x => x.stridedSlice([0, 0, 0, 0], [x.shape[0], 6, 6, 2], [1, 2, 2, 1]),
  reverse: x => x.reverse([1, 2]),
  pad: x =>
    x.pad([
      [0, 0],
      [1, 1],
      [2, 2],
      [0, 0],
    ]),
  mirrorPad: x =>
    tf.mirrorPad(
      x,
      [
        [0, 0],
        [1, 1],
        [1, 1],
        [0, 0],
      ],
      'reflect',
    ),
  tile: x => x.tile([1, 1, 1, 3]),
  'tile of the batch': x => x.tile([2, 1, 1, 1]),
  gather: x => x.gather(tf.tensor1d([1, 0, 1], 'int32'), 3),
  'ones of the batch': x => tf.ones(x.shape).add(tf.zeros(x.shape)).add(tf.fill(x.shape, 7)),
  onesLike: x => tf.onesLike(x).add(tf.zerosLike(x)),
  'Booleans of the batch': x => tf.where(tf.ones(x.shape, 'bool'), x, x.neg()),
  'range of the batch': x => tf.range(0, x.shape[0], 1, 'int32'),
  'the batch as a number': x => x.sum().div(x.shape[0]),
  'one part of the batch': x => x.mul(1 / x.shape[0]),
  'shape with the batch twice': x => tf.ones([x.shape[0], x.shape[0]]).matMul(x.reshape([-1, 72])),
  topk: x => tf.topk(x.reshape([-1, 72]), 3).values,
  matMul: x => x.reshape([-1, 72]).matMul(tf.ones([72, 5])),
  'matMul, transposed': x => x.reshape([-1, 72]).matMul(x.reshape([-1, 72]), false, true),
  'matMul of stacks': x => x.reshape([-1, 12, 6]).matMul(x.reshape([-1, 6, 12])),
  dot: x => x.reshape([-1, 72]).dot(tf.ones([72])),
  'conv2d same': x => x.conv2d(kernel(), 1, 'same'),
  'conv2d valid, strided': x => x.conv2d(kernel(), 2, 'valid'),
  'conv2d dilated': x => tf.conv2d(x, kernel(), 1, 'valid', 'NHWC', 2),
  depthwiseConv2d: x => tf.depthwiseConv2d(x, depthKernel(), 1, 'same'),
  separableConv2d: x => tf.separableConv2d(x, depthKernel(), tf.ones([1, 1, 4, 3]), 1, 'same'),
  conv2dTranspose: x => tf.conv2dTranspose(x, tf.ones([3, 3, 5, 2]), [x.shape[0], 12, 12, 5], 2, 'same'),
  'maxPool same': x => x.maxPool(3, 2, 'same'),
  'avgPool valid': x => x.avgPool(2, 2, 'valid'),
  localResponseNormalization: x => x.localResponseNormalization(),
  resizeBilinear: x => tf.image.resizeBilinear(x, [3, 3]),
  resizeNearestNeighbor: x => tf.image.resizeNearestNeighbor(x, [12, 12]),
  cropAndResize: x =>
    tf.image.cropAndResize(x, tf.tensor2d([[0, 0, 0.5, 0.5]]), tf.tensor1d([0], 'int32'), [2, 2]),
  'batchNorm with given statistics': x => tf.batchNorm(x, tf.tensor1d([0, 1]), tf.tensor1d([1, 2])),
  'gradient of conv2d same': gradientOf(x => x.conv2d(kernel(), 1, 'same')),
  'gradient of conv2d strided': gradientOf(x => x.conv2d(kernel(), 2, 'valid')),
  'gradient of depthwiseConv2d': gradientOf(x => tf.depthwiseConv2d(x, depthKernel(), 1, 'same')),
  'gradient of gather': gradientOf(x => x.gather(tf.tensor1d([1, 0, 1], 'int32'), 3)),
  'gradient of maxPool': gradientOf(x => x.maxPool(2, 2, 'valid')),
  'gradient of avgPool': gradientOf(x => x.avgPool(3, 2, 'same')),
  'gradient of relu': gradientOf(x => x.relu()),
  'gradient of elu': gradientOf(x => x.elu()),
  'gradient of sigmoid, tanh': gradientOf(x => x.sigmoid().add(x.tanh())),
  'gradient of softmax': gradientOf(x => x.softmax()),
  'gradient of mean': gradientOf(x => x.mean([1, 2])),
  'gradient of the mean over the batch': gradientOf(x => x.mean(0)),
  'gradient of concat, slice, pad': gradientOf(x =>
    tf.concat(
      [
        x,
        x.slice([0, 1, 1, 0], [-1, 4, 4, 2]).pad([
          [0, 0],
          [1, 1],
          [1, 1],
          [0, 0],
        ]),
      ],
      3,
    ),
  ),
  'gradient of resizeBilinear': gradientOf(x => tf.image.resizeBilinear(x, [3, 3])),
  'gradient of a gradient of relu': gradientOf(
    gradientOf(x => x.relu().mul(x)) as (x: tf.Tensor4D) => tf.Tensor,
  ),
};

for (const [name, operation] of Object.entries(operations)) {
  test(`${name} gives the same in a graph as eagerly`, native, () => {
    const traced = traceFunction(({ x }) => ({ result: operation(x as tf.Tensor4D) }), {
      inputs: { x: { shape: [null, 6, 6, 2] } },
    });
    for (const batch of [1, 4, 11]) {
      tf.tidy(() => {
        const x = images(batch);
        const expected = operation(x);
        const { result } = traced.run({ x });
        assert.deepEqual(result.shape, expected.shape);
        assert.equal(result.dtype, expected.dtype);
        const wanted = expected.dataSync();
        for (const [index, value] of result.dataSync().entries()) {
          const error = Math.abs(value - wanted[index]!);
          assert.ok(error <= 1e-4 * (1 + Math.abs(wanted[index]!)), `${name}: ${value}, ${wanted[index]}`);
        }
      });
    }
    traced.dispose();
  });
}
