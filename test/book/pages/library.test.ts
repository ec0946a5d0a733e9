/** The library as the book reads it: from small files of our own, and from the real declarations. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { docComment } from '../../../book/pages/library/docComment';
import { folders } from '../../../book/pages/library/folders';
import { firstSentence, heading, isMentioned, linkTo } from '../../../book/pages/library/libraryItem';
import { libraryPages } from '../../../book/pages/library/libraryPage';
import { readLibrary } from '../../../book/pages/library/readLibrary';
import * as main from '../../../lib/entries/main';

const library = readLibrary(resolve(__dirname, '../../../lib/dist'));
const find = (name: string) => library.find(item => item.name === name)!;

test('a comment is taken apart into its text and its tags', () => {
  const comment = `/**
 * Doubles.
 *
 *     2x
 *
 * @param x any
 *   number.
 * @returns \`2x\`.
 * @throws RangeError never.
 * @example
 * const one = 1;
 * double(one) // 2
 * @see notebooks/03-sigmoid
 */`;
  assert.deepEqual(docComment(comment), {
    text: 'Doubles.\n\n    2x',
    params: [{ name: 'x', text: 'any number.' }],
    returns: ['`2x`.'],
    throws: ['RangeError never.'],
    examples: ['const one = 1;\ndouble(one) // 2'],
    see: ['notebooks/03-sigmoid'],
  });
});

test('what has no comment has none of its parts', () => {
  const nothing = { text: '', params: [], returns: [], throws: [], examples: [], see: [] };
  assert.deepEqual(docComment(''), nothing);
  assert.deepEqual(docComment('/** One line. */'), { ...nothing, text: 'One line.' });
});

test('everything exported says what it is', () => {
  assert.deepEqual(
    library.filter(({ doc }) => doc.text === '').map(({ name }) => name),
    [],
  );
});

test('what a docstring says about lessons leads to their pages', () => {
  const { see } = docComment('/**\n * @see He (2015). Used in notebooks/10-tensorflow.\n */');
  assert.deepEqual(see, ['He (2015). Used in notebooks/10-tensorflow.']);
  assert.ok(isMentioned(find('toLayers'), '10-tensorflow'));
});

test('whatever a lesson imports names a lesson, and every lesson named is there', () => {
  const texts = resolve(__dirname, '../../../notebooks/text');
  const lessons = readdirSync(texts).filter(name => /^\d\d-.*\.md$/.test(name));
  const imported = new Set(
    lessons.flatMap(lesson =>
      [
        ...readFileSync(join(texts, lesson), 'utf8').matchAll(/^import \{([^}]*)\} from 'digits-cnn/gm),
      ].flatMap(([, names]) => names!.split(',').map(name => name.trim())),
    ),
  );
  for (const { name, kind, doc } of library) {
    const said = [doc.text, ...doc.see].join('\n');
    const named = [...said.matchAll(/notebooks\/(\d\d-[\w-]+)/g)];
    for (const [, lesson] of named) assert.ok(lessons.includes(`${lesson}.md`), `${name}: ${lesson}`);
    assert.doesNotMatch(said, /Notebooks:|Used\s+first/, name);
    if (imported.has(name) && kind !== 'type' && !['op', 'tf'].includes(name))
      assert.ok(named.length > 0, `${name} names no lesson`);
  }
});

test('every value that the entry exports is read, and no other', () => {
  const read = library.filter(({ entry, kind }) => entry === 'digits-cnn' && kind !== 'type');
  const operations = Object.keys(main.op).map(name => `op.${name}`);
  assert.deepEqual(read.map(({ name }) => name).sort(), [...Object.keys(main), ...operations].sort());
});

test('a function: where it is from, how it is called, what is said about it', () => {
  const { doc, ...item } = find('oneHot');
  assert.deepEqual(item, {
    name: 'oneHot',
    kind: 'function',
    folder: 'encode',
    entry: 'digits-cnn',
    declaration: 'function oneHot(labels: ArrayLike<number>, classes: number): NdArray',
  });
  assert.deepEqual(
    doc.params.map(({ name }) => name),
    ['labels', 'classes'],
  );
  assert.ok(isMentioned(find('oneHot'), '02-one-hot'));
  assert.ok(!isMentioned(find('oneHot'), '03-sigmoid'));
  assert.equal(
    firstSentence(find('oneHot')),
    "One row for each label: 1 in the label's column, 0 elsewhere.",
  );
});

test('a long signature is broken, and options that are taken apart have their name again', () => {
  assert.equal(
    find('conv2d').declaration,
    'function conv2d(\n  images: NdArray,\n  kernel: NdArray,\n  options?: WindowOptions,\n): NdArray',
  );
  assert.equal(find('adam').declaration, 'function adam(options?: AdamOptions): Optimizer');
});

test('a class has no private parts, a package that is handed on is its import', () => {
  assert.match(find('Session').declaration, /^class Session \{/);
  for (const { declaration, name } of library) assert.doesNotMatch(declaration, /#private|declare/, name);
  assert.equal(find('tf').declaration, "import * as tf from '@tensorflow/tfjs';");
  assert.match(find('tf').doc.text, /^The one door to TensorFlow\.js/);
});

test('a sentence is one up to its full stop, or up to the formula that follows', () => {
  const sentence = (comment: string) => firstSentence({ ...find('relu'), doc: docComment(comment) });
  assert.equal(sentence('/** One: two. Three. */'), 'One: two.');
  assert.equal(sentence('/**\n * Sums\n * all:\n *\n *     Σ x\n */'), 'Sums all.');
  assert.equal(sentence(''), '');
});

test('a type and a function that differ by a capital have places of their own', () => {
  const places = library.map(item => `${item.folder}#${heading(item).toLowerCase()}`);
  assert.deepEqual([...new Set(places)].length, places.length);
  assert.equal(linkTo(find('Calibration')), '[`Calibration`](library/evaluate.md#type-Calibration)');
  assert.equal(linkTo(find('calibration'), ''), '[`calibration`](evaluate.md#calibration)');
});

test("of two types with one name, a function's page leads to that of its own entry", () => {
  const pages = libraryPages({ library, lessons: [] });
  const typesOf = (page: string, name: string) => {
    const text = pages
      .get(page)!
      .split('\n## ')
      .find(part => part.startsWith(`${name}\n`))!;
    return [.../\*\*Types:\*\* (.*)/.exec(text)![1]!.matchAll(/\]\(([^)]+)\)/g)].map(([, place]) => place);
  };
  assert.ok(typesOf('library/graph.md', 'Session').includes('graph.md#type-Feeds'));
  assert.ok(!typesOf('library/graph.md', 'Session').includes('tensorflow.md#type-Feeds'));
  assert.ok(typesOf('library/tensorflow.md', 'TracedFunction').includes('tensorflow.md#type-Feeds'));
  assert.ok(!typesOf('library/tensorflow.md', 'TracedFunction').includes('graph.md#type-Feeds'));
});

test('a lesson that is not there yet is named, without a link', () => {
  const pages = libraryPages({ library, lessons: [] });
  assert.deepEqual(
    [...pages.keys()],
    ['library/index.md', ...[...folders.keys()].map(name => `library/${name}.md`)],
  );
  assert.match(pages.get('library/layers.md')!, /Derived in lesson 06\./);
  assert.doesNotMatch([...pages.values()].join(), /\.\.\/\d\d/);
});

test('a folder without a line of its own is refused by name', () => {
  const stray = { ...find('oneHot'), folder: 'attic' };
  assert.throws(() => libraryPages({ library: [stray], lessons: [] }), {
    message: 'lib/attic has no line in book/pages/library/folders.ts',
  });
});

test('a library that is not built is refused, with the way to build it', () => {
  const dist = join(__dirname, 'nowhere');
  assert.throws(() => readLibrary(dist), { message: `${dist}/entries/main.d.ts is missing: npm run build` });
});
