import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, type TestContext, test } from 'node:test';
import { tensorflowVersion } from '../../scripts/setup/tensorflow/platform.mjs';
import { unpackWheels } from '../../scripts/setup/tensorflow/wheel.mjs';
import { temporaryFolder } from './temporaryFolder';

const names = ['PIP_NO_INDEX', 'PIP_FIND_LINKS'] as const;
afterEach(() => {
  for (const name of names) delete process.env[name];
});

/** A small wheel with the library in it, in a folder that pip takes for its index; and what would be pinned of it. */
function scene(t: TestContext) {
  const folder = temporaryFolder(t);
  const index = join(folder, 'index');
  mkdirSync(index);
  const wheel = join(index, `tensorflow_cpu-${tensorflowVersion}-cp311-cp311-manylinux_2_27_x86_64.whl`);
  const program = `
import sys, zipfile
info = "tensorflow_cpu-${tensorflowVersion}.dist-info/"
with zipfile.ZipFile(sys.argv[1], "w") as wheel:
    wheel.writestr("tensorflow/libsmall.so", "the library")
    wheel.writestr("tensorflow/include/tensorflow/c/c_api.h", "a header")
    wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: tensorflow-cpu\\nVersion: ${tensorflowVersion}\\n")
    wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: false\\nTag: cp311-cp311-manylinux_2_27_x86_64\\n")
    wheel.writestr(info + "RECORD", "")
`;
  const { status, stderr } = spawnSync('python3', ['-c', program, wheel], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  process.env.PIP_NO_INDEX = '1';
  process.env.PIP_FIND_LINKS = index;
  const platform = {
    project: 'tensorflow-cpu',
    tags: ['manylinux_2_27_x86_64'],
    sha256: createHash('sha256').update(readFileSync(wheel)).digest('hex'),
    libraries: ['libsmall.so'],
    linkerFlags: [],
    zigSha256: '',
    name: 'linux-x64',
    companions: [],
    download: '1 kB',
    megabytes: 1,
  };
  return { wheel, out: join(folder, 'out'), platform };
}

test('the wheel that is pinned is unpacked, and thrown away', async t => {
  const { out, platform } = scene(t);
  assert.equal(await unpackWheels('python3', out, platform), undefined);
  assert.equal(readFileSync(join(out, 'lib', 'libsmall.so'), 'utf8'), 'the library');
  assert.equal(existsSync(join(out, 'download')), false);
});

test('a wheel with one other byte is not the pinned one, and nothing of it is unpacked', async t => {
  const { wheel, out, platform } = scene(t);
  const bytes = readFileSync(wheel);
  bytes.writeUInt8(bytes.readUInt8(10) ^ 1, 10); // in the time of its first file, which nobody reads
  writeFileSync(wheel, bytes);
  const reason = 'a downloaded file is not the one pinned here (its hash differs)';
  const message = `the tensorflow-cpu wheel could not be downloaded: ${reason}`;
  assert.equal(await unpackWheels('python3', out, platform), message);
  assert.equal(existsSync(join(out, 'lib')), false);
});
