/**
 * The operations a blueprint is drawn with. Each function adds one node: shape, value and gradient in one place.
 * Flow: placeholders, variables → **operations** → loss.
 */
export { relu, sigmoid } from './operations/activations';
export { add, mean, multiply, scale, subtract, sum } from './operations/arithmetic';
export { conv2d, maxPool2d } from './operations/images';
export { softmaxCrossEntropy } from './operations/losses';
export { addBias, flatten, matMul, transpose } from './operations/matrices';
export { assign, group } from './operations/state';
