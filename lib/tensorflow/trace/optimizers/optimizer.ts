/**
 * The optimisers a traced step can have, as plain data.
 * Flow: options → **optimizer** → graphOptimizer in the session, updateRule step by step.
 */
import type { GraphBuilder, Reference } from '../graphBuilder';
import type { GraphVariable } from '../graphVariables';

/** Which optimiser; the learning rate is given at every run. */
export type TraceOptimizer =
  | { readonly name: 'sgd' }
  | {
      readonly name: 'momentum';
      /** Default 0.9. */
      readonly momentum?: number;
      /** Looks ahead by one step. Default false. */
      readonly nesterov?: boolean;
    }
  | ({ readonly name: 'adam' } & AdamOptions)
  | ({
      readonly name: 'adamw';
      /** How much of each weight a step takes off, times the learning rate. Default 0.01. */
      readonly weightDecay?: number;
    } & AdamOptions);

/** The numbers of Adam; its step size is fed anew in every step. */
export interface AdamOptions {
  /** How slowly the mean of the gradients moves. Default 0.9. */
  readonly beta1?: number;
  /** How slowly the mean of their squares moves. Default 0.999. */
  readonly beta2?: number;
  /** Keeps the division from 0. Default 1e-7. */
  readonly epsilon?: number;
}

/** The graph around an update. */
export interface UpdateContext {
  readonly graph: GraphBuilder;
  /** A scalar float32, fed at every run. */
  readonly learningRate: Reference;
  /** The number of the step, from 1, as a scalar float32. */
  readonly number: Reference;
}

/** A variable with its gradient. */
export interface Update {
  readonly variable: GraphVariable;
  readonly slots: readonly GraphVariable[];
  readonly gradient: Reference;
  /** What must have run before the variable may change. */
  readonly after: readonly Reference[];
}

/** Writes an optimiser into a recorded graph. */
export interface GraphOptimizer {
  /** What it keeps for every variable, in numbers of the variable's shape, 0 at first. */
  readonly slots: readonly string[];
  /** Adds the operation that changes a variable. @returns it. */
  update(update: Update): Reference;
}

const NAMES = ['sgd', 'momentum', 'adam', 'adamw'];

/** @throws RangeError if there is no such optimiser, or a number is out of its range. */
export function checkOptimizer(caller: string, options: TraceOptimizer): void {
  const { name, ...numbers } = options as { name: string } & Record<string, unknown>;
  if (!NAMES.includes(name)) {
    throw new RangeError(`${caller}: optimizer.name must be one of ${NAMES.join(', ')}, got ${name}`);
  }
  for (const [option, value] of Object.entries(numbers)) {
    if (typeof value !== 'number') continue;
    // A decay and an ε may be large; what says how slowly a mean moves is below 1.
    const limit = option === 'weightDecay' || option === 'epsilon' ? Number.POSITIVE_INFINITY : 1;
    if (!(value >= 0 && value < limit)) {
      throw new RangeError(`${caller}: optimizer.${option} must be in [0, ${limit}), got ${value}`);
    }
  }
}
