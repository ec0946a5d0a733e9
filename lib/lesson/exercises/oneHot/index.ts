/**
 * The exercises of lesson 02, in their order.
 * Flow: one file per exercise → **oneHot** → exercises.
 */

export type OneHotExercises = Readonly<Record<never, never>>;

export const oneHot: OneHotExercises = {};
