/**
 * The exercises of lesson 01, in their order.
 * Flow: one file per exercise → **csv** → exercises.
 */

export type CsvExercises = Readonly<Record<never, never>>;

export const csv: CsvExercises = {};
