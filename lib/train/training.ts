/**
 * One training: what is asked for, what computes it, how far it has come.
 * Flow: fit → **Training** → trainEpoch, endEpoch, checkpoints.
 */
import type { Plan } from './plan';
import type { TrainingFacts, TrainingState } from './trainingState';
import type { TrainingStep } from './trainingStep';

export interface Training {
  readonly plan: Plan;
  readonly step: TrainingStep;
  readonly state: TrainingState;
}

/** Steps since the training began. */
export function stepsDone(plan: Plan, { epochs, step }: Pick<TrainingFacts, 'epochs' | 'step'>): number {
  return epochs.length * plan.stepsPerEpoch + step;
}
