/**
 * The exercises of lesson 03, in their order.
 * Flow: one file per exercise → **sigmoid** → exercises.
 */

export type SigmoidExercises = Readonly<Record<never, never>>;

export const sigmoid: SigmoidExercises = {};
