/**
 * The exercises of lesson 07, in their order.
 * Flow: one file per exercise → **pooling** → exercises.
 */

export type PoolingExercises = Readonly<Record<never, never>>;

export const pooling: PoolingExercises = {};
