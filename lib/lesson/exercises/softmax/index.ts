/**
 * The exercises of lesson 04, in their order.
 * Flow: one file per exercise → **softmax** → exercises.
 */

export type SoftmaxExercises = Readonly<Record<never, never>>;

export const softmax: SoftmaxExercises = {};
