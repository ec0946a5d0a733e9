/**
 * Shows a sweep on standard error: a line for each job, and on a terminal below it one that moves.
 * Flow: SweepProgress → **SweepLines** → standard error.
 */
import { formatSeconds } from '../format';
import type { Io } from '../io';
import type { SweepProgress } from './sweep';

const REDRAW_MILLISECONDS = 1000;
/** Back to the first column, and clear to the end of the line. */
const LINE_START = '\r\u001b[K';

export class SweepLines {
  private last: { progress: SweepProgress; time: number } | undefined;
  private timer: NodeJS.Timeout | undefined;

  /** @param now a clock in milliseconds. */
  constructor(
    private readonly io: Pick<Io, 'err' | 'terminal'>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** A line that stays: how many jobs have ended, what happened, the time left. */
  show(progress: SweepProgress): void {
    const { text, done, failed, jobs } = progress;
    this.clear();
    const left = this.io.terminal ? '' : timeLeft(progress.secondsLeft);
    this.io.err(`${done + failed}/${jobs}  ${text}${left}\n`);
    this.last = { progress, time: this.now() };
    if (!this.io.terminal) return;
    this.timer ??= setInterval(() => this.draw(), REDRAW_MILLISECONDS);
    this.draw();
  }

  /** Takes the moving line away. */
  end(): void {
    clearInterval(this.timer);
    this.clear();
  }

  /** On a terminal, what runs on between two jobs: the time left goes down. */
  private draw(): void {
    if (!this.last) return;
    const { progress, time } = this.last;
    const { done, failed, jobs, secondsLeft } = progress;
    const left =
      secondsLeft === undefined ? undefined : Math.max(0, secondsLeft - (this.now() - time) / 1000);
    this.io.err(`${LINE_START}${done + failed} of ${jobs} jobs${timeLeft(left)}`);
  }

  private clear(): void {
    if (this.io.terminal) this.io.err(LINE_START);
  }
}

function timeLeft(seconds: number | undefined): string {
  return seconds === undefined ? '' : `  (about ${formatSeconds(seconds)} left)`;
}
