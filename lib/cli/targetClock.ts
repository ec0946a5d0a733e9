/**
 * Times how long a training takes to reach an accuracy on digits that it does not learn from.
 * Flow: fit's onStep → **TargetClock** → secondsToTarget, evaluationSeconds.
 */
import type { StepEvent } from '../train/events';

/** A look at the accuracy each fiftieth of the training; none in the first half, where rates are still high. */
const PARTS = 50;

/** Runs from the moment it is made: the next thing must be the training. Times are in milliseconds, on any clock. */
export class TargetClock {
  /** From the start to the end of the first step that was seen to reach the target, without the looks before it. */
  secondsToTarget: number | undefined;
  /** What all looks at the accuracy took. */
  evaluationSeconds: number = 0;
  private readonly start: number;

  /**
   * @param target accuracy in (0, 1].
   * @param measure the accuracy that the model has now.
   */
  constructor(
    private readonly target: number,
    private readonly epochs: number,
    private readonly measure: () => Promise<number>,
    private readonly now: () => number,
  ) {
    this.start = now();
  }

  /** After a step: where a look is due, gives the model its weights and measures it. Training has to wait for it. */
  step({ epoch, step, steps }: StepEvent, updateModel: () => void): Promise<void> | undefined {
    const done = (epoch - 1) * steps + step;
    if (this.secondsToTarget !== undefined || !isDue(done, this.epochs * steps)) return undefined;
    return this.look(updateModel);
  }

  private async look(updateModel: () => void): Promise<void> {
    const time = this.now();
    updateModel();
    const accuracy = await this.measure();
    if (accuracy >= this.target) {
      this.secondsToTarget = (time - this.start) / 1000 - this.evaluationSeconds;
    }
    this.evaluationSeconds += (this.now() - time) / 1000;
  }
}

/** Whether a fiftieth of the training ends with this step, in the second half. */
function isDue(done: number, total: number): boolean {
  const part = (steps: number): number => Math.floor((PARTS * steps) / total);
  return 2 * done > total && part(done) > part(done - 1);
}
