/**
 * The exercises of lesson 06, in their order.
 * Flow: one file per exercise → **convolution** → exercises.
 */

export type ConvolutionExercises = Readonly<Record<never, never>>;

export const convolution: ConvolutionExercises = {};
