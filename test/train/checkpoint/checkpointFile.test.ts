import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { InputError } from '../../../lib/check/inputError';
import { readCheckpointFile, writeCheckpointFile } from '../../../lib/train/checkpoint/checkpointFile';
import type { StateEntry, StepState } from '../../../lib/train/stepState';
import { temporaryFolder } from '../../temporaryFolder';

const root = temporaryFolder();
const path = join(root, 'checkpoint.bin');
const facts = { epoch: 3, note: 'fünf ⏎' };
const arrays: StepState = new Map<string, StateEntry>([
  ['kernel', { shape: [2, 1], values: Float32Array.of(0.1, Number.NaN) }],
  ['empty', { shape: [0, 3], values: new Float32Array(0) }],
  ['step', { shape: [], values: Int32Array.of(-7) }],
]);
const read = (file: string = path) => readCheckpointFile('fit', file);

test('what is written is read again, bit by bit', async () => {
  await writeCheckpointFile(path, facts, arrays);
  assert.deepEqual(await read(), { facts, arrays });
  assert.deepEqual(readdirSync(root), ['checkpoint.bin']);
});

test('arrays of any shape and bits survive', () => {
  const entry = fc
    .tuple(fc.boolean(), fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }))
    .chain(([float, shape]) => {
      const size = shape.reduce((product, along) => product * along, 1);
      const bits = fc.uint8Array({ minLength: 4 * size, maxLength: 4 * size });
      return bits.map((bytes): StateEntry => {
        const { buffer } = bytes.slice();
        return { shape, values: float ? new Float32Array(buffer) : new Int32Array(buffer) };
      });
    });
  return fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), entry), async entries => {
      const state = new Map(Object.entries(entries));
      await writeCheckpointFile(path, {}, state);
      const { arrays } = (await read())!;
      assert.deepEqual([...arrays.keys()], [...state.keys()]);
      for (const [name, { shape, values }] of state) {
        const found = arrays.get(name)!;
        assert.deepEqual([found.shape, found.values.constructor], [shape, values.constructor]);
        assert.deepEqual(Buffer.from(found.values.buffer), Buffer.from(values.buffer));
      }
    }),
    { seed: 1, numRuns: 50 },
  );
});

test('where there is no file nothing is read', async () => {
  assert.equal(await read(join(root, 'nowhere', 'checkpoint.bin')), undefined);
});

test('a file with any one bit changed is refused', async () => {
  await writeCheckpointFile(path, facts, arrays);
  const whole = readFileSync(path);
  for (let bit = 0; bit < 8 * whole.length; bit += 3) {
    const changed = Buffer.from(whole);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    writeFileSync(path, changed);
    await assert.rejects(read(), InputError, `bit ${bit}`);
  }
});

test('a file cut off anywhere is refused, and one with a byte more', async () => {
  await writeCheckpointFile(path, facts, arrays);
  const whole = readFileSync(path);
  for (let length = 0; length < whole.length; length++) {
    writeFileSync(path, whole.subarray(0, length));
    await assert.rejects(read(), InputError, `${length} bytes`);
  }
  writeFileSync(path, Buffer.concat([whole, Buffer.of(0)]));
  await assert.rejects(read(), InputError);
});

const advice = 'delete it or train without resume';

test('a refusal names the file, what was expected, what was found, and what to do', async () => {
  await writeCheckpointFile(path, facts, arrays);
  const whole = readFileSync(path);
  const [, wanted] = / ([0-9a-f]{64})\n/.exec(whole.toString('latin1'))!;
  const cases: [string | Buffer, RegExp][] = [
    ['label,pixel0\n', /: expected a checkpoint of digits-cnn, found something else; /],
    [whole.toString('latin1').replace(' 1 ', ' 2 '), /: expected version 1, found 2; /],
    [whole.subarray(0, -1), new RegExp(`: expected SHA-256 ${wanted}, found [0-9a-f]{64}; `)],
  ];
  for (const [content, message] of cases) {
    writeFileSync(path, content, 'latin1');
    await assert.rejects(read(), (error: Error) => {
      assert.ok(error instanceof InputError && error.message.startsWith(`fit: ${path}: `));
      assert.match(error.message, message);
      assert.ok(error.message.endsWith(`; ${advice}`));
      return true;
    });
  }
});

/** As somebody would who wants memory or code of ours to break: the SHA-256 is right. */
const forged: [string, string, string][] = [
  ['no description', '\n', 'facts and a list of arrays, found something else'],
  ['no facts', '{"arrays": []}\n', 'facts and a list of arrays, found something else'],
  [
    'arrays that are none',
    '{"facts": {}, "arrays": 7}\n',
    'facts and a list of arrays, found something else',
  ],
  [
    'an array of unknown numbers',
    '{"facts": {}, "arrays": [{"name": "a", "type": "float64", "shape": [1]}]}\n',
    'facts and a list of arrays, found something else',
  ],
  [
    'an array of terabytes',
    '{"facts": {}, "arrays": [{"name": "a", "type": "float32", "shape": [1000000, 1000000]}]}\nfour',
    '4000000000000 bytes of arrays, found 4',
  ],
  ['bytes of no array', '{"facts": {}, "arrays": []}\nfour', '0 bytes of arrays, found 4'],
];
for (const [what, body, expected] of forged) {
  test(`a forged file with ${what} is refused`, async () => {
    const hash = createHash('sha256').update(body).digest('hex');
    writeFileSync(path, `digits-cnn checkpoint 1 ${hash}\n${body}`);
    await assert.rejects(read(), new InputError(`fit: ${path}: expected ${expected}; ${advice}`));
  });
}

test('a folder where the file should be is refused', async () => {
  const folder = join(root, 'folder');
  mkdirSync(folder);
  await assert.rejects(read(folder), new InputError(`fit: ${folder}: expected a checkpoint, found EISDIR`));
});
