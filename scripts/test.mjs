/**
 * `npm test`: sets up whatever is missing, then proves the course, cheapest proof first.
 * `npm test -- units kernel` runs only the named groups; `npm run test:full` the one that takes an hour.
 * Flow: set-up → check → **test**.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from './check.mjs';
import { setUpOrExit } from './setup/index.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Folders below test/ that start kernels, clusters, browsers, servers or whole set-ups: one file at a time.
 * Every other folder is a unit group.
 */
const heavy = ['kernel', 'notebooks', 'scale', 'lab', 'book', 'setup', 'full'];

/** @param {string} folder @returns {string[]} */
function testFiles(folder) {
  return readdirSync(join(root, 'test', folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.test.ts'))
    .map(file => join('test', folder, file))
    .sort();
}

const groups = [
  {
    name: 'units',
    concurrency: 2,
    files: testFiles('.').filter(file => !heavy.some(folder => file.startsWith(join('test', folder, '/')))),
  },
  ...heavy.map(name => ({ name, concurrency: 1, files: testFiles(name) })),
];

/** Runs only where it is named. */
const onRequest = 'full';

/**
 * @param {{ name: string, concurrency: number, files: string[] }} group
 * @returns {import('./countReporter.mjs').Counts}
 */
function runGroup({ name, concurrency, files }) {
  if (files.length === 0) throw new Error(`npm test: the group '${name}' has no test files`);
  const folder = mkdtempSync(join(tmpdir(), 'digits-cnn-test-'));
  const countsFile = join(folder, 'counts.json');
  console.log(`\n${name}: ${files.length} files`);
  try {
    const { status } = spawnSync(
      process.execPath,
      [
        '--import',
        'tsx',
        '--test',
        `--test-concurrency=${concurrency}`,
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        '--test-reporter=./scripts/countReporter.mjs',
        `--test-reporter-destination=${countsFile}`,
        ...files,
      ],
      { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
    );
    /** @type {import('./countReporter.mjs').Counts} */
    const counts = JSON.parse(readFileSync(countsFile, 'utf8'));
    // A crash between two tests fails the run without failing a test.
    if (status !== 0 && counts.failed === 0) counts.failed = 1;
    return counts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.find(name => name !== 'check' && !groups.some(group => group.name === name));
if (unknown !== undefined) {
  const known = ['check', ...groups.map(group => group.name)].join(', ');
  console.error(`npm test: expected any of ${known}; got '${unknown}'`);
  process.exit(2);
}
const isWanted = (/** @type {string} */ name) =>
  wanted.length === 0 ? name !== onRequest : wanted.includes(name);

/** What was tested, when and how long: the long tests' result is written down in CONTRIBUTING.md. */
function occasion() {
  const { stdout } = spawnSync('git', ['describe', '--always', '--dirty'], { cwd: root, encoding: 'utf8' });
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, ${stdout?.trim() || 'no commit'}, ${Math.round(performance.now() / 60_000)} min: `;
}

await setUpOrExit({ root });
const total = { passed: 0, failed: 0, skipped: 0 };
const add = (/** @type {Partial<typeof total>} */ { passed = 0, failed = 0, skipped = 0 }) => {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
};
if (isWanted('check')) add(check());
for (const group of groups.filter(group => isWanted(group.name))) add(runGroup(group));
const when = wanted.includes(onRequest) ? occasion() : '';
console.log(`\n${when}${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
