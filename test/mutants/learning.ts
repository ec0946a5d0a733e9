/**
 * Mistakes in the layers that learn, in how they are normalised, started, updated and checked.
 * Flow: **mistakes** → mutants.ts → run.ts.
 */
import type { Mutants } from './mutant';

export const learning: Mutants = {
  'layers/addBias.ts': [
    ['the sign', '+ bias.data[c]!', '- bias.data[c]!'],
    ['the same bias for all channels', 'bias.data[c]!', 'bias.data[0]!'],
    ['the gradient keeps only the last', 'sums.data[c]! +=', 'sums.data[c] ='],
  ],
  'layers/dense.ts': [
    ['no bias', 'addBias(matMul(inputs, kernel), bias)', 'matMul(inputs, kernel)'],
    [
      'the kernel’s gradient, factors swapped',
      'matMul(transpose(inputs), upstream)',
      'transpose(matMul(transpose(inputs), upstream))',
    ],
    ['the bias’ gradient is the inputs’ sum', 'addBiasGradient(upstream)', 'addBiasGradient(inputs)'],
    ['rows are not compared', 'rows !== inputs.shape[1]', 'rows > 99'],
  ],
  'layers/flatten.ts': [
    [
      'the batch is flattened too',
      '[batch, rest.reduce((product, size) => product * size, 1)]',
      '[1, batch * rest.reduce((product, size) => product * size, 1)]',
    ],
    [
      'the gradient stays flat',
      'ndarray(inputs.shape, upstream.data)',
      'ndarray(upstream.shape, upstream.data)',
    ],
  ],
  'layers/dropout.ts': [
    ['the rate is turned round', 'uniform() < rate', 'uniform() >= rate'],
    ['survivors do not grow', '0 : 1 / (1 - rate)', '0 : 1'],
    ['any rate passes', "  checkShare('dropout', 'rate', rate);\n", ''],
    ['the gradient ignores the mask', 'value * mask.data[index]!)', 'value)'],
  ],
  'layers/channelStatistics.ts': [
    ['the variance of a sample', '** 2 / count', '** 2 / (count - 1)'],
    ['the variance without the mean', '(value - mean[index % channels]!) ** 2', 'value ** 2'],
    [
      'channels are mixed',
      'mean[index % channels]! += value / count',
      'mean[Math.floor(index / count)]! += value / count',
    ],
    ['epsilon is forgotten', 'variance[c]! + epsilon', 'variance[c]!'],
    ['an empty batch passes', '!(count > 0)', 'count < 0'],
  ],
  'layers/batchNorm.ts': [
    ['the scale is forgotten', 'gamma.data[index % channels]! * value', 'value'],
    ['the offset is forgotten', '* value + beta.data[index % channels]!', '* value'],
    [
      'the inputs’ gradient forgets the mean’s part',
      '(betaGradient.data[c]! + normalised',
      '(0 + normalised',
    ],
    ['the inputs’ gradient forgets the variance’s part', '+ normalised[index]! * gammaGradient.data[c]!', ''],
    ['missing 1/count', 'gammaGradient.data[c]!) / count', 'gammaGradient.data[c]!)'],
    ['another epsilon backward', 'Math.sqrt(variance[c]! + epsilon)', 'Math.sqrt(variance[c]! + 1e-3)'],
    ['the scale’s gradient sees the inputs', 'value * normalised[index]!', 'value * inputs.data[index]!'],
  ],
  'layers/batchNormInference.ts': [
    ['the mean is added', 'value - state.mean', 'value + state.mean'],
    [
      'the offset is scaled too',
      '* (value - state.mean.data[c]!) + state.beta.data[c]!',
      '* (value - state.mean.data[c]! + state.beta.data[c]!)',
    ],
    ['no root', 'Math.sqrt(variance.data[c]! + epsilon)', '(variance.data[c]! + epsilon)'],
    ['the gradient mixes channels', 'scale[index % scale.length]!', 'scale[0]!'],
    [
      'negative variances pass',
      "  checkRange(caller, 'variance', variance, 0, Number.POSITIVE_INFINITY);\n",
      '',
    ],
  ],
  'layers/movingAverage.ts': [
    ['old and new swapped', 'momentum * value + (1 - momentum)', '(1 - momentum) * value + momentum'],
    ['the wrong default', 'momentum: number = 0.99', 'momentum: number = 0.9'],
  ],
  'layers/gradientCheck.ts': [
    ['one-sided differences', '(along(step) - along(-step)) / (2 * step)', '(along(step) - along(0)) / step'],
    ['half the slope', '/ (2 * step)', '/ (4 * step)'],
    ['errors are absolute', 'Math.max(Math.abs(claimed), Math.abs(numeric), resolution)', '1'],
    ['every error is a kink', 'error > SUSPICIOUS && isKink(along, step)', 'error > SUSPICIOUS'],
    ['no error is a kink', 'error > SUSPICIOUS && isKink(along, step)', 'false'],
    ['one halving is enough', ' || Math.abs(quarter / half - 0.5) > 0.1', ''],
    ['the first error is kept', 'error >= worst.maxRelativeError', 'worst.worstIndex < 0'],
    ['NaN is a right gradient', "  checkFinite('gradientCheck', 'analytic', analytic);\n", ''],
    ['directions are not of length 1', 'draw.map(part => part / length)', 'draw.map(part => part * length)'],
    ['the seed is ignored', 'createRandom(seed)', 'createRandom(7)'],
  ],
  'layers/initialisers.ts': [
    ['nothing is cut off', 'Math.abs(draw) > 2', 'Math.abs(draw) > 99'],
    [
      'draws are clipped and not repeated',
      'while (Math.abs(draw) > 2) draw = random.normal();',
      'draw = Math.max(-2, Math.min(2, draw));',
    ],
    ['He without the 2', 'Math.sqrt(2 / fanIn)', 'Math.sqrt(1 / fanIn)'],
    ['the cut is not made up for', ' / TRUNCATED_STANDARD_DEVIATION', ''],
    ['Glorot with fanIn alone', 'Math.sqrt(6 / (fanIn + fanOut))', 'Math.sqrt(6 / (fanIn + fanIn))'],
    ['only positive weights', '(2 * random.uniform() - 1)', 'random.uniform()'],
    ['a kernel’s cells do not count', 'fanIn: cells * inputs', 'fanIn: inputs'],
  ],
  'layers/optimizer.ts': [
    ['a missing gradient passes', 'gradients.length !== weights.length', 'gradients.length > weights.length'],
    [
      'shapes are checked too late',
      '  weights.forEach((weight, index) => {\n    checkShape',
      '  change(weights[0]!, gradients[0]!);\n  weights.forEach((weight, index) => {\n    checkShape',
    ],
    ['nothing is remembered', '  memory.set(weight, known);\n', ''],
  ],
  'layers/sgd.ts': [['uphill', '-= learningRate', '+= learningRate']],
  'layers/momentum.ts': [
    ['uphill', '-= learningRate', '+= learningRate'],
    ['the velocity is not kept', 'decay * velocity[i]! + gradient', 'gradient'],
    ['the wrong default', 'decay: number = 0.9', 'decay: number = 0.99'],
    ['any decay passes', "  checkShare('momentum', 'decay', decay);\n", ''],
  ],
  'layers/adam.ts': [
    ['uphill', '-= (rate', '+= (rate'],
    ['no correction for the start', 'Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step)', '1)'],
    ['the square is not squared', '(1 - beta2) * g * g', '(1 - beta2) * g'],
    ['beta1 and beta2 swapped', 'mean[i] = beta1 * mean[i]!', 'mean[i] = beta2 * mean[i]!'],
    ['no root', 'Math.sqrt(square[i]!) + epsilon', 'square[i]! + epsilon'],
    [
      'a step counts for every weight',
      '      step++;\n      const rate',
      '      step += weights.length + 1;\n      const rate',
    ],
    ['the wrong default', 'beta2 = 0.999', 'beta2 = 0.99'],
  ],
};
