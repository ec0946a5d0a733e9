/**
 * Shows a training on standard error: a bar that moves on a terminal, plain lines elsewhere.
 * Flow: fit's events → **TrainProgress** → one line.
 */
import type { EpochEvent, StepEvent } from '../train/events';
import { formatCount, formatPercent, formatSeconds } from './format';

const BAR_WIDTH = 24;
const REDRAW_MILLISECONDS = 100;
const LINE_MILLISECONDS = 10_000;
/** Back to the first column, and clear to the end of the line. */
const LINE_START = '\r\u001b[K';

export class TrainProgress {
  private last: number;

  /** @param now a clock in milliseconds. */
  constructor(
    private readonly write: (text: string) => void,
    private readonly terminal: boolean,
    private readonly epochs: number,
    private readonly now: () => number,
  ) {
    this.last = now();
  }

  /** After a step: redraws the bar at most ten times a second, or writes a line every ten seconds. */
  step(event: StepEvent): void {
    const time = this.now();
    if (time - this.last < (this.terminal ? REDRAW_MILLISECONDS : LINE_MILLISECONDS)) return;
    this.last = time;
    const part = event.step / event.steps;
    const rate = `${formatCount(event.imagesPerSecond)} images/s`;
    const left = `${formatSeconds(event.secondsLeft)} left`;
    const numbers = `${Math.floor(100 * part)} %  loss ${event.loss.toFixed(4)}  ${rate}  ${left}`;
    this.write(
      this.terminal
        ? `${LINE_START}${this.name(event.epoch)} ${bar(part)} ${numbers}`
        : `${this.name(event.epoch)}  ${numbers}\n`,
    );
  }

  /** After an epoch: one line that stays. */
  epoch(event: EpochEvent): void {
    const { validationLoss, validationAccuracy } = event;
    const heldOut =
      validationLoss === undefined || validationAccuracy === undefined
        ? ''
        : `  held out: loss ${validationLoss.toFixed(4)}, ${formatPercent(validationAccuracy)} right`;
    const pace = `${formatSeconds(event.seconds)}, ${formatCount(event.imagesPerSecond)} images/s`;
    this.clear();
    this.write(`${this.name(event.epoch)}  loss ${event.loss.toFixed(4)}${heldOut}  (${pace})\n`);
    this.last = this.now();
  }

  /** Takes the bar away, so that another line can follow. */
  clear(): void {
    if (this.terminal) this.write(LINE_START);
  }

  private name(epoch: number): string {
    return `epoch ${epoch}/${this.epochs}`;
  }
}

function bar(part: number): string {
  const full = Math.round(part * BAR_WIDTH);
  return `${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)}`;
}
