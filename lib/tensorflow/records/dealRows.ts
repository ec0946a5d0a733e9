/**
 * Deals digits out to shards as one deals cards: each gets its share of every class.
 * Flow: labels → **dealRows** → writeTfRecords.
 */
import { createRandom } from '../../random/random';
import type { Digits } from '../../types/digits';

/**
 * The rows of each shard, in random order. Every row is in one shard; sizes differ by one at most, and so does how often
 * a class is in one shard and in another.
 *
 * @param shards a whole number ≥ 1.
 * @param seed a whole number ≥ 0; who gets what, and in which order, depends on it alone.
 * @example dealRows({ labels: [0, 1, 0, 1], classes: 2 }, 2, 1).map(rows => rows.length) // [2, 2]
 */
export function dealRows(
  { labels, classes }: { labels: ArrayLike<number>; classes: Digits['classes'] },
  shards: number,
  seed: number,
): number[][] {
  const random = createRandom(seed);
  const rowsOf: number[][] = Array.from({ length: classes }, () => []);
  for (let row = 0; row < labels.length; row++) rowsOf[labels[row]!]!.push(row);
  const dealt: number[][] = Array.from({ length: shards }, () => []);
  let turn = 0;
  for (const rows of rowsOf) {
    for (const row of random.shuffle(rows)) dealt[turn++ % shards]!.push(row);
  }
  return dealt.map(rows => random.shuffle(rows));
}
