import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { testOf } from './mutant';
import { mutants } from './mutants';

const root = join(__dirname, '../..');

test('every mistake can still be made: its right text occurs exactly once', () => {
  const stale = mutants.flatMap(({ file, what, right, wrong }) => {
    const found = readFileSync(join(root, 'lib', file), 'utf8').split(right).length - 1;
    return found === 1 && right !== wrong ? [] : [`${file}: ${what}: found ${found} times: ${right}`];
  });
  assert.deepEqual(stale, []);
});

test('CONTRIBUTING says how many there are', () => {
  const files = new Set(mutants.map(({ file }) => file)).size;
  const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  assert.ok(
    text.includes(`lists ${mutants.length} small mistakes in ${files} files`),
    `${mutants.length}, ${files}`,
  );
});

test('every source file of encode and layers has a mistake, and the test that has to notice it', () => {
  const files = ['encode', 'layers'].flatMap(
    folder =>
      readdirSync(join(root, 'lib', folder))
        .filter(file => file !== 'index.ts')
        .map(file => `${folder}/${file}`)
        .filter(file => Object.keys(require(join(root, 'lib', file))).length > 0), // types make no mistakes
  );
  const broken = new Set(mutants.map(({ file }) => file));
  assert.deepEqual(
    files.filter(file => !broken.has(file)),
    [],
  );
  for (const file of broken) assert.ok(existsSync(join(root, 'test', testOf(file))), file);
});
