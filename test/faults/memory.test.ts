/** Small files that ask for much memory, and large ones that hold nothing: what they cost is bounded, and they are named. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { deflateSync, gzipSync } from 'node:zlib';
import { columnNames } from '../../lib/data/csvHeader';
import { FORMAT, FORMAT_VERSION, MANIFEST, sha256 } from '../../lib/model/modelFiles';
import { nativeMissing, ready } from '../../lib/tensorflow/tf';
import { temporaryFolder } from '../temporaryFolder';

const root = temporaryFolder();
/** Beyond what the process held before. Blocks, code that is compiled, rubbish not yet collected. */
const MEGABYTES = 400;
const SECONDS = 60;
const HEADER = `${columnNames(784, true).join(',')}\n`;
const GIGABYTE = 2 ** 30;
before(ready);

function assertBounded(reader: string, path: string, message: string): void {
  const args = ['--import', 'tsx', join(__dirname, 'readInChild.ts'), reader, path];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 1000 * SECONDS });
  const { refused, megabytes } = JSON.parse(stdout.trimEnd().split('\n').at(-1) || JSON.stringify(stderr));
  assert.equal(refused, `InputError: ${reader}: ${path}${message}`);
  assert.ok(megabytes < MEGABYTES, `${megabytes.toFixed(0)} MB`);
}

/** A file of that length that takes no room on the disk: zeros to the end. */
function sparse(name: string, beginning: string, bytes: number): string {
  const path = join(root, name);
  writeFileSync(path, beginning);
  truncateSync(path, bytes);
  return path;
}

test('a gigabyte without a line end', () => {
  const longer = 'expected a row of 784 pixels, found a far longer line';
  assertBounded('readDigits', sparse('line.csv', '', GIGABYTE), ` line 1: ${longer}`);
});

test('a header, and a hundred gigabytes of nothing', { skip: process.platform === 'win32' }, () => {
  const longer = 'expected a row of 784 pixels, found a far longer line';
  assertBounded('readDigits', sparse('hole.csv', HEADER, 100 * GIGABYTE), ` line 2: ${longer}`);
});

test('half a megabyte of gzip that holds a gigabyte of rows', () => {
  const rows = gzipSync(`0${',0'.repeat(784)}\n`.repeat(4000));
  const bytes = Buffer.concat([gzipSync(HEADER), ...Array<Buffer>(160).fill(rows)]);
  const path = join(root, 'bomb.csv.gz');
  writeFileSync(path, bytes);
  const most = Math.max(100 * bytes.length, 2 ** 26);
  const found = `one that unpacks ${bytes.length} bytes to more than ${most}`;
  assertBounded('readDigits', path, `: expected a gzip file of digits, found ${found}`);
});

test('an IDX file of 20 bytes that says it holds 16 exabytes', () => {
  const path = join(root, 'images-idx3-ubyte');
  writeFileSync(path, Buffer.from('00000803ffffffffffffffff0000000100000000', 'hex'));
  assertBounded(
    'readIdx',
    path,
    ': expected 18446744065119617000 values of shape [4294967295,4294967295,1], found 4',
  );
});

/** Its checksums are not right; nobody gets that far. */
function png(width: number, height: number, data: Uint8Array): Buffer {
  const chunk = (type: string, content: Uint8Array): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    return Buffer.concat([length, Buffer.from(type), content, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header[8] = 1; // One bit a pixel.
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('a PNG of 100 bytes that says it has ten thousand million pixels', () => {
  const path = join(root, 'large.png');
  writeFileSync(path, png(100_000, 100_000, deflateSync(Buffer.alloc(10))));
  assertBounded('readPhotos', path, ': expected at most 64 million pixels, found 100000 × 100000');
});

test('a PNG of some kilobytes that unpacks to 62 million white pixels', { skip: nativeMissing }, () => {
  const side = 7900;
  const path = join(root, 'white.png');
  const bytes = png(side, side, deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8)))));
  writeFileSync(path, bytes);
  const most = (20 + bytes.length / 1e4).toFixed(1);
  const expected = `expected at most ${most} million pixels in ${bytes.length} bytes`;
  assertBounded('readPhotos', path, `: ${expected}, found ${side} × ${side}`);
});

test('a model of a kilobyte whose layers ask for four terabytes, with every hash right', () => {
  const folder = join(root, 'model');
  mkdirSync(folder);
  const layer = { class_name: 'Dense', config: { name: 'huge', units: 1e6, batch_input_shape: [null, 1e6] } };
  const modelTopology = { class_name: 'Sequential', config: { name: 'net', layers: [layer] } };
  const write = (file: string, bytes: Buffer): object => {
    writeFileSync(join(folder, file), bytes);
    return { file, bytes: bytes.length, sha256: sha256(bytes) };
  };
  const topology = write('topology.json', Buffer.from(JSON.stringify({ modelTopology, weightSpecs: [] })));
  const weights = write('weights.bin', Buffer.alloc(16));
  const manifest = { format: FORMAT, version: FORMAT_VERSION, topology, weights };
  writeFileSync(join(folder, MANIFEST), JSON.stringify(manifest));
  const reason = 'huge asks for more weights than the file holds';
  assertBounded('loadModel', folder, `: expected layers that TensorFlow.js can load, but: ${reason}`);
});
