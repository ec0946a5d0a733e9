/**
 * What a sweep shall train, and the check that it can.
 * Flow: a plan file, or an object in a notebook → **checkPlan** → jobsOf.
 */
import { InputError } from '../../check/inputError';
import { type JobOptions, type OptionValue, planOptions } from './planOptions';

/**
 * Many trainings in a few lines. Options are those of `digits train`: data, test, model, epochs, batchSize,
 * learningRate, seed, engine; one that is not given is as it is there.
 */
export interface Plan {
  /** The same in every job. */
  options?: JobOptions;
  /** Every value of one with every value of the others: the last varies fastest. */
  grid?: Readonly<Record<string, readonly OptionValue[]>>;
  /** Further jobs, each as it is. */
  jobs?: readonly JobOptions[];
  /**
   * TensorFlow's threads in each job, default 1. A part of the plan, because sums are added up in another order by
   * another number of threads: the results differ in their last digits.
   */
  threads?: number;
}

/** So many can be kept track of; nobody means more. */
const MOST_JOBS = 10_000;

/**
 * Refuses what cannot be trained, before anything is.
 *
 * @param name what the reader knows the plan by: its file.
 * @throws InputError naming the first field that is wrong.
 * @example checkPlan('plan.json', { grid: { seed: [1, -1] } }) // InputError: sweep: plan.json: grid.seed[1] must be an integer ≥ 0, got -1
 */
export function checkPlan(name: string, plan: unknown): asserts plan is Plan {
  const fail = (field: string, must: string, got: unknown): never => {
    throw new InputError(`sweep: ${name}: ${field} must be ${must}, got ${shown(got)}`);
  };
  const check = (field: string, option: string, value: unknown): void => {
    const { must, accepts } = planOptions[option]!;
    if (!accepts(value)) fail(field, must, value);
  };
  const entries = (field: string, value: unknown): [string, unknown][] => {
    if (!isRecord(value)) return fail(field, 'an object', value);
    for (const option of Object.keys(value)) {
      if (!Object.hasOwn(planOptions, option)) {
        fail(`each name in ${field}`, `one of ${Object.keys(planOptions).join(', ')}`, option);
      }
    }
    return Object.entries(value);
  };

  if (!isRecord(plan)) return fail('the plan', 'an object', plan);
  const parts = ['options', 'grid', 'jobs', 'threads'];
  const unknown = Object.keys(plan).find(part => !parts.includes(part));
  if (unknown !== undefined) fail('each part', `one of ${parts.join(', ')}`, unknown);
  const { options = {}, grid, jobs, threads = 1 } = plan;
  if (!Number.isSafeInteger(threads) || (threads as number) < 1) fail('threads', 'an integer ≥ 1', threads);
  if (grid === undefined && jobs === undefined) fail('grid', 'there, or jobs', undefined);
  for (const [option, value] of entries('options', options)) check(`options.${option}`, option, value);

  let size = 1;
  for (const [option, values] of entries('grid', grid ?? {})) {
    const field = `grid.${option}`;
    if (Object.hasOwn(options as object, option)) fail(field, 'in options or in grid, not in both', values);
    if (!Array.isArray(values) || values.length === 0) fail(field, 'a list of values', values);
    for (const [index, value] of (values as unknown[]).entries()) {
      check(`${field}[${index}]`, option, value);
      const first = (values as unknown[]).indexOf(value);
      if (first < index) fail(`${field}[${index}]`, `another value than ${field}[${first}]`, value);
    }
    size *= (values as unknown[]).length;
  }
  if (jobs !== undefined && !Array.isArray(jobs)) fail('jobs', 'a list of objects', jobs);
  for (const [index, job] of ((jobs ?? []) as unknown[]).entries()) {
    for (const [option, value] of entries(`jobs[${index}]`, job)) {
      check(`jobs[${index}].${option}`, option, value);
    }
  }
  const count = (grid === undefined ? 0 : size) + ((jobs ?? []) as unknown[]).length;
  if (count === 0 || count > MOST_JOBS) fail('the plan', `of 1 to ${MOST_JOBS} jobs`, count);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as JSON has it, in a few characters. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'none';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
