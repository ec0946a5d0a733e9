/**
 * A node:test reporter that writes one JSON line of counts, so that several runs can be summed up.
 * Flow: node --test → **counts** → scripts/test.mjs.
 */

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Suites are not counted: only tests prove something.
 *
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
// biome-ignore lint/style/noDefaultExport: node --test-reporter takes the default export.
export default async function* countReporter(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite') continue;
    if (data.skip !== undefined && data.skip !== false) counts.skipped++;
    else if (type === 'test:pass') counts.passed++;
    else counts.failed++;
  }
  yield JSON.stringify(counts);
}
