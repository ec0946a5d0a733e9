/**
 * Digits under construction, when their number is not known beforehand.
 * Flow: parseRow → **GrowingDigits** → readDigits hands out the finished Digits.
 */

/** Images and labels in arrays that grow by half when they are full. */
export class GrowingDigits {
  count: number = 0;
  private images: Uint8Array;
  private labels: Uint8Array;

  /**
   * @param pixels per image.
   * @param labelled whether there are labels.
   * @param expected how many digits are expected; a wrong guess costs only time.
   */
  constructor(
    private readonly pixels: number,
    private readonly labelled: boolean,
    expected: number,
  ) {
    this.images = new Uint8Array(expected * pixels);
    this.labels = new Uint8Array(labelled ? expected : 0);
  }

  /** Adds one image, and its label if there are labels. */
  add(image: Uint8Array, label: number): void {
    const start = this.count * this.pixels;
    if (start === this.images.length) this.grow();
    this.images.set(image, start);
    if (this.labelled) this.labels[this.count] = label;
    this.count++;
  }

  /** The digits added so far, in arrays of exactly their length. */
  finish(): { images: Uint8Array; labels: Uint8Array; count: number } {
    const { count } = this;
    return {
      images: this.images.subarray(0, count * this.pixels),
      labels: this.labels.subarray(0, this.labelled ? count : 0),
      count,
    };
  }

  private grow(): void {
    const capacity = Math.ceil(this.count * 1.5) + 16;
    const images = new Uint8Array(capacity * this.pixels);
    images.set(this.images);
    this.images = images;
    if (!this.labelled) return;
    const labels = new Uint8Array(capacity);
    labels.set(this.labels);
    this.labels = labels;
  }
}
