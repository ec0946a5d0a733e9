/**
 * The gradient of a convolution with respect to its kernel, which the WebAssembly backend lacks: without it no
 * convolutional network trains there.
 * Flow: fallback registers **Conv2DBackpropFilter** → tf.variableGrads finds it.
 */
import * as tf from '@tensorflow/tfjs';

interface ConvAttributes {
  strides: number | [number, number];
  pad: Parameters<typeof tf.backend_util.computeConv2DInfo>[4];
  filterShape: [number, number, number, number];
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
  dataFormat: string;
}

/** Makes the kernel known to the WebAssembly backend; a second call changes nothing. */
export function registerConv2dBackpropFilter(): void {
  if (tf.getKernel('Conv2DBackpropFilter', 'wasm')) return;
  tf.registerKernel({
    kernelName: 'Conv2DBackpropFilter',
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => {
      const { x, dy } = inputs as { x: tf.Tensor4D; dy: tf.Tensor4D };
      const { strides, pad, filterShape, dimRoundingMode, dataFormat } = attrs as unknown as ConvAttributes;
      if (dataFormat !== 'NHWC') throw new Error(`Conv2DBackpropFilter: expected NHWC, got ${dataFormat}`);
      const layer = tf.backend_util.computeConv2DInfo(x.shape, filterShape, strides, 1, pad, dimRoundingMode);
      return tf.tidy(() => kernelGradient(x, dy, layer));
    },
  });
}

/**
 * The gradient is itself a convolution. With padded images `[batch, H, W, in]`, upstream `[batch, h, w, out]`
 * and strides s,
 *
 *     gradient[y, x, in, out] = Σ images[batch, s·i + y, s·j + x, in] · upstream[batch, i, j, out]
 *
 * so `in` plays the part of the batch, `batch` that of the channels, the upstream is the kernel, and the strides
 * become its dilations.
 */
function kernelGradient(
  images: tf.Tensor4D,
  upstream: tf.Tensor4D,
  layer: ReturnType<typeof tf.backend_util.computeConv2DInfo>,
): tf.Tensor4D {
  const { top, bottom, left, right } = layer.padInfo;
  const none: [number, number] = [0, 0];
  const padded = tf.pad4d(images, [none, [top, bottom], [left, right], none]);
  const asImages = tf.transpose(padded, [3, 1, 2, 0]); // [in, H, W, batch]
  const asKernel = tf.transpose(upstream, [1, 2, 0, 3]); // [h, w, batch, out]
  const dilations: [number, number] = [layer.strideHeight, layer.strideWidth];
  const gradient = tf.conv2d(asImages as tf.Tensor4D, asKernel as tf.Tensor4D, 1, 'valid', 'NHWC', dilations);
  // Rows and columns that the layer's strides never reached give more than the kernel's size; they come last.
  const size: [number, number, number, number] = [-1, layer.filterHeight, layer.filterWidth, -1];
  return tf.transpose(tf.slice(gradient, [0, 0, 0, 0], size), [1, 2, 0, 3]);
}
