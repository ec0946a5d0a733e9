/**
 * The rungs of the ladder: each is the one below with one change.
 * Flow: **rungs** → ladder, trainRung, combine.
 *
 * Every choice was made on the validation digits; the test digits are only reported.
 */

import { DIGIT_AUGMENTATION } from '../../lib/train/augment/augmentation';
import type { Rung, Training } from './rung';

const plain: Training = {
  network: {
    convolutions: [
      { filters: 16, kernelSize: 5, pool: true },
      { filters: 32, kernelSize: 3, pool: true },
    ],
    units: 128,
    initialWeights: 0.1,
    pixelFactor: 255,
  },
  recipe: { epochs: 3, batchSize: 128, learningRate: 0.001 },
  digits: 'five sixths',
};

const scaled: Training = { ...plain, network: { ...plain.network, pixelFactor: 1 } };
const he: Training = { ...scaled, network: { ...scaled.network, initialWeights: 'he' } };
const cycle: Training = { ...he, recipe: { ...he.recipe, learningRate: { peak: 0.01 } } };
const smoothed: Training = { ...cycle, recipe: { ...cycle.recipe, labelSmoothing: 0.1 } };
const deeper: Training = {
  ...smoothed,
  network: {
    ...smoothed.network,
    convolutions: [
      { filters: 24, kernelSize: 5, pool: true },
      { filters: 24, kernelSize: 3 },
      { filters: 48, kernelSize: 3, pool: true },
      { filters: 48, kernelSize: 3 },
    ],
  },
};
const normalized: Training = { ...deeper, network: { ...deeper.network, batchNorm: true } };
const longer: Training = { ...normalized, recipe: { ...normalized.recipe, epochs: 10 } };
const augmented: Training = { ...longer, recipe: { ...longer.recipe, augment: DIGIT_AUGMENTATION } };
const dropout: Training = { ...augmented, network: { ...augmented.network, dropout: 0.3 } };
const all: Training = { ...augmented, digits: 'all' };

export const rungs: readonly Rung[] = [
  { id: 'plain', change: 'two convolutions, pixels 0 to 255', training: plain },
  { id: 'scaled', below: 'plain', change: 'pixels 0 to 1', training: scaled },
  { id: 'he', below: 'scaled', change: 'He initialiser', training: he },
  { id: 'cycle', below: 'he', change: 'one cycle of the learning rate', training: cycle },
  { id: 'smoothed', below: 'cycle', change: 'smoothed labels', training: smoothed },
  { id: 'deeper', below: 'smoothed', change: 'four convolutions, wider', training: deeper },
  { id: 'normalized', below: 'deeper', change: 'batch norm', training: normalized },
  { id: 'longer', below: 'normalized', change: '10 epochs in place of 3', training: longer },
  { id: 'augmented', below: 'longer', change: 'moved, turned, scaled images', training: augmented },
  { id: 'dropout', below: 'augmented', change: 'dropout 0.3', training: dropout },
  // Dropout was left away again: with it, fewer validation digits were right.
  {
    id: 'averaged',
    below: 'augmented',
    change: 'mean of the last weights',
    of: 'augmented',
    how: 'averaged',
  },
  { id: 'moved', below: 'augmented', change: 'asked about five moved copies', of: 'augmented', how: 'moved' },
  {
    id: 'together',
    below: 'augmented',
    change: 'several networks together',
    of: 'augmented',
    how: 'together',
  },
  {
    id: 'moved-together',
    below: 'together',
    change: 'together, about moved copies',
    of: 'augmented',
    how: 'moved together',
  },
  { id: 'all', below: 'augmented', change: 'all 60 000 digits', training: all },
  { id: 'all-together', below: 'all', change: 'all digits, together', of: 'all', how: 'together' },
];
