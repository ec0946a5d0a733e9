/**
 * Mistakes in arrays, encodings, activations and losses.
 * Flow: **mistakes** → mutants.ts → run.ts.
 */
import type { Mutants } from './mutant';

export const pointwise: Mutants = {
  'types/ndarray.ts': [
    ['negative sizes pass', '|| size < 0', '|| size < -9'],
    ['the length is not checked', 'data.length !== size', 'data.length < 0'],
    ['the shape is shared', 'return { shape: [...shape], data: new', 'return { shape, data: new'],
    ['a Float64Array is copied', 'instanceof Float64Array ? data', 'instanceof Float64Array ? data.slice()'],
  ],
  'check/arrays.ts': [
    ['too few axes pass', 'shape.length === axes.length &&', 'shape.length >= 0 &&'],
    ['empty axes pass', 'size > 0 || may', 'size >= 0 || may'],
    ['extra axes pass', 'array.shape.length === shape.length && shape', 'shape'],
    ['infinities are finite', '!Number.isFinite(value)', 'Number.isNaN(value)'],
    ['NaN is in range', '!(value >= low && value <= high)', '(value < low || value > high)'],
    ['the end of a range is outside', 'value <= high', 'value < high'],
    ['only the first row is summed', 'row < batch', 'row < Math.min(batch, 1)'],
    ['no rounding is forgiven', '> 1e-6', '> 0'],
  ],
  'encode/oneHot.ts': [
    ['off by one column', 'row * classes + label', 'row * classes + ((label + 1) % classes)'],
    ['one class too many passes', 'label >= classes', 'label > classes'],
    ['fractions pass', '!Number.isInteger(label) ||', ''],
  ],
  'encode/argMax.ts': [
    ['of equal values the last wins', ']! > rows', ']! >= rows'],
    ['the last column is not looked at', 'column < classes', 'column < classes - 1'],
    ['NaN passes', 'nan >= 0', 'nan > 1e9'],
  ],
  'encode/smoothLabels.ts': [
    ['the sum is not kept', 'label + smoothing / classes', 'label + smoothing'],
    ['any smoothing passes', "  checkShare('smoothLabels', 'smoothing', smoothing);\n", ''],
  ],
  'layers/sigmoid.ts': [
    ['the sign of the exponent', '1 / (1 + Math.exp(-value))', '1 / (1 + Math.exp(value))'],
    ['no safe form for negative numbers', 'return power / (1 + power)', 'return 1 - 1 / (1 + power)'],
    ['the gradient forgets upstream', 'upstream.data[index]! * sigmoidOf(value)', 'sigmoidOf(value)'],
    ['the gradient squares sigmoid', '* sigmoidOf(-value)', '* sigmoidOf(value)'],
  ],
  'layers/tanh.ts': [
    ['the wrong function', 'x.data.map(Math.tanh)', 'x.data.map(Math.atan)'],
    ['the gradient forgets the square', '(1 - Math.tanh(value) ** 2)', '(1 - Math.tanh(value))'],
  ],
  'layers/relu.ts': [
    ['absolute value', 'Math.max(0, x.data[i]!)', 'Math.abs(x.data[i]!)'],
    ['the gradient passes at 0', 'if (x.data[i]! > 0)', 'if (x.data[i]! >= 0)'],
    ['the gradient looks at upstream', '(x.data[i]! > 0)', '(upstream.data[i]! > 0)'],
  ],
  'layers/scores.ts': [
    ['infinities pass', "  checkFinite(caller, 'logits', logits);\n", ''],
    ['any shape passes', "  checkAxes(caller, 'logits', logits, ['batch', 'classes']);\n", ''],
  ],
  'layers/softmax.ts': [
    ['the maximum is not subtracted', 'Math.exp(score - largest)', 'Math.exp(score)'],
    ['the rows are not separated', 'row * classes, (row + 1) * classes', '0, classes'],
    ['no normalisation', '= powers[k]! / total', '= powers[k]!'],
    ['the gradient forgets the mean', 'upstream.data[k]! - mean', 'upstream.data[k]!'],
    ['the gradient’s mean is not reset', 'let mean = 0;', 'let mean = row;'],
  ],
  'layers/logSumExp.ts': [
    ['the maximum is not subtracted', 'Math.exp(score - largest)', 'Math.exp(score)'],
    ['the maximum is not added back', 'largest + Math.log', 'Math.log'],
    ['the gradient goes to the wrong row', 'Math.floor(index / classes)', 'index % batch'],
  ],
  'layers/logSoftmax.ts': [
    ['the sign', 'score - normaliser', 'score + normaliser'],
    ['the gradient forgets the sum', '* sum;', ';'],
    ['the gradient’s sum runs over the batch', 'let sum = 0;', 'let sum = row;'],
  ],
  'layers/lossArguments.ts': [['an empty batch passes', 'length === 0', 'length < 0']],
  'layers/crossEntropy.ts': [
    ['missing 1/batch', 'return sum / batch', 'return sum'],
    ['the sign', 'sum -= label', 'sum += label'],
    ['0 · log 0 is NaN', 'if (label > 0) sum', 'sum'],
    ['the gradient misses 1/batch', 'probabilities.data[index]! * batch', 'probabilities.data[index]!'],
    ['labels are not checked', "  checkDistributions(caller, 'labels', labels);\n", ''],
  ],
  'layers/softmaxCrossEntropy.ts': [
    ['missing 1/batch', ', 0) / batch', ', 0)'],
    ['divided by the classes too', ', 0) / batch', ', 0) / labels.data.length'],
    ['the gradient’s sign', '(p - labels.data[index]!)', '(labels.data[index]! - p)'],
    ['the gradient misses 1/batch', 'labels.data[index]!) / batch', 'labels.data[index]!)'],
    [
      'a perfect answer costs −0',
      'labels.data.reduce((sum, label, index) => sum - label',
      '-labels.data.reduce((sum, label, index) => sum + label',
    ],
    ['labels are not checked', "  checkDistributions(caller, 'labels', labels);\n", ''],
  ],
  'layers/binaryCrossEntropy.ts': [
    ['the exponent overflows', 'Math.log1p(Math.exp(-Math.abs(score)))', 'Math.log(1 + Math.exp(-score))'],
    ['tiny costs are lost', 'Math.log1p(Math.exp(-Math', 'Math.log(1 + Math.exp(-Math'],
    ['the label’s sign', '- score * labels', '+ score * labels'],
    ['the mean over rows only', 'sum / labels.data.length', 'sum / labels.shape[0]!'],
    ['the gradient’s sign', '(yes - labels.data[index]!)', '(labels.data[index]! - yes)'],
    ['the gradient misses the count', 'labels.data[index]!) / count', 'labels.data[index]!)'],
  ],
  'layers/meanSquaredError.ts': [
    ['no square', ') ** 2', ')'],
    ['the gradient forgets the 2', '(2 * (', '(1 * ('],
    ['the gradient misses the count', 'label)) / count', 'label))'],
  ],
};
