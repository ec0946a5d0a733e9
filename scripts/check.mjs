/**
 * `npm run check`: what can be said about the code and the lessons without running them.
 * Flow: set-up → **check** → test.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// Named by path: node_modules/.bin/tsc is the old compiler that tslab brings along.
const typescript = join(root, 'node_modules/typescript/bin/tsc');
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');

/** Each check: what it proves, and the program that proves it. */
const checks = [
  { name: 'format and lint', command: [biome, 'ci', '--error-on-warnings', '.'] },
  { name: 'types of the library', command: [typescript, '-p', 'lib', '--noEmit'] },
  { name: 'types of the interactives', command: [typescript, '-p', 'lib/plot/interactives/browser'] },
  { name: 'types of tests and scripts', command: [typescript, '-p', '.'] },
  { name: 'lessons', command: [join(root, 'scripts/lint.mjs')] },
];

/** Runs every check and counts. */
export function check() {
  const counts = { passed: 0, failed: 0 };
  for (const { name, command } of checks) {
    const started = performance.now();
    const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
    counts[status === 0 ? 'passed' : 'failed']++;
  }
  return counts;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = check().failed === 0 ? 0 : 1;
}
