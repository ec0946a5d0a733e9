import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, truncateSync, utimesSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, type TestContext, test } from 'node:test';
import { npmEnvironment } from '../../scripts/setup/npm.mjs';
import { compilerArguments } from '../../scripts/setup/tensorflow/addon.mjs';
import { damage, nativeFolder, writeManifest } from '../../scripts/setup/tensorflow/cache.mjs';
import { findCompiler } from '../../scripts/setup/tensorflow/compile.mjs';
import { programIn, temporaryFolder, writeIn } from './temporaryFolder';

const names = ['XDG_CACHE_HOME', 'npm_config_cache'] as const;
const real = names.map(name => process.env[name]);
afterEach(() => {
  names.forEach((name, index) => {
    const value = real[index];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  });
});

const platform = {
  project: 'tensorflow-cpu',
  tags: ['manylinux_2_27_x86_64'],
  sha256: 'aa',
  libraries: ['libtensorflow_cc.so.2'],
  linkerFlags: ['-shared'],
  zigSha256: 'bb',
  name: 'linux-x64',
  companions: [],
  download: '270 MB',
  megabytes: 1500,
};

/** A whole cache folder, small. */
function cached(t: TestContext): string {
  const folder = join(temporaryFolder(t), 'tensorflow-2.21.0');
  writeIn(folder, 'lib/libtensorflow_cc.so.2', 'library');
  writeIn(folder, 'tfjs_binding.node', 'addon');
  writeManifest(folder);
  return folder;
}

test('a folder with every file of its manifest is whole', t => {
  assert.equal(damage(cached(t)), undefined);
});

test('a truncated library is noticed', t => {
  const folder = cached(t);
  truncateSync(join(folder, 'lib/libtensorflow_cc.so.2'), 3);
  assert.equal(damage(folder), 'lib/libtensorflow_cc.so.2 has 3 bytes, not 7');
});

test('one changed byte in a file of the same length is noticed, and a file that was only touched is not', t => {
  const folder = cached(t);
  const library = join(folder, 'lib/libtensorflow_cc.so.2');
  const later = new Date(Date.now() + 5000);
  utimesSync(library, later, later);
  assert.equal(damage(folder), undefined);
  writeIn(folder, 'lib/libtensorflow_cc.so.2', 'librbry');
  utimesSync(library, later, later);
  assert.equal(damage(folder), 'lib/libtensorflow_cc.so.2 has been changed');
});

test('the list of SHA-256 is one that sha256sum checks', { skip: process.platform !== 'linux' }, t => {
  const { status, stdout } = spawnSync('sha256sum', ['-c', 'SHA256SUMS'], {
    cwd: cached(t),
    encoding: 'utf8',
  });
  assert.deepEqual([status, stdout], [0, 'lib/libtensorflow_cc.so.2: OK\ntfjs_binding.node: OK\n']);
});

test('a missing addon is noticed', t => {
  const folder = cached(t);
  rmSync(join(folder, 'tfjs_binding.node'));
  assert.equal(damage(folder), 'tfjs_binding.node is missing');
});

test('a folder without a manifest, or with half of one, is not taken for whole', t => {
  const folder = cached(t);
  writeIn(folder, 'manifest.json', '{ "tfjs_bin');
  assert.equal(damage(folder), 'its manifest.json or SHA256SUMS cannot be read');
  rmSync(join(folder, 'manifest.json'));
  assert.equal(damage(folder), 'its manifest.json or SHA256SUMS cannot be read');
});

test('a folder without its list of SHA-256 is not taken for whole', t => {
  const folder = cached(t);
  rmSync(join(folder, 'SHA256SUMS'));
  assert.equal(damage(folder), 'its manifest.json or SHA256SUMS cannot be read');
});

test('no folder yet is not damage worth a word, a file in its place is refused', t => {
  const folder = temporaryFolder(t);
  assert.equal(damage(join(folder, 'nothing')), 'it is not there');
  const file = writeIn(folder, 'file', '');
  assert.throws(() => damage(file), { message: `${file} should be a folder; move that file away` });
});

test('the folder is in XDG_CACHE_HOME and its name changes with the sources and with the library', t => {
  const root = temporaryFolder(t);
  process.env.XDG_CACHE_HOME = join(root, 'cache');
  const source = 'node_modules/@tensorflow/tfjs-node/binding/binding.cc';
  writeIn(root, source, 'int a;');
  const folder = nativeFolder(root, platform);
  const system = `${process.platform}-${process.arch}`;
  assert.match(basename(folder), new RegExp(`^tensorflow-2\\.21\\.0-${system}-[0-9a-f]{8}$`));
  assert.equal(folder, join(root, 'cache', 'digits-cnn', basename(folder)));
  assert.notEqual(nativeFolder(root, { ...platform, sha256: 'cc' }), folder);
  writeIn(root, source, 'int b;');
  assert.notEqual(nativeFolder(root, platform), folder);
});

test('where the cache cannot be written, the library goes into the clone, and so do the downloads of npm', t => {
  const root = temporaryFolder(t);
  // A file in place of the home: nobody can make a folder there, not even an administrator.
  const home = writeIn(root, 'home', '');
  process.env.XDG_CACHE_HOME = join(home, '.cache');
  process.env.npm_config_cache = join(home, '.npm');
  writeIn(root, 'node_modules/@tensorflow/tfjs-node/binding/binding.cc', 'int a;');
  const own = nativeFolder(root, platform);
  assert.equal(dirname(own), join(root, '.setup', 'cache'));
  assert.equal(npmEnvironment(root).npm_config_cache, join(root, '.setup', 'cache', 'npm'));

  process.env.XDG_CACHE_HOME = join(root, 'not', 'there', 'yet');
  process.env.npm_config_cache = join(root, 'nor', 'this');
  const cache = join(root, 'not', 'there', 'yet', 'digits-cnn');
  assert.equal(dirname(nativeFolder(root, platform)), cache);
  assert.equal(npmEnvironment(root).npm_config_cache, join(root, 'nor', 'this'));
  assert.equal(existsSync(join(root, 'not')), false);
  // Once it is in the clone, it need not be fetched again for a home that can be written today.
  writeIn(own, 'tfjs_binding.node', 'addon');
  writeManifest(own);
  assert.equal(nativeFolder(root, platform), own);
});

test('the addon is compiled from the package’s sources against the library beside it', t => {
  const root = temporaryFolder(t);
  const binding = join(root, 'node_modules/@tensorflow/tfjs-node/binding');
  writeIn(binding, 'utils.h', '');
  writeIn(binding, 'tfjs_binding.cc', '');
  const args = compilerArguments(root, '/cache', platform);
  assert.deepEqual(
    args.filter(arg => arg.startsWith(binding)),
    [join(binding, 'tfjs_binding.cc')],
  );
  assert.ok(args.includes('/cache/lib/libtensorflow_cc.so.2'));
  assert.deepEqual(args.slice(-2), ['-o', '/cache/tfjs_binding.node']);
});

test('$CXX is the compiler where it is set, arguments and all, and nothing else is tried', t => {
  const cxx = programIn(temporaryFolder(t), 'my-cxx', '[ "$1" = --fast ] && [ "$2" = --version ]');
  assert.deepEqual(findCompiler({ CXX: `${cxx}  --fast` }), [cxx, '--fast']);
  assert.equal(findCompiler({ CXX: cxx }), undefined);
  assert.equal(findCompiler({ CXX: 'no-such-compiler' }), undefined);
});
