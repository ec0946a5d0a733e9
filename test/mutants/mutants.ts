/**
 * All mistakes of this folder, one by one.
 * Flow: lists of mistakes → **mutants** → run.ts; mutants.test.ts.
 */
import { learning } from './learning';
import { pointwise } from './pointwise';
import { windows } from './windows';

/** One mistake in one file below lib/. */
export interface Mutant {
  readonly file: string;
  readonly what: string;
  readonly right: string;
  readonly wrong: string;
}

export const mutants: readonly Mutant[] = Object.entries({ ...pointwise, ...windows, ...learning }).flatMap(
  ([file, mistakes]) => mistakes.map(([what, right, wrong]) => ({ file, what, right, wrong })),
);
