/**
 * Leaves out specks: dust, grain, the dot of a neighbouring line.
 * Flow: digitInk → **keepStrokes** → centreDigit, whose box must not reach out to a speck.
 */

/** Patches with less ink than this part of the largest are no strokes; the bar of a 5 that stands apart has more. */
const SMALLEST = 0.05;

/**
 * The same ink without its small patches; pixels belong together if they touch, at a corner too.
 *
 * @param pixels `height · width` bytes, 0 without ink.
 */
export function keepStrokes({
  pixels,
  height,
  width,
}: {
  pixels: Uint8Array;
  height: number;
  width: number;
}): Uint8Array {
  const patches = patchesOf(pixels, height, width);
  const inkOf = (patch: readonly number[]): number => patch.reduce((sum, index) => sum + pixels[index]!, 0);
  const amounts = patches.map(inkOf);
  const least = SMALLEST * Math.max(...amounts);
  const kept = new Uint8Array(pixels.length);
  for (const [number, patch] of patches.entries()) {
    if (amounts[number]! < least) continue;
    for (const index of patch) kept[index] = pixels[index]!;
  }
  return kept;
}

/** The pixels of each patch. */
function patchesOf(pixels: Uint8Array, height: number, width: number): number[][] {
  const seen = new Uint8Array(pixels.length);
  const patches: number[][] = [];
  for (let start = 0; start < pixels.length; start++) {
    if (seen[start] || pixels[start] === 0) continue;
    seen[start] = 1;
    const patch = [start];
    for (const index of patch) {
      // Grows while it is walked through.
      const [row, column] = [Math.floor(index / width), index % width];
      for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) {
          const near = y * width + x;
          if (seen[near] || pixels[near] === 0) continue;
          seen[near] = 1;
          patch.push(near);
        }
      }
    }
    patches.push(patch);
  }
  return patches;
}
