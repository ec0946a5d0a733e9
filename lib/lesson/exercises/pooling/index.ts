/**
 * The exercises of lesson 07, in their order.
 * Flow: one file per exercise → **pooling** → exercises.
 */
import { poolingMaxPool } from './maxPool';
import { poolingMaxPoolGradient } from './maxPoolGradient';
import { poolingNetwork } from './network';
import { poolingReluGradient } from './reluGradient';

export interface PoolingExercises {
  readonly 'pooling/reluGradient': typeof poolingReluGradient;
  readonly 'pooling/maxPool': typeof poolingMaxPool;
  readonly 'pooling/maxPoolGradient': typeof poolingMaxPoolGradient;
  readonly 'pooling/network': typeof poolingNetwork;
}

export const pooling: PoolingExercises = {
  'pooling/reluGradient': poolingReluGradient,
  'pooling/maxPool': poolingMaxPool,
  'pooling/maxPoolGradient': poolingMaxPoolGradient,
  'pooling/network': poolingNetwork,
};
