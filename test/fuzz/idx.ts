/** Damaged IDX files, against a reader that does it the slow and obvious way. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIdx } from '../../lib/data/readIdx';
import { createRandom } from '../../lib/random/random';
import { judge, mutate, type Outcomes } from './mutate';

const whole = Uint8Array.of(
  0,
  0,
  8,
  3,
  0,
  0,
  0,
  2,
  0,
  0,
  0,
  2,
  0,
  0,
  0,
  3,
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  9,
  10,
  11,
  255,
);

function readSlowly(bytes: Uint8Array): { shape: number[]; values: number[] } | undefined {
  const [first, second, type, dimensions = 0, ...rest] = bytes;
  if (first !== 0 || second !== 0 || type !== 8 || dimensions === 0) return undefined;
  if (rest.length < 4 * dimensions) return undefined;
  const shape: number[] = [];
  for (let axis = 0; axis < dimensions; axis++) {
    const [a, b, c, d] = rest.splice(0, 4) as [number, number, number, number];
    shape.push(((a * 256 + b) * 256 + c) * 256 + d);
  }
  const size = shape.reduce((product, length) => product * BigInt(length), 1n);
  return size === BigInt(rest.length) ? { shape, values: rest } : undefined;
}

export async function fuzzIdx(cases: number, folder: string): Promise<Outcomes> {
  const random = createRandom(11);
  const path = join(folder, 'damaged-idx');
  const outcomes = { accepted: 0, refused: 0 };
  for (let index = 0; index < cases; index++) {
    const bytes = mutate(whole, random);
    writeFileSync(path, bytes);
    const expected = readSlowly(bytes);
    await judge(
      outcomes,
      'readIdx',
      () => readIdx(path),
      ({ shape, values }) => assert.deepEqual({ shape, values: [...values] }, expected),
    );
    assert.equal(outcomes.accepted + outcomes.refused, index + 1);
    if (expected === undefined) assert.ok(outcomes.refused > 0);
  }
  return outcomes;
}
