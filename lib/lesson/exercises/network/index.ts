/**
 * The exercises of lesson 08, in their order.
 * Flow: one file per exercise → **network** → exercises.
 */

export type NetworkExercises = Readonly<Record<never, never>>;

export const network: NetworkExercises = {};
