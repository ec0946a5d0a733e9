import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { escapeHtml } from '../../lib/plot/escapeHtml';
import { formatNumber } from '../../lib/plot/formatNumber';
import { niceTicks } from '../../lib/plot/niceTicks';
import { plainJson } from '../../lib/plot/plainJson';
import { detailsHtml, tableHtml } from '../../lib/plot/tableHtml';
import { readHtml } from './page';

test('escaped text is shown as it was written, in an element and in an attribute', () => {
  assert.equal(escapeHtml('1 < 2 & "so on"'), '1 &lt; 2 &amp; &quot;so on&quot;');
  const text = fc.string({ unit: fc.constantFrom(...`<>&"' amp;lt/script`) });
  fc.assert(
    fc.property(text, written => {
      const html = `<p title="${escapeHtml(written)}">${escapeHtml(written)}</p>`;
      const body = readHtml(html);
      assert.equal(body.children.length, 1);
      assert.equal(body.querySelector('p')?.textContent, written);
      assert.equal(body.querySelector('p')?.title, written);
    }),
    { seed: 1, numRuns: 30 },
  );
});

test('numbers are written for readers', () => {
  const written: [number, string][] = [
    [60000, '60\u202f000'],
    [1234567, '1\u202f234\u202f567'],
    [-1000, '-1\u202f000'],
    [999, '999'],
    [0, '0'],
    [0.98765, '0.9877'],
    [-0.00001234, '-0.00001234'],
    [0.5, '0.5'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
  ];
  for (const [value, text] of written) assert.equal(formatNumber(value), text);
});

test('ticks are round, evenly spaced, and within the range', () => {
  assert.deepEqual(niceTicks(0, 1, 5), [0, 0.2, 0.4, 0.6, 0.8, 1]);
  assert.deepEqual(niceTicks(3, 97, 4), [50]);
  assert.deepEqual(niceTicks(7, 7, 4), [7]);
  const edge = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(
      edge,
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      fc.integer({ min: 2, max: 9 }),
      (low, span, count) => {
        const ticks = niceTicks(low, low + span, count);
        const slack = 1e-6 * span;
        assert.ok(ticks.length <= count + 1);
        for (const tick of ticks) assert.ok(tick >= low - slack && tick <= low + span + slack, `${tick}`);
        const steps = ticks.slice(1).map((tick, i) => tick - ticks[i]!);
        for (const step of steps) {
          assert.ok(Math.abs(step - steps[0]!) <= slack);
          const digit = Number(step.toExponential(3).slice(0, 5));
          assert.ok([1, 2, 5].includes(digit), `a step of ${step}`);
        }
      },
    ),
    { seed: 2 },
  );
});

test('typed arrays become lists, and numbers that JSON lacks become null', () => {
  const figure = { y: Float32Array.of(1, Number.NaN), deep: [{ z: Uint8Array.of(7) }], text: 'as it is' };
  assert.deepEqual(plainJson<unknown>(figure), { y: [1, null], deep: [{ z: [7] }], text: 'as it is' });
});

test('a table shows every cell, escaped', () => {
  const body = readHtml(tableHtml({ columns: ['<b>', 'n'], rows: [['a & b', 1234.5678]] }));
  const cells = [...body.querySelectorAll('th, td')].map(cell => cell.textContent);
  assert.deepEqual(cells, ['<b>', 'n', 'a & b', '1235']);
});

test('a long table is thinned out evenly, keeps its ends, and says so', () => {
  const rows = Array.from({ length: 469 }, (_, i) => [`row ${i}`]);
  const body = readHtml(detailsHtml({ columns: ['name'], rows }));
  const shown = [...body.querySelectorAll('td')].map(cell => Number(cell.textContent?.slice(4)));
  assert.equal(body.querySelector('summary')?.textContent, 'The numbers (50 of 469 rows)');
  assert.deepEqual([shown.length, shown[0], shown.at(-1)], [50, 0, 468]);
  for (const [i, at] of shown.slice(1).entries()) assert.ok(Math.abs(at - shown[i]! - 468 / 49) <= 1);
  assert.match(detailsHtml({ columns: ['name'], rows: [['one']] }), /The numbers \(1 row\)/);
});
