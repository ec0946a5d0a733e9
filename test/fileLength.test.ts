/** A file above 200 lines says in its head comment why it is one file: `Long: …`. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(__dirname, '..');
const MOST = 200;

/** The programs below a folder, without what is installed or built. */
function programsIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['dist', 'node_modules'].includes(entry.name) ? [] : programsIn(path);
    return /\.(ts|mjs|js)$/.test(entry.name) ? [path] : [];
  });
}

test(`a file above ${MOST} lines says why`, () => {
  const files = ['lib', 'kernel', 'scripts', 'bench', 'book', 'examples', 'test'].flatMap(programsIn);
  assert.ok(files.length > 500, `found ${files.length} files`);
  const silent = files.filter(file => {
    const source = readFileSync(join(root, file), 'utf8');
    const head = /^(?:#!.*\n)?\/\*\*[\s\S]*?\*\//.exec(source)?.[0] ?? '';
    return source.split('\n').length - 1 > MOST && !head.includes('Long: ');
  });
  assert.deepEqual(silent, []);
});
