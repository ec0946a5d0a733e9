import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { transformSync } from 'esbuild';
import { assertClose } from './assertions';
import { type Example, examplesOf } from './docstrings';

const lib = join(__dirname, '../../lib');
const files = [
  ...['layers', 'encode'].flatMap(folder => readdirSync(join(lib, folder)).map(file => join(folder, file))),
  'types/ndarray.ts',
  'check/arrays.ts',
];

/** Everything that an example may use: all that these files export, and a source of random numbers. */
const scope: Readonly<Record<string, unknown>> = Object.assign(
  {},
  ...[...files, 'random/random.ts'].map(file => require(join(lib, file))),
);

function run({ setUp, expression }: Example): unknown {
  const body = transformSync(`${setUp}\nreturn (${expression});`, { loader: 'ts' }).code;
  return new Function(...Object.keys(scope), body)(...Object.values(scope));
}

/** Arrays of any kind as a list of numbers, anything else as it is. */
const plain = (value: unknown): unknown =>
  ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;

/** Runs an example and compares what it gives with what it says. */
function holds(example: Example): void {
  const [, error, message] = /^(\w*Error): (.*)$/.exec(example.expected) ?? [];
  if (error !== undefined && message !== undefined) {
    assert.throws(() => run(example), { name: error, message });
    return;
  }
  const [, value = '', nearly] = /^(.*?)(, nearly)?(?:: .*)?$/.exec(example.expected)!;
  const expected: unknown = JSON.parse(value);
  const actual = plain(run(example));
  if (nearly) assertClose(actual as number[], expected as number[], 1e-6);
  else assert.deepEqual(actual, expected);
}

for (const file of files) {
  for (const example of examplesOf(readFileSync(join(lib, file), 'utf8'))) {
    test(`${example.name} gives what its docstring says: ${example.expected}`, () => holds(example));
  }
}

test('every function that a reader can import has an example', () => {
  const documented = files.flatMap(file => examplesOf(readFileSync(join(lib, file), 'utf8')));
  const names = new Set(documented.map(({ name }) => name));
  const offered = Object.keys({
    ...require(join(lib, 'layers/index')),
    ...require(join(lib, 'encode/index')),
  });
  assert.ok(offered.length >= 55, `${offered.length}`);
  assert.deepEqual(
    offered.filter(name => !names.has(name)),
    [],
  );
});

test('an example that says something wrong is noticed', () => {
  const [example] = examplesOf(
    '/**\n * @example ndarray([2]).data // [0, 1]\n * @see x\n */\nexport function f',
  );
  assert.throws(() => holds(example!), { code: 'ERR_ASSERTION' });
});
