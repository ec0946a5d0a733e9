/**
 * The network that every contender trains, in words: lib/model/referenceNet without TensorFlow.
 * Flow: **referenceLayers** → trainingFlops, and compare's check that every contender has as many parameters.
 */
import type { LayerDescription } from '../../lib/layers/layerDescription';

const convolution = { type: 'conv2d', filters: 16, kernelSize: 5, padding: 'same' } as const;

/** The shape of one image. */
export const IMAGE_SHAPE: readonly number[] = [28, 28, 1];

/** First to last; the last gives logits. */
export const referenceLayers: readonly LayerDescription[] = [
  convolution,
  { type: 'relu' },
  { type: 'maxPool2d' },
  convolution,
  { type: 'relu' },
  { type: 'maxPool2d' },
  { type: 'flatten' },
  { type: 'dense', units: 1024 },
  { type: 'relu' },
  { type: 'dense', units: 10 },
];
