import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { InputError } from '../../lib/check/inputError';
import { readDigits } from '../../lib/data/readDigits';
import { createRandom } from '../../lib/random/random';
import { readSlowly } from '../fuzz/csv';
import { badValues, file, HEADER, size } from './csvFile';

test('files with random changes are read like a slow reader reads them, or refused like it refuses them', async () => {
  const cell = fc.oneof(
    { weight: 9, arbitrary: fc.nat(255).map(String) },
    { weight: 1, arbitrary: fc.constantFrom(...badValues) },
  );
  const row = fc.tuple(fc.nat(9).map(String), cell, cell, cell, cell).map(cells => cells.join(','));
  const csv = fc
    .tuple(fc.array(row, { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\r\n'))
    .map(([rows, end]) => [HEADER, ...rows].join(end));
  const change = fc.record({
    at: fc.nat(200),
    drop: fc.nat(2),
    put: fc.constantFrom('', ',', '\n', '\r', '0', '9', 'x'),
  });
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(csv, fc.option(change), async (text, mutation) => {
      const at = mutation ? mutation.at % text.length : 0;
      const changed = mutation ? text.slice(0, at) + mutation.put + text.slice(at + mutation.drop) : text;
      const expectation = readSlowly(changed);
      const outcome = await readDigits(file(changed, 'changed.csv'), size).catch((error: Error) => error);
      if (expectation === undefined) {
        assert.ok(
          outcome instanceof InputError,
          `${JSON.stringify(changed)} should be refused, got ${outcome}`,
        );
        return;
      }
      accepted++;
      assert.ok(!(outcome instanceof Error), `${JSON.stringify(changed)} should be read, got ${outcome}`);
      assert.deepEqual([[...outcome.labels], [...outcome.images]], [expectation.labels, expectation.images]);
    }),
    { seed: 3, numRuns: 1000 },
  );
  assert.ok(accepted > 100 && accepted < 900, `both outcomes must be common, ${accepted} of 1000 were read`);
});

test('of 100 000 random rows every good one is read and every bad one is reported with its line', async () => {
  const random = createRandom(4);
  const cell = (largest: number) =>
    random.uniform() < 0.03
      ? badValues[random.integer(badValues.length)]!
      : String(random.integer(largest + 1));
  const rows = Array.from({ length: 100_000 }, () => {
    const cells = [cell(9), cell(255), cell(255), cell(255), cell(255)];
    const change = random.uniform();
    if (change < 0.01) cells.pop();
    if (change > 0.99) cells.push('0');
    return cells.join(',');
  });
  const expected = { labels: [] as number[], images: [] as number[], lines: [] as number[] };
  for (const [index, row] of rows.entries()) {
    const one = readSlowly(`${HEADER}\n${row}`);
    if (one === undefined && row !== '') expected.lines.push(index + 2);
    expected.labels.push(...(one?.labels ?? []));
    expected.images.push(...(one?.images ?? []));
  }
  assert.ok(expected.lines.length > 10_000 && expected.labels.length > 10_000, 'both kinds must be common');
  const read = await readDigits(file([HEADER, ...rows].join('\n'), 'many.csv'), {
    ...size,
    onBadRow: 'skip',
  });
  assert.deepEqual(
    read.badRows.map(({ line }) => line),
    expected.lines,
  );
  assert.deepEqual([...read.labels], expected.labels);
  assert.deepEqual([...read.images], expected.images);
});
