/**
 * The exercises of lesson 06, in their order.
 * Flow: one file per exercise → **convolution** → exercises.
 */
import { convolutionConv2d } from './conv2d';
import { convolutionGradient } from './gradient';
import { convolutionIm2col } from './im2col';
import { convolutionOutputSize } from './outputSize';

export interface ConvolutionExercises {
  readonly 'convolution/outputSize': typeof convolutionOutputSize;
  readonly 'convolution/conv2d': typeof convolutionConv2d;
  readonly 'convolution/gradient': typeof convolutionGradient;
  readonly 'convolution/im2col': typeof convolutionIm2col;
}

export const convolution: ConvolutionExercises = {
  'convolution/outputSize': convolutionOutputSize,
  'convolution/conv2d': convolutionConv2d,
  'convolution/gradient': convolutionGradient,
  'convolution/im2col': convolutionIm2col,
};
