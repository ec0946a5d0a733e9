/** Event files, byte by byte against TensorFlow's own writer. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { nativeMissing } from '../../../lib/tensorflow/tf';
import { EventFile } from '../../../lib/train/tensorBoard/eventFile';
import { temporaryFolder } from '../../temporaryFolder';
import { readEvents, readRecords } from './readEvents';

const root = temporaryFolder();
const onlyFile = (folder: string): Buffer => readFileSync(join(folder, readdirSync(folder)[0]!));

/** Milliseconds that are exactly these seconds when they are divided by 1000: the product alone may be a bit off. */
function millisecondsOf(seconds: number): number | undefined {
  const product = 1000 * seconds;
  const near = [product, product * (1 + 2 ** -52), product * (1 - 2 ** -52)];
  return near.find(milliseconds => milliseconds / 1000 === seconds);
}

test('the first record, by hand', () => {
  const folder = join(root, 'first');
  new EventFile(folder, 1000);
  const wallTime = '09000000000000f03f'; // field 1, eight bytes: 1 second
  const version = `1a0d${Buffer.from('brain.Event:2').toString('hex')}`; // field 3, 13 bytes
  assert.deepEqual(
    readRecords(onlyFile(folder)).map(bytes => bytes.toString('hex')),
    [wallTime + version],
  );
  assert.deepEqual(readdirSync(folder), [`events.out.tfevents.1.${process.pid}.0`]);
});

test("frames and messages are those of TensorFlow's own writer, wall times and its signature aside", {
  skip: nativeMissing,
}, () => {
  const ours = join(root, 'ours');
  const { node } = require('@tensorflow/tfjs-node') as {
    node: {
      summaryFileWriter(folder: string): { scalar(n: string, v: number, s: number): void; flush(): void };
    };
  };
  const points: [number, number][] = [
    [1, Math.LN10],
    [300, -0.1],
    [70_000, 1e-30],
    [2_000_000_000, Number.POSITIVE_INFINITY],
  ];
  // The same moments: what differs then is a mistake. One in forty is no number of milliseconds by 1000: once more.
  let their: Buffer;
  let records: Buffer[];
  let moments: (number | undefined)[];
  let tries = 0;
  do {
    const theirs = join(root, `theirs${tries++}`);
    const writer = node.summaryFileWriter(theirs);
    for (const [step, value] of points) writer.scalar('loss', value, step);
    writer.flush();
    their = onlyFile(theirs);
    records = readRecords(their);
    moments = records.map(bytes => millisecondsOf(bytes.readDoubleLE(1)));
  } while (moments.includes(undefined) && tries < 20);
  const file = new EventFile(ours, moments[0]!);
  for (const [index, [step, value]] of points.entries()) file.add(step, { loss: value }, moments[index + 1]!);
  const own = onlyFile(ours);
  const afterFirst = (bytes: Buffer): string => {
    const [first] = readRecords(bytes);
    return bytes.subarray(first!.length + 16).toString('hex');
  };
  assert.equal(afterFirst(own), afterFirst(their));
  // Their first record ends with the writer's name; what stands before is the same.
  const [ourFirst] = readRecords(own);
  assert.equal(records[0]!.subarray(0, ourFirst!.length).toString('hex'), ourFirst!.toString('hex'));
});

test('several numbers of a step share a record, also numbers that are none', () => {
  const folder = join(root, 'several');
  const file = new EventFile(folder, 0);
  file.add(7, { loss: 0.5, accuracy: Number.NaN }, 2500);
  assert.deepEqual(readEvents(folder), [
    { wallTime: 0, step: 0, version: 'brain.Event:2', values: {} },
    { wallTime: 2.5, step: 7, values: { loss: 0.5, accuracy: Number.NaN } },
  ]);
});

test('two files of one moment stand side by side', () => {
  const folder = join(root, 'twice');
  new EventFile(folder, 0);
  new EventFile(folder, 0);
  assert.equal(readdirSync(folder).length, 2);
});

test('a folder that cannot be made, and a file that is gone, are refused by name', () => {
  writeFileSync(join(root, 'file'), '');
  assert.throws(() => new EventFile(join(root, 'file'), 0), {
    name: 'InputError',
    message: `tensorBoardLog: ${join(root, 'file', `events.out.tfevents.0.${process.pid}.0`)}: expected a file to write to, found EEXIST`,
  });
  const folder = join(root, 'gone');
  const file = new EventFile(folder, 0);
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  assert.throws(() => file.add(1, { loss: 1 }, 0), {
    name: 'InputError',
    message: `tensorBoardLog: ${join(folder, `events.out.tfevents.0.${process.pid}.0`)}: expected a file to write to, found ENOENT`,
  });
  assert.deepEqual(readdirSync(folder), []);
});
