/**
 * Can the tests fail? Puts each mistake into a copy of the library and runs the test that has to notice it.
 *
 *     npx tsx test/mutants/run.ts [words…]      only mistakes whose file or description holds one of the words
 *
 * Prints a line for each mistake and a count; exits with 1 if one goes unnoticed.
 * Flow: mutants → **run** → CONTRIBUTING says how many were caught.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testOf } from './mutant';
import { type Mutant, mutants } from './mutants';

const root = join(__dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'digits-cnn-mutants-'));

/** Whether the test in the scratch copy passes. A test that never ends has noticed, too. */
function passes(test: string): boolean {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', '--test', join('test', test)], {
    cwd: scratch,
    stdio: 'ignore',
    timeout: 60_000,
  });
  return status === 0;
}

/** Makes the mistake, runs its test, and puts the right text back. */
function isCaught({ file, right, wrong }: Mutant): boolean {
  const path = join(scratch, 'lib', file);
  const source = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    source.replace(right, () => wrong),
  );
  const caught = !passes(testOf(file));
  writeFileSync(path, source);
  return caught;
}

function main(words: readonly string[]): number {
  const wanted = mutants.filter(
    ({ file, what }) => words.length === 0 || words.some(word => `${file} ${what}`.includes(word)),
  );
  for (const folder of ['encode', 'layers', 'types', 'check', 'random']) {
    cpSync(join(root, 'lib', folder), join(scratch, 'lib', folder), { recursive: true });
    cpSync(join(root, 'test', folder), join(scratch, 'test', folder), { recursive: true });
  }
  cpSync(join(root, 'package.json'), join(scratch, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'));

  const broken = [...new Set(wanted.map(({ file }) => testOf(file)))].filter(test => !passes(test));
  if (broken.length > 0)
    throw new Error(`run: expected tests that pass without mistakes, got ${broken.join(', ')}`);

  const started = performance.now();
  const survivors = wanted.filter(mutant => {
    const caught = isCaught(mutant);
    console.log(`${caught ? 'caught  ' : 'SURVIVED'}  ${mutant.file.padEnd(28)}  ${mutant.what}`);
    return !caught;
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`\n${wanted.length - survivors.length} caught, ${survivors.length} survived, ${seconds} s`);
  return survivors.length;
}

try {
  process.exitCode = main(process.argv.slice(2)) === 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true });
}
