/** What SECURITY.md promises and no other test covers: what is installed, and how programs are started. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const root = resolve(__dirname, '..');

interface LockedPackage {
  resolved?: string;
  integrity?: string;
  link?: boolean;
}

test('every locked package comes from the registry and is pinned by its hash', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const installed = Object.entries(packages).filter(([path]) => path.startsWith('node_modules/'));
  assert.ok(installed.length > 300, `${installed.length} packages`);
  const odd = installed.filter(([, { resolved, integrity, link }]) =>
    link ? resolved !== 'lib' : resolved !== undefined || !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
  );
  assert.deepEqual(odd, []);
});

test('npm runs no installation script, and installs from nowhere but the registry', () => {
  const settings = readFileSync(join(root, '.npmrc'), 'utf8').split('\n');
  for (const setting of ['ignore-scripts=true', 'allow-remote=none'])
    assert.ok(settings.includes(setting), setting);
});

/** Sources of everything that runs on a reader's machine. */
function sources(): string[] {
  return ['lib', 'kernel', 'scripts', 'bench', 'book'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => /\.(ts|mjs|cjs|js)$/.test(file) && !/^(dist|node_modules|out)\b/.test(file))
      .map(file => join(folder, file)),
  );
}

test('programs are started with lists of arguments, never through a shell', () => {
  const files = sources();
  assert.ok(files.length > 300);
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8');
    const imported = [...text.matchAll(/import \{([^}]*)\} from 'node:child_process'/g)].flatMap(
      ([, names]) => names!.split(',').map(name => name.replace(/\btype\b/, '').trim()),
    );
    assert.deepEqual(
      imported.filter(name => !['spawn', 'spawnSync', 'execFile', 'fork', 'ChildProcess'].includes(name)),
      [],
      file,
    );
    assert.doesNotMatch(text, /shell: (?!false)|require\('(node:)?child_process'\)/, file);
  }
});

test('no text becomes code, except plotly itself in the page where figures are drawn', () => {
  const files = sources().filter(file =>
    /\beval\(|new Function\(/.test(readFileSync(join(root, file), 'utf8')),
  );
  assert.deepEqual(files, [join('lib', 'plot', 'svg', 'plotlyWindow.ts')]);
});
