/**
 * The options of `digits train` that a plan may set, under the names that `fit` has for them.
 * Flow: **planOptions** → checkPlan; job → jobArguments.
 */
import { networkRecipes } from '../networkRecipes';

/** One of these options: how the command line calls it, what it must be, and whether a value is. */
export interface PlanOption {
  flag: string;
  must: string;
  accepts(value: unknown): boolean;
}

/** What a plan's option is set to. */
export type OptionValue = string | number;

/** Options of one job, by name. */
export type JobOptions = Readonly<Record<string, OptionValue>>;

const file = (flag: string): PlanOption => ({
  flag,
  must: 'a file name',
  accepts: value => typeof value === 'string' && value !== '' && !value.includes('\0'),
});
const integer = (flag: string, smallest: number): PlanOption => ({
  flag,
  must: `an integer ≥ ${smallest}`,
  accepts: value => Number.isSafeInteger(value) && (value as number) >= smallest,
});
const choice = (flag: string, names: readonly string[]): PlanOption => ({
  flag,
  must: `one of ${names.join(', ')}`,
  accepts: value => names.includes(value as string),
});

export const planOptions: Readonly<Record<string, PlanOption>> = {
  data: file('--data'),
  test: file('--test'),
  model: choice('--model', Object.keys(networkRecipes)),
  epochs: integer('--epochs', 1),
  batchSize: integer('--batch-size', 1),
  learningRate: {
    flag: '--learning-rate',
    must: 'a number > 0',
    accepts: value => Number.isFinite(value) && (value as number) > 0,
  },
  seed: integer('--seed', 0),
  engine: choice('--engine', ['auto', 'session', 'eager']),
};
