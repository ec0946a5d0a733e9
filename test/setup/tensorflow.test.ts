import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, type TestContext, test } from 'node:test';
import { stampFile, tensorflow } from '../../scripts/setup/steps/tensorflow.mjs';
import { addonPath } from '../../scripts/setup/tensorflow/addon.mjs';
import { nvidiaWheels } from '../../scripts/setup/tensorflow/nvidia.mjs';
import { thisPlatform } from '../../scripts/setup/tensorflow/platform.mjs';
import { programIn, temporaryFolder, writeIn } from './temporaryFolder';

const names = ['PATH', 'DIGITS_TENSORFLOW', 'TFJS_NODE_CDN_STORAGE', 'XDG_CACHE_HOME'] as const;
const real = names.map(name => process.env[name]);
afterEach(() => {
  names.forEach((name, index) => {
    const value = real[index];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  });
});
beforeEach(() => {
  process.env.TFJS_NODE_CDN_STORAGE = 'http://127.0.0.1:9/';
});

/** A clone with the TensorFlow.js package's sources, no Python, and an empty cache. */
function clone(t: TestContext): string {
  const root = temporaryFolder(t);
  writeIn(root, 'node_modules/@tensorflow/tfjs-node/binding/tfjs_binding.cc', 'not C++');
  writeIn(root, 'requirements.txt', '');
  process.env.XDG_CACHE_HOME = join(root, 'cache');
  return root;
}

async function make(root: string): Promise<string[]> {
  const lines: string[] = [];
  await tensorflow.make(root, line => lines.push(line));
  return lines;
}

const noPython = 'Python, which unpacks the library, is not set up';
const lost =
  'the course runs, with WebAssembly in place of native TensorFlow; training is about thirty times slower';

test('without Python and without the download, the course falls back to WebAssembly and says what is lost', async t => {
  delete process.env.DIGITS_TENSORFLOW;
  const root = clone(t);
  assert.equal(tensorflow.missing(root), 'preparing native TensorFlow');
  const why = `${noPython}; TensorFlow.js’s own download: 127.0.0.1:9 cannot be reached`;
  assert.deepEqual(await make(root), [`tensorflow: ${lost} (${why})`]);
  assert.equal(tensorflow.missing(root), undefined);
});

test('after a day, a fallback nobody asked for is tried again', async t => {
  delete process.env.DIGITS_TENSORFLOW;
  const root = clone(t);
  await make(root);
  const stamp = JSON.parse(readFileSync(stampFile(root), 'utf8')) as { when: number };
  const dayBefore = stamp.when - 24 * 60 * 60 * 1000 - 1000;
  writeIn(root, '.setup/tensorflow.json', JSON.stringify({ ...stamp, when: dayBefore }));
  assert.equal(tensorflow.missing(root), 'trying again for native TensorFlow');
});

test('a fallback of tomorrow, when the clock has been set back, is tried again', async t => {
  delete process.env.DIGITS_TENSORFLOW;
  const root = clone(t);
  await make(root);
  const stamp = JSON.parse(readFileSync(stampFile(root), 'utf8')) as { when: number };
  for (const [when, todo] of [
    [Date.now() + 60_000, 'trying again for native TensorFlow'],
    [Date.now() - 60_000, undefined],
    [null, 'trying again for native TensorFlow'],
    ['noon', 'trying again for native TensorFlow'],
  ] as const) {
    writeIn(root, '.setup/tensorflow.json', JSON.stringify({ ...stamp, when }));
    assert.equal(tensorflow.missing(root), todo, String(when));
  }
});

for (const damaged of ['', 'null', '{"way": "au', '{}', '[]', '7']) {
  test(`a stamp that is damaged (${damaged || 'empty'}) is no stamp`, t => {
    delete process.env.DIGITS_TENSORFLOW;
    const root = clone(t);
    writeIn(root, '.setup/tensorflow.json', damaged);
    assert.match(tensorflow.missing(root) ?? '', /^preparing /);
  });
}

test('WebAssembly that was asked for is final, sets a foreign addon aside, and is undone by not asking', async t => {
  process.env.DIGITS_TENSORFLOW = 'wasm';
  const root = clone(t);
  writeIn(root, 'node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node', 'an addon');
  assert.deepEqual(await make(root), [`tensorflow: ${lost} (DIGITS_TENSORFLOW=wasm was asked for)`]);
  assert.equal(existsSync(addonPath(root)), false);
  assert.equal(readFileSync(`${addonPath(root)}.unused`, 'utf8'), 'an addon');
  assert.equal(tensorflow.missing(root), undefined);
  process.env.DIGITS_TENSORFLOW = 'auto';
  assert.equal(tensorflow.missing(root), "preparing TensorFlow again, DIGITS_TENSORFLOW is now 'auto'");
});

test('a way that was asked for and fails is an error, not a fallback', async t => {
  process.env.DIGITS_TENSORFLOW = 'wheel';
  const root = clone(t);
  await assert.rejects(make(root), { name: 'SetupError', message: `DIGITS_TENSORFLOW=wheel: ${noPython}` });
  assert.equal(tensorflow.missing(root), 'preparing native TensorFlow');
});

test('an unknown way is refused with the list', () => {
  process.env.DIGITS_TENSORFLOW = 'cuda';
  const message = "DIGITS_TENSORFLOW must be one of auto, gpu, wheel, zig, download, wasm, got 'cuda'";
  assert.throws(() => tensorflow.missing('/nowhere'), { name: 'SetupError', message });
});

test('a download that the server refuses, as it does many people, is told with its answer', async t => {
  const server = createServer((_, response) => response.writeHead(403).end());
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  process.env.TFJS_NODE_CDN_STORAGE = `http://127.0.0.1:${port}/`;
  process.env.DIGITS_TENSORFLOW = 'download';
  const why = `TensorFlow.js’s own download: 127.0.0.1:${port} answered 403`;
  await assert.rejects(make(clone(t)), { message: `DIGITS_TENSORFLOW=download: ${why}` });
});

test('a GPU that was asked for and is not there: said, and the processor’s way is gone', async t => {
  process.env.DIGITS_TENSORFLOW = 'gpu';
  const root = clone(t);
  process.env.PATH = join(root, 'bin');
  const [first] = await make(root);
  const why = 'there is no NVIDIA driver (nvidia-smi does not start)';
  assert.equal(first, `tensorflow: it computes on the processor, for ${why}`);
  assert.equal(tensorflow.missing(root), undefined);
  programIn(root, 'bin/nvidia-smi', 'echo "No devices were found"; exit 6');
  assert.equal(tensorflow.missing(root), undefined);
  programIn(root, 'bin/nvidia-smi', 'echo "Test GPU"');
  assert.equal(tensorflow.missing(root), 'preparing TensorFlow for the GPU');
});

test('a GPU that is there and cannot be prepared is an error, for it was asked for', async t => {
  process.env.DIGITS_TENSORFLOW = 'gpu';
  const root = clone(t);
  programIn(root, 'bin/nvidia-smi', 'echo "Test GPU"');
  process.env.PATH = [join(root, 'bin'), process.env.PATH].join(delimiter);
  await assert.rejects(make(root), { name: 'SetupError', message: `DIGITS_TENSORFLOW=gpu: ${noPython}` });
});

test('a link of ours is removed, and what it points to stays', async t => {
  process.env.DIGITS_TENSORFLOW = 'wasm';
  const root = clone(t);
  const addon = writeIn(root, 'cache/tfjs_binding.node', 'ours');
  mkdirSync(dirname(addonPath(root)), { recursive: true });
  symlinkSync(addon, addonPath(root));
  await make(root);
  assert.deepEqual(readdirSync(dirname(addonPath(root))), []);
  assert.equal(readFileSync(addon, 'utf8'), 'ours');
});

test('an addon that does not load is no addon', async t => {
  delete process.env.DIGITS_TENSORFLOW;
  const root = clone(t);
  writeIn(root, 'node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node', 'no addon');
  await make(root);
  assert.equal(existsSync(addonPath(root)), false);
});

test('this machine is one of those with a pinned wheel, and each hash is a SHA-256', () => {
  const platform = thisPlatform();
  assert.ok(typeof platform !== 'string', String(platform));
  assert.match(platform.sha256, /^[0-9a-f]{64}$/);
  assert.match(platform.zigSha256, /^[0-9a-f]{64}$/);
  for (const { project, sha256 } of nvidiaWheels) assert.match(sha256, /^[0-9a-f]{64}$/, project);
});
