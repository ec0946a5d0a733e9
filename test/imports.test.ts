/** The order of lib's folders, and what its files must not do, read from the sources themselves. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';

const ORDER = 'data encode layers graph tensorflow model train evaluate plot lesson cli entries'.split(' ');
const LEAVES = ['check', 'random', 'types'];

interface Import {
  from: string;
  /** The imported module: a path within lib, or a package. */
  to: string;
  typeOnly: boolean;
}

const SPECIFIER =
  /\b(?:import|export)\s+(type\s)?[^'";]*?\bfrom\s*'([^']+)'|\bimport\s*'([^']+)'|\b(?:require|import)\('([^']+)'\)/g;

/** Every module that a source names, `typeof import('…')` aside. */
function importsOf(file: string, source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\btypeof import\('[^']+'\)/g, '');
  return [...code.matchAll(SPECIFIER)].map(([, typeOnly, from, bare, called]) => {
    const name = from ?? bare ?? called!;
    const to = name.startsWith('.') ? join(dirname(file), name) : name;
    return { from: file, to, typeOnly: typeOnly !== undefined };
  });
}

/** Whether a file of the first folder may import from the second. */
function mayImport(from: string, to: string): boolean {
  if (from === to || LEAVES.includes(to)) return true;
  return !LEAVES.includes(from) && ORDER.indexOf(to) >= 0 && ORDER.indexOf(to) < ORDER.indexOf(from);
}

/** A chain of imports that comes back to where it began, if there is one. */
function findCycle(edges: Map<string, string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of edges.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of edges.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}

const sources = new Map(
  readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts') && !/^(dist|node_modules)\b/.test(path))
    .map(path => [path, readFileSync(join('lib', path), 'utf8')] as const),
);
const all = [...sources].flatMap(([file, source]) => importsOf(file, source));
const resolve = (to: string): string =>
  [`${to}.ts`, join(to, 'index.ts')].find(path => sources.has(path)) ?? to;
const local = all.filter(({ to }) => existsSync(join('lib', dirname(to))) && sources.has(resolve(to)));
const folder = (path: string): string => path.split('/')[0]!;

/** Files with a match outside comments, such as `train/fit.ts`. */
function filesWith(pattern: RegExp): string[] {
  return [...sources]
    .filter(([, source]) => pattern.test(source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
    .map(([file]) => file);
}

/** Everything that loading a file loads: files of lib and packages. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  for (const { to } of all.filter(({ from, typeOnly }) => from === file && !typeOnly)) {
    const path = resolve(to);
    if (seen.has(path)) continue;
    seen.add(path);
    loadedBy(path, seen);
  }
  return seen;
}

test('the reader of imports sees every form of one', () => {
  const source = `
    import { a } from '../data/a';
    import type { B } from './b';
    import c, {
      type D,
    } from 'package';
    export { e } from '../e';
    import './f';
    const g = require('../g') as typeof import('../g');
    /** import { no } from 'comment' */
  `;
  assert.deepEqual(
    importsOf('model/x.ts', source).map(({ to, typeOnly }) => `${to}${typeOnly ? ' (type)' : ''}`),
    ['data/a', 'model/b (type)', 'package', 'e', 'model/f', 'g'],
  );
});

test('the rule allows the left and the leaves, and nothing else', () => {
  assert.ok(mayImport('train', 'model') && mayImport('data', 'check') && mayImport('check', 'types'));
  assert.ok(!mayImport('model', 'train') && !mayImport('check', 'data') && !mayImport('cli', 'elsewhere'));
});

test('the search for cycles finds one, and no other', () => {
  assert.deepEqual(
    findCycle(
      new Map([
        ['a', ['b', 'c']],
        ['b', ['c']],
        ['c', ['b']],
      ]),
    ),
    ['b', 'c', 'b'],
  );
  assert.equal(
    findCycle(
      new Map([
        ['a', ['b', 'c']],
        ['b', ['c']],
      ]),
    ),
    undefined,
  );
});

test('a folder of lib imports only from folders to its left and from the leaves', () => {
  assert.ok(local.length > 100, `only ${local.length} imports were found`);
  const wrong = local.filter(({ from, to }) => !mayImport(folder(from), folder(to)));
  assert.deepEqual(wrong, []);
});

test('every folder of lib has its place in the order', () => {
  const folders = new Set([...sources.keys()].map(folder));
  assert.deepEqual(
    [...folders].filter(name => ![...ORDER, ...LEAVES].includes(name)),
    [],
  );
});

test('no file loads itself by way of others', () => {
  const edges = new Map([...sources.keys()].map(file => [file, [] as string[]]));
  for (const { from, to, typeOnly } of local) if (!typeOnly) edges.get(from)!.push(resolve(to));
  assert.equal(findCycle(edges), undefined);
});

test('only the door names TensorFlow, and digits-cnn itself loads no tensor library', () => {
  const tensor = (name: string): boolean => name.startsWith('@tensorflow/');
  const named = all.filter(({ to }) => tensor(to)).map(({ from }) => folder(from));
  assert.deepEqual([...new Set(named)], ['tensorflow']);
  const loaded = (entry: string): string[] => [...loadedBy(entry)].filter(tensor);
  assert.deepEqual(loaded('entries/main.ts'), []);
  assert.deepEqual(loaded('cli/dataFile.ts'), []);
  assert.ok(loaded('entries/tensorflow.ts').length > 0);
});

test('only plot/show.ts and lesson know Jupyter', () => {
  const knowing = filesWith(/digits-cnn\.kernel|tslab/i).filter(
    file => !['lesson', 'cli'].includes(folder(file)),
  );
  assert.deepEqual(knowing, ['plot/show.ts']);
});

test('no default export, no chance without a seed', () => {
  assert.deepEqual(filesWith(/\bexport default\b/), []);
  assert.deepEqual(filesWith(/\bMath\.random\b/), []);
});

test('the declarations are plain enough for the kernel: no typed array with a parameter', () => {
  assert.deepEqual(filesWith(/\b(Uint8|Int32|Float32|Float64)Array<Array/), []);
});

test('file names have no dot but the last', () => {
  assert.deepEqual(
    [...sources.keys()].filter(path => /\..*\.ts$/.test(relative('.', path))),
    [],
  );
});
