/**
 * Mistakes in everything that slides a window, and in the matrix product beneath it.
 * Flow: **mistakes** → mutants.ts → run.ts.
 */
import type { Mutants } from './mutant';

export const windows: Mutants = {
  'layers/matMul.ts': [
    [
      'rows of b instead of columns',
      'panels[to++] = b[k * columns + j + next]',
      'panels[to++] = b[j * columns + k + next]',
    ],
    [
      'the last row is left out',
      'inner, columns, wholeRows, rows, 0)',
      'inner, columns, wholeRows, rows - 1, 0)',
    ],
    [
      'the last columns are left out',
      'inner, columns, 0, wholeRows, wholeColumns)',
      'inner, columns, 0, wholeRows, columns)',
    ],
    ['a column of the tile is swapped', 'u1 += u * b1', 'u1 += u * b2'],
    ['a row of the tile is swapped', 'l3 += l * b3', 'l3 += u * b3'],
    [
      'the sum is not in order',
      'for (let k = 0; k < inner; k++) sum',
      'for (let k = inner - 1; k >= 0; k--) sum',
    ],
    ['inner sizes are not compared', 'inner !== innerOfB', 'inner > innerOfB + 99'],
    ['transpose only reads', 'turned.data[j * rows + i]', 'turned.data[i * columns + j]'],
    ['transpose forgets the last strip', 'strip < rows', 'strip + CACHE_LINE < rows'],
  ],
  'layers/slidingWindow.ts': [
    ['the odd zero comes first', 'Math.floor(zeros / 2)', 'Math.ceil(zeros / 2)'],
    ['one position too few', '/ stride) + 1;', '/ stride);'],
    ['same rounds down', 'Math.ceil(input / stride)', 'Math.floor(input / stride)'],
    ['dilation widens by one too many', '(window - 1) * dilation + 1', 'window * dilation'],
    ['as many zeros after as before', 'after: zeros - before', 'after: before'],
    ['negative padding', 'Math.max(0, (output - 1)', 'Math.max(-9, (output - 1)'],
    ['a window as large as the image is refused', 'reach > input', 'reach >= input'],
    ['axes swapped', '? [value, value] : value', '? [value, value] : [value[1], value[0]]'],
    [
      'one stride for both axes',
      'horizontalStride, horizontalDilation',
      'verticalStride, horizontalDilation',
    ],
    ['any padding passes', "padding !== 'valid'", "padding === 'valid'"],
  ],
  'layers/conv2d.ts': [
    ['the padding is forgotten', '- vertical.before', '- 0'],
    ['the stride is forgotten', 'x * horizontal.stride', 'x'],
    ['the dilation is forgotten', 'i * vertical.dilation', 'i'],
    [
      'the kernel is flipped',
      '((i * horizontal.window + j)',
      '((i * horizontal.window + horizontal.window - 1 - j)',
    ],
    ['the last channel is left out', 'c < inChannels', 'c < Math.max(1, inChannels - 1)'],
    ['kernel axes swapped', 'inChannels + c) * outChannels + o', 'outChannels + o) * inChannels + c'],
    ['the edge wraps around', '&& column < horizontal.input', ''],
    ['the output is overwritten', 'output.data[out]! +=', 'output.data[out] ='],
    ['the images’ gradient is overwritten', 'imagesGradient.data[image]! +=', 'imagesGradient.data[image] ='],
    [
      'the kernel’s gradient sees the kernel',
      'upstream.data[out]! * images.data[image]!',
      'upstream.data[out]! * kernel.data[weight]!',
    ],
    ['channels are not compared', 'kernelChannels !== inChannels', 'kernelChannels > inChannels + 99'],
    [
      'upstream is not checked',
      "  checkShape('conv2dGradient', 'upstream', upstream, sizes.outputShape);\n",
      '',
    ],
  ],
  'layers/im2col.ts': [
    ['the padding is forgotten', 'x * horizontal.stride - horizontal.before', 'x * horizontal.stride'],
    ['the edge wraps around', 'Math.min(horizontal.window, horizontal.input - left)', 'horizontal.window'],
    ['the dilation is forgotten', 'left + j * horizontal.dilation', 'left + j'],
    ['dilated images read wrong channels', 'start + j * channels, channels)', 'start + j, channels)'],
    ['rows outside are read', 'row < 0 || row >= vertical.input', 'row < 0'],
    ['the gradient overwrites', 'gradient.data[image + k]! +=', 'gradient.data[image + k] ='],
  ],
  'layers/conv2dIm2col.ts': [
    ['only the last image counts', 'gradient.data[weight]! += part', 'gradient.data[weight] = part'],
    ['every image is the first', 'subarray(n * size, (n + 1) * size)', 'subarray(0, size)'],
    [
      'the gradient forgets the options',
      'image, windowOf(sizes), options).data',
      'image, windowOf(sizes)).data',
    ],
    [
      'the gradient is of other columns',
      'columns = im2col(example(images, n), windowOf(sizes), options);\n    const upstreamRows',
      'columns = im2col(example(images, n), windowOf(sizes));\n    const upstreamRows',
    ],
    ['window axes swapped', '[vertical.window, horizontal.window]', '[horizontal.window, vertical.window]'],
  ],
  'layers/pooling.ts': [
    ['the padding is forgotten', '- horizontal.before', '- 0'],
    [
      'the window leaves the image',
      'Math.min(left + horizontal.window, horizontal.input)',
      'left + horizontal.window',
    ],
    ['pixels before the image are read', 'Math.max(left, 0)', 'left'],
    ['the stride is 1 when left out', 'options.strides ?? window', 'options.strides ?? 1'],
    ['the pool size is 3 when left out', 'options.poolSize ?? 2', 'options.poolSize ?? 3'],
    ['channels are mixed', 'pixel + c)', 'pixel)'],
  ],
  'layers/maxPool2d.ts': [
    [
      'the smallest wins',
      'images.data[pixel]! > images.data[best]!',
      'images.data[pixel]! < images.data[best]!',
    ],
    ['of equal pixels the last wins', 'images.data[pixel]! > images', 'images.data[pixel]! >= images'],
    ['the gradient is overwritten', 'gradient.data[pixel]! +=', 'gradient.data[pixel] ='],
  ],
  'layers/averagePool2d.ts': [
    ['padding counts', 'counts[out]!++', 'counts[out] = vertical.window * horizontal.window'],
    ['a sum and no mean', 'output.data[out]! /= count', 'output.data[out]! /= 1'],
    ['the gradient is not shared out', '! / counts[out]!', '!'],
  ],
  'layers/layerDescription.ts': [
    ['filters are forgotten', 'horizontal.output, layer.filters]', 'horizontal.output, channels!]'],
    ['pooling moves by 1', 'layer.strides ?? window', 'layer.strides ?? 1'],
    ['flatten loses an axis', 'shape.reduce((product', 'shape.slice(1).reduce((product'],
    ['axes are not counted', 'shape.length === axes.length', 'shape.length > 0'],
    ['an empty input passes', 'size, 1);\n  });', 'size, 0);\n  });'],
  ],
  'layers/layerGradients.ts': [
    ['every layer has the loss’ own upstream', 'arriving = gradient.inputs', 'arriving = upstream'],
    ['first to last', '[...layers.entries()].reverse()', '[...layers.entries()]'],
    ['the entries stand in the order of the walk', 'gradients.unshift(', 'gradients.push('],
    ['the output in the place of the input', 'kept[index]!', 'kept[index + 1]!'],
    ['the epsilon is forgotten', 'layer, layer.epsilon)', 'layer)'],
    [
      'pooling has its usual window',
      'maxPool2dGradient(upstream, inputs, layer)',
      'maxPool2dGradient(upstream, inputs)',
    ],
  ],
  'layers/layerOutputs.ts': [
    [
      'a bias is forgotten',
      'addBias(conv2dIm2col(inputs, layer.kernel, layer), layer.bias)',
      'conv2dIm2col(inputs, layer.kernel, layer)',
    ],
    ['every layer sees the input', 'outputs.at(-1) ?? inputs', 'inputs'],
    ['the place is not named', '}: layers[', '}: ['],
    ['the epsilon is forgotten', 'layer, layer.epsilon)', 'layer)'],
    ['pooling has its usual window', 'maxPool2d(inputs, layer)', 'maxPool2d(inputs)'],
  ],
  'layers/networkLayer.ts': [
    ['a bias keeps its form', "'kernel', 'bias', 'gamma'", "'kernel', 'gamma'"],
    ['what is no weight is lost', '{ ...layer, ...Object', '{ type: layer.type, ...Object'],
  ],
  'layers/outputShape.ts': [
    ['the input is not checked', "  checkInputShape('outputShape', inputShape);\n", ''],
  ],
  'layers/parameterCount.ts': [
    ['no bias', 'channels + 1) * layer.filters', 'channels) * layer.filters'],
    ['no bias in dense layers', '(channels + 1) * layer.units', 'channels * layer.units'],
    ['moving averages count', '2 * channels', '4 * channels'],
    ['the shape before is used', 'shape = next', 'shape = shape'],
  ],
  'layers/quantize.ts': [
    ['only the first channel has a step', 'const channel = index % channels', 'const channel = 0'],
    ['cut and not rounded', 'Math.round(weight / step)', 'Math.trunc(weight / step)'],
    ['steps for 7 bits', 'const MOST_STEPS = 127', 'const MOST_STEPS = 63'],
    ['the first step for all', 'steps[index % steps.length]!)', 'steps[0]!)'],
  ],
  'layers/receptiveField.ts': [
    ['the stride so far is forgotten', '* dilations[axis] * jump[axis]', '* dilations[axis]'],
    ['the dilation is forgotten', '* dilations[axis] * jump', '* jump'],
    ['off by one', '(window[axis] - 1)', 'window[axis]'],
    ['the stride counts too early', 'jump[axis] *= strides[axis]', 'jump[axis] += strides[axis]'],
  ],
};
