import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from './temporaryFolder';

const extractor = join(import.meta.dirname, '..', '..', 'scripts', 'setup', 'tensorflow', 'extract.py');
const library = 'libtensorflow_cc.so.2';

/** A wheel with a library, two headers that are needed, files that are not, and more; stored, so it can be damaged. */
function wheelIn(folder: string, ...more: string[]): string {
  const wheel = join(folder, 'small.whl');
  const program = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w") as wheel:
    for name in ["tensorflow/${library}", "tensorflow/python/${library}", "tensorflow/__init__.py",
                 "tensorflow/include/tensorflow/c/c_api.h", "tensorflow/include/tensorflow/c/c_api.cc",
                 "tensorflow/include/tsl/platform/ctstring.h", "tensorflow/include/google/any.h", *sys.argv[2:]]:
        wheel.writestr(name, "content of " + name)
`;
  const { status, stderr } = spawnSync('python3', ['-c', program, wheel, ...more], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return wheel;
}

function extract(
  wheel: string,
  folder: string,
  ...libraries: string[]
): { status: number | null; stderr: string } {
  return spawnSync('python3', [extractor, wheel, folder, ...libraries], { encoding: 'utf8' });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function scene(t: TestContext): { wheel: string; out: string } {
  const folder = temporaryFolder(t);
  return { wheel: wheelIn(folder), out: join(folder, 'out') };
}

test('the library and the C headers come out of the wheel, nothing else', t => {
  const { wheel, out } = scene(t);
  assert.equal(extract(wheel, out, library).status, 0);
  assert.deepEqual(filesIn(out), [
    'include/tensorflow/c/c_api.h',
    'include/tsl/platform/ctstring.h',
    `lib/${library}`,
  ]);
  assert.equal(readFileSync(join(out, 'lib', library), 'utf8'), `content of tensorflow/${library}`);
});

test('a wheel without the library is refused by name, before anything is written', t => {
  const { wheel, out } = scene(t);
  const { status, stderr } = extract(wheel, out, library, 'libother.so');
  assert.equal(status, 1);
  assert.equal(stderr.trim(), `error: ${wheel} has no tensorflow/libother.so`);
  assert.throws(() => readdirSync(out), { code: 'ENOENT' });
});

test('a wheel with one wrong byte is refused', t => {
  const { wheel, out } = scene(t);
  const bytes = readFileSync(wheel);
  const at = bytes.indexOf(`content of tensorflow/${library}`);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(wheel, bytes);
  const { status, stderr } = extract(wheel, out, library);
  assert.equal(status, 1);
  assert.match(stderr, /BadZipFile: Bad CRC-32/);
});

test('a wheel with a name that leads out of the folder is refused before anything is written', t => {
  const folder = temporaryFolder(t);
  const out = join(folder, 'inner', 'out');
  const name = 'tensorflow/include/tensorflow/c/../../../../../outside.h';
  const { status, stderr } = extract(wheelIn(folder, name), out, library);
  assert.equal(status, 1);
  assert.equal(stderr.trim(), `error: ${join(folder, 'small.whl')} has a file named ${name}`);
  assert.deepEqual(filesIn(folder), ['small.whl']);
});

test('of NVIDIA’s wheels the libraries come out, and what compiles for the GPU, ready to run', t => {
  const folder = temporaryFolder(t);
  const out = join(folder, 'out');
  const wanted = [
    'cudnn/lib/libcudnn.so.9',
    'cuda_nvcc/bin/ptxas',
    'cuda_nvcc/nvvm/libdevice/libdevice.10.bc',
  ];
  const others = [
    'cudnn/include/cudnn.h',
    'cudnn/lib/__init__.py',
    'cuda_nvcc/__init__.py',
    'cuda/lib/libculibos.a',
  ];
  const wheel = wheelIn(folder, ...[...wanted, ...others].map(name => `nvidia/${name}`));
  assert.equal(extract(wheel, out).status, 0);
  const found = filesIn(out).filter(name => name.startsWith('nvidia/'));
  assert.deepEqual(found, wanted.map(name => `nvidia/${name}`).sort());
  assert.equal(statSync(join(out, 'nvidia/cuda_nvcc/bin/ptxas')).mode & 0o111, 0o111);
});

test('what a wheel has at absolute names, or as links, stays in the folder too', t => {
  const folder = temporaryFolder(t);
  const out = join(folder, 'out');
  const header = 'tensorflow/include/tensorflow/c/';
  const outside = join(folder, 'outside.h');
  // An entry may say of itself that it is a link; what it holds would be where it leads.
  const linked = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "a") as wheel:
    link = zipfile.ZipInfo("${header}link.h")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    wheel.writestr(link, "${outside}")
    wheel.writestr("${header}link.h/inner.h", "through the link")
`;
  const names = [outside, `${header}${outside}`, `/${header}root.h`, `nvidia/${outside}.so`];
  const wheel = wheelIn(folder, ...names);
  assert.equal(spawnSync('python3', ['-c', linked, wheel]).status, 0);
  extract(wheel, out, library);
  assert.deepEqual(
    filesIn(folder).filter(file => !file.startsWith('out/')),
    ['small.whl'],
  );
  assert.equal(lstatSync(join(out, 'include/tensorflow/c/link.h')).isSymbolicLink(), false);
});
