/**
 * Seeded random numbers: the only source of chance in the library.
 * Flow: splits, shuffles, initial weights, augmentation → **random**.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { checkInteger } from '../check/numbers';

/** A stream of random numbers. Two streams in the same state give the same numbers. */
export interface Random {
  /** A number in `[0, 1)`. */
  uniform(): number;
  /** A whole number in `[0, limit)`, each equally likely. */
  integer(limit: number): number;
  /** A draw from the normal distribution with mean 0 and standard deviation 1. */
  normal(): number;
  /** Puts the items in random order, in place, and returns them. */
  shuffle<T extends { [index: number]: number; readonly length: number }>(items: T): T;
  /** Where the stream stands now, as plain numbers; `restoreRandom` goes on from there. */
  state(): readonly number[];
}

/**
 * A stream of random numbers from a seed.
 *
 * Neighbouring seeds give unrelated streams: the seed is scrambled (SplitMix) before it becomes the state
 * of the generator, xoroshiro128+.
 *
 * @param seed a whole number ≥ 0.
 * @throws RangeError if `seed` is anything else.
 * @example createRandom(1).integer(10) // 3, on every machine
 * @see Blackman & Vigna, Scrambled Linear Pseudorandom Number Generators (2021). Used in notebooks/01-digits-from-csv.
 */
export function createRandom(seed: number): Random {
  checkInteger('createRandom', 'seed', seed, 0);
  const high = Math.floor(seed / 2 ** 32);
  return restoreRandom([0, 1, 2, 3].map(word => scramble((seed ^ scramble(high + word)) | 0, word + 1)));
}

/**
 * The stream that `state()` was taken from, at that point.
 *
 * @param state four 32-bit integers, not all 0.
 * @throws RangeError if `state` is anything else.
 * @see Used in notebooks/11-training.
 */
export function restoreRandom(state: readonly number[]): Random {
  const whole = state.length === 4 && state.every(word => Number.isInteger(word) && word === (word | 0));
  if (!whole || state.every(word => word === 0)) {
    throw new RangeError(`restoreRandom: state must be four 32-bit integers, not all 0, got [${state}]`);
  }
  const generator = xoroshiro128plusFromState(state);
  const uniform = (): number => uniformFloat64(generator);
  const integer = (limit: number): number => {
    checkInteger('integer', 'limit', limit, 1);
    return uniformInt(generator, 0, limit - 1);
  };
  return {
    uniform,
    integer,
    // Box and Muller (1958); 1 − u is never 0, so the logarithm is finite.
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    shuffle: items => {
      // Fisher and Yates: every order is equally likely.
      for (let last = items.length - 1; last > 0; last--) {
        const other = integer(last + 1);
        const item = items[last]!;
        items[last] = items[other]!;
        items[other] = item;
      }
      return items;
    },
    state: () => generator.getState(),
  };
}

/** SplitMix's finaliser: every bit of the input changes about half of the 32 bits of the result. */
function scramble(value: number, step: number = 1): number {
  let mixed = (value + Math.imul(step, 0x9e3779b9)) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
