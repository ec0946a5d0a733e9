/**
 * How fast training goes and how long it will still take.
 * Flow: fit tells the time of every step → **Pace** → imagesPerSecond, secondsLeft.
 */

/** Steps older than this do not count for the rate, so that it follows a machine that slows down. */
const WINDOW_MILLISECONDS = 2000;

/** The rate of a training. Times are in milliseconds, on any clock. */
export class Pace {
  private marks: { time: number; seen: number }[] = [];

  /**
   * @param images that the training sees in all.
   * @param seen those of them that were seen before, where it was resumed.
   */
  constructor(
    private readonly images: number,
    private seen: number,
  ) {}

  /** Begins to count: at the start, and again after a pause such as a validation. */
  start(now: number): void {
    this.marks = [{ time: now, seen: this.seen }];
  }

  /** Notes a step that ended `now`. @returns the rate over the last two seconds, and the time left at that rate. */
  step(images: number, now: number): { imagesPerSecond: number; secondsLeft: number } {
    this.seen += images;
    this.marks.push({ time: now, seen: this.seen });
    while (this.marks.length > 2 && now - this.marks[1]!.time >= WINDOW_MILLISECONDS) this.marks.shift();
    const { time, seen } = this.marks[0]!;
    const imagesPerSecond = (this.seen - seen) / Math.max((now - time) / 1000, 1e-9);
    return { imagesPerSecond, secondsLeft: (this.images - this.seen) / imagesPerSecond };
  }
}
