/** What SECURITY.md promises and no other test covers: what is installed, and how programs are started. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const root = resolve(__dirname, '..');
const security = readFileSync(join(root, 'SECURITY.md'), 'utf8');

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

test('each package that is overridden is explained, and SECURITY.md leads there', () => {
  const { overrides } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    overrides: Record<string, string>;
  };
  const explained = readFileSync(join(root, 'docs', 'decisions', 'overrides.md'), 'utf8');
  const rows = [...explained.matchAll(/^\| `([^`]+)` \|.*\|.*\|.*\|$/gm)].map(([, name]) => name);
  assert.deepEqual(rows.sort(), Object.keys(overrides).sort());
  assert.match(security, /\(docs\/decisions\/overrides\.md\)/);
});

test('every file that SECURITY.md names as a proof is there', () => {
  const named = [...security.matchAll(/`(test\/[\w/.]+|\.npmrc)`/g)].map(([, path]) => path!);
  assert.ok(named.length >= 15, named.join());
  assert.deepEqual(
    named.filter(path => !existsSync(join(root, path))),
    [],
  );
});

/** Folders of the clone without code that runs for a reader. */
const others = ['data', 'docs', 'models', 'node_modules', 'notebooks', 'test'];

/** Files with code that runs on a reader's machine, by their endings. */
function sources(endings: RegExp): string[] {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.') && !others.includes(entry.name))
    .map(({ name }) => name);
  return folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => endings.test(file) && !/^(dist|node_modules|out|out\.part)\b/.test(file))
      .map(file => join(folder, file)),
  );
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

test('programs are started with lists of arguments, never through a shell', () => {
  const files = sources(/\.(ts|mjs|cjs|js)$/);
  assert.ok(files.length > 300);
  const allowed = /^(spawn|spawnSync|execFile|fork|ChildProcess\w*)$/;
  for (const file of files) {
    const text = read(file);
    const imports = [...text.matchAll(/import \{([^}]*)\} from 'node:child_process'/g)];
    const names = imports.flatMap(([, names]) =>
      names!.split(',').map(name => name.replace(/\btype\b/, '').trim()),
    );
    assert.deepEqual(
      names.filter(name => !allowed.test(name)),
      [],
      file,
    );
    // Types in comments apart, there is no other way in.
    const mentions = text.replaceAll(/import\('node:child_process'\)\.\w+/g, '').match(/child_process/g);
    assert.equal(mentions?.length ?? 0, imports.length, file);
    assert.doesNotMatch(text, /\bshell: (?!false)/, file);
  }
});

test('no text becomes code, except plotly itself in the page where figures are drawn', () => {
  const code = /\beval\(|\beval: true|\bFunction\(|\bnode:vm\b|set(Timeout|Interval)\(\s*['"`]/;
  const files = sources(/\.(ts|mjs|cjs|js)$/).filter(file => code.test(read(file)));
  assert.deepEqual(files, [join('lib', 'plot', 'svg', 'plotlyWindow.ts')]);
});

test('text becomes elements of a page in three places, all of which get drawings of our own', () => {
  const markup = /\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|srcdoc/;
  const folder = join('lib', 'plot', 'interactives', 'browser');
  const files = sources(/\.(ts|mjs|cjs|js)$/).filter(
    file => file.startsWith('lib') && markup.test(read(file)),
  );
  assert.deepEqual(
    files.sort(),
    [join('drawing.ts'), join('graph', 'drawing.ts'), join('lossSurface', 'map.ts')].map(file =>
      join(folder, file),
    ),
  );
});

test('the same in Python: no shell, no text that becomes code, no format of data that carries code', () => {
  const files = sources(/\.py$/);
  assert.ok(files.includes(join('scripts', 'setup', 'tensorflow', 'extract.py')));
  const wrong =
    /\bshell\s*=\s*True|\bos\.(system|popen)|(?<![.\w])(eval|exec|compile|__import__)\(|\b(pickle|shelve|marshal|dill|joblib)\b|\byaml\.load\(|allow_pickle\s*=\s*True|weights_only\s*=\s*False|\.extractall\(|\btarfile\b/;
  assert.deepEqual(
    files.filter(file => wrong.test(read(file))),
    [],
  );
});
