/**
 * Operations on images, `[batch, height, width, channels]`.
 * Flow: images → **conv2d** → addBias → relu → **maxPool2d** → flatten.
 */
import { convolutionSizes } from '../../layers/conv2d';
import { conv2dIm2col, imagesGradient, kernelGradient } from '../../layers/conv2dIm2col';
import { maxPool2d as maxPool2dForward, maxPool2dGradient } from '../../layers/maxPool2d';
import { type PoolOptions, poolingSizes } from '../../layers/pooling';
import type { WindowOptions } from '../../layers/slidingWindow';
import { type NdArray, ndarray } from '../../types/ndarray';
import { defineGradient, defineOperation, type GraphNode, type OperationNode } from '../graph';
import { misfit, type Shape } from '../shape';

/** A kernel, `[height, width, inChannels, outChannels]`, slides over each image. */
export function conv2d(images: GraphNode, kernel: GraphNode, options: WindowOptions = {}): OperationNode {
  // Two nodes, because a network's first layer has no use for the gradient of its images: nobody computes it then.
  const toImages = defineGradient('conv2dImagesGradient', (upstream, images, kernel) =>
    imagesGradient('conv2dGradient', upstream, images, kernel, options),
  );
  const toKernel = defineGradient('conv2dKernelGradient', (upstream, kernel, images) =>
    kernelGradient('conv2dGradient', upstream, images, kernel, options),
  );
  const draw = defineOperation({
    type: 'conv2d',
    shape(node, images, kernel) {
      const weights = ndarray(kernel.map(size => size ?? 0));
      const { outputShape } = convolutionSizes(node, noImages(node, images), weights, options);
      return [images[0]!, ...outputShape.slice(1)];
    },
    forward: (images, kernel) => conv2dIm2col(images, kernel, options),
    gradients: [toImages, (upstream, images, kernel) => toKernel(upstream, kernel, images)],
  });
  return draw(images, kernel);
}

/** The largest value under each window, channel by channel. */
export function maxPool2d(images: GraphNode, options: PoolOptions = {}): OperationNode {
  const draw = defineOperation({
    type: 'maxPool2d',
    shape(node, images) {
      const { outputShape } = poolingSizes(node, noImages(node, images), options);
      return [images[0]!, ...outputShape.slice(1)];
    },
    forward: images => maxPool2dForward(images, options),
    gradients: [
      defineGradient('maxPool2dGradient', (upstream, images) => maxPool2dGradient(upstream, images, options)),
    ],
  });
  return draw(images);
}

/** No images, but of that size: all that the layers' own checks of a window need. */
function noImages(node: string, shape: Shape): NdArray {
  const sizes = shape.slice(1);
  if (sizes.length === 3 && !sizes.includes(null)) return ndarray([0, ...(sizes as number[])]);
  throw misfit`${node}: images must be [batch, height, width, channels], got ${shape}`;
}
