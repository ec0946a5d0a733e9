/**
 * Every layer of a convolutional network by hand, each with its gradient.
 * Flow: encode → **layers** → graph, lessons 03 to 08.
 */
export { type NdArray, ndarray } from '../types/ndarray';
export { type AdamOptions, adam } from './adam';
export { addBias, addBiasGradient } from './addBias';
export { averagePool2d, averagePool2dGradient } from './averagePool2d';
export { batchNorm, batchNormGradient } from './batchNorm';
export { type BatchNormState, batchNormInference, batchNormInferenceGradient } from './batchNormInference';
export { binaryCrossEntropy, binaryCrossEntropyGradient } from './binaryCrossEntropy';
export { conv2d, conv2dGradient } from './conv2d';
export { conv2dIm2col, conv2dIm2colGradient } from './conv2dIm2col';
export { crossEntropy, crossEntropyGradient } from './crossEntropy';
export { dense, denseGradient } from './dense';
export { dropout, dropoutGradient } from './dropout';
export { flatten, flattenGradient } from './flatten';
export { type GradientCheck, type GradientCheckOptions, gradientCheck } from './gradientCheck';
export { im2col, im2colGradient } from './im2col';
export { glorotUniform, heNormal, truncatedNormal } from './initialisers';
export type { LayerDescription } from './layerDescription';
export { type LayerGradients, layerGradients } from './layerGradients';
export { layerOutputs } from './layerOutputs';
export { logSoftmax, logSoftmaxGradient } from './logSoftmax';
export { logSumExp, logSumExpGradient } from './logSumExp';
export { matMul, transpose } from './matMul';
export { maxPool2d, maxPool2dGradient } from './maxPool2d';
export { meanSquaredError, meanSquaredErrorGradient } from './meanSquaredError';
export { momentum } from './momentum';
export { movingAverage } from './movingAverage';
export type { NetworkLayer } from './networkLayer';
export type { Optimizer } from './optimizer';
export { outputShape } from './outputShape';
export { parameterCount } from './parameterCount';
export type { PoolOptions } from './pooling';
export { dequantize, type QuantizedWeights, quantize } from './quantize';
export { receptiveField } from './receptiveField';
export { relu, reluGradient } from './relu';
export { sgd } from './sgd';
export { sigmoid, sigmoidGradient } from './sigmoid';
export type { Padding, Pair, WindowOptions } from './slidingWindow';
export { softmax, softmaxGradient } from './softmax';
export { softmaxCrossEntropy, softmaxCrossEntropyGradient } from './softmaxCrossEntropy';
export { tanh, tanhGradient } from './tanh';
export type { KernelAndBias, WeightedLayer, WeightedNetwork } from './weightedLayer';
