/**
 * Labels as rows of numbers, and back.
 * Flow: data → **encode** → layers, train.
 */
export { argMax } from './argMax';
export { oneHot } from './oneHot';
export { smoothLabels } from './smoothLabels';
