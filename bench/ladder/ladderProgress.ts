/**
 * How far the ladder has come: a line every half minute, with the rate and the time left.
 * Flow: trainRung's messages → **LadderProgress** → the terminal, or a log.
 */
import type { LadderRun } from '../../lib/evaluate/ladder';
import type { TrainedRung } from './rung';

const EVERY_MILLISECONDS = 30_000;
const DIGITS = { 'five sixths': 50_000, all: 60_000 } as const;

interface Job {
  rung: TrainedRung;
  seed: number;
}

/** Images are counted by what they cost: those of a rung that has been measured, by its processor time. */
export class LadderProgress {
  private readonly total: number;
  private readonly seenBy: Map<string, { seen: number; rung: TrainedRung; active: boolean }> = new Map();
  private readonly start: number = performance.now();
  private readonly timer: NodeJS.Timeout;
  private last: { at: number; images: number } = { at: this.start, images: 0 };

  constructor(
    jobs: readonly Job[],
    private readonly runs: readonly LadderRun[],
  ) {
    for (const { rung, seed } of jobs)
      this.seenBy.set(`${rung.id} ${seed}`, { seen: 0, rung, active: false });
    this.total = this.work(({ rung }) => this.imagesOf(rung));
    this.timer = setInterval(() => console.log(this.line()), EVERY_MILLISECONDS);
    this.timer.unref();
  }

  seen(rung: string, seed: number, images: number): void {
    const job = this.seenBy.get(`${rung} ${seed}`);
    if (job) Object.assign(job, { seen: images, active: true });
  }

  done(rung: string, seed: number): void {
    const job = this.seenBy.get(`${rung} ${seed}`);
    if (job) Object.assign(job, { seen: this.imagesOf(job.rung), active: false });
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private line(): string {
    const done = this.work(({ seen }) => seen);
    const now = performance.now();
    const images = [...this.seenBy.values()].reduce((sum, { seen }) => sum + seen, 0);
    const rate = ((images - this.last.images) / (now - this.last.at)) * 1000;
    this.last = { at: now, images };
    const left = done > 0 ? ((now - this.start) / 60_000) * (this.total / done - 1) : Number.NaN;
    const active = [...this.seenBy]
      .filter(([, job]) => job.active)
      .map(([name, { seen, rung }]) => `${name} ${((100 * seen) / this.imagesOf(rung)).toFixed(0)} %`);
    const part = ((100 * done) / this.total).toFixed(1);
    return `${part} %, ${rate.toFixed(0)} images/s, about ${left.toFixed(0)} min left: ${active.join(', ')}`;
  }

  private work(images: (job: { seen: number; rung: TrainedRung }) => number): number {
    let sum = 0;
    for (const job of this.seenBy.values()) sum += images(job) * this.cost(job.rung);
    return sum;
  }

  private imagesOf({ training: { recipe, digits } }: TrainedRung): number {
    return recipe.epochs * DIGITS[digits];
  }

  /** Seconds of the processor per image; a guess where nothing like it has been measured. */
  private cost(rung: TrainedRung): number {
    const measured = this.runs.find(run => run.rung === rung.id);
    if (measured) return measured.cpuSeconds / this.imagesOf(rung);
    return rung.training.network.convolutions.length * 7e-5;
  }
}
