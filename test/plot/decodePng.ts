/** A PNG reader for tests, from the specification: it shares nothing with the writer it checks. */
import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';

export interface Picture {
  width: number;
  height: number;
  channels: number;
  /** The bytes of the pixel in that place. */
  at(x: number, y: number): number[];
}

/** Bit by bit, as the specification's appendix describes it. */
function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

export function decodePng(dataUrl: string): Picture {
  const [head, body] = dataUrl.split(',');
  assert.equal(head, 'data:image/png;base64');
  const file = Buffer.from(body!, 'base64');
  assert.equal(file.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const named = file.subarray(at + 4, at + 8 + length);
    assert.equal(file.readUInt32BE(at + 8 + length), checksum(named));
    chunks.set(named.toString('latin1', 0, 4), named.subarray(4));
    at += length + 12;
  }
  assert.deepEqual([...chunks.keys()], ['IHDR', 'IDAT', 'IEND']);
  const header = chunks.get('IHDR')!;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  assert.equal(header[8], 8, 'bits per channel');
  const channels = { 4: 2, 6: 4 }[header[9]!]!;
  const rows = inflateSync(chunks.get('IDAT')!);
  assert.equal(rows.length, height * (1 + width * channels));
  for (let y = 0; y < height; y++) assert.equal(rows[y * (1 + width * channels)], 0, 'the plain filter');
  const at = (x: number, y: number) => {
    const start = y * (1 + width * channels) + 1 + x * channels;
    return [...rows.subarray(start, start + channels)];
  };
  return { width, height, channels, at };
}
