/**
 * The exercises of lesson 05, in their order.
 * Flow: one file per exercise → **crossEntropy** → exercises.
 */

export type CrossEntropyExercises = Readonly<Record<never, never>>;

export const crossEntropy: CrossEntropyExercises = {};
