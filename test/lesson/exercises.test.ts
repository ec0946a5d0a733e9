/** Every exercise of the course, against itself: a new one is tested by being listed. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as library from '../../lib/entries/main';
import type { ExerciseDefinition } from '../../lib/lesson/exerciseDefinition';
import { exercises } from '../../lib/lesson/exercises';
import { judge } from '../../lib/lesson/judge';
import { temporaryFolder } from '../temporaryFolder';

type Anything = ExerciseDefinition<unknown[], unknown>;
type AnyFunction = (...args: unknown[]) => unknown;
const SEEDS = [1, 2, 3];

const folder = temporaryFolder();
let files = 0;

/** What a piece of TypeScript declares, compiled as the tests themselves are; it may use the library's names, and `tf`. */
function compile(text: string): AnyFunction {
  const name = /^(?:function|const) (\w+)/.exec(text)?.[1];
  assert.ok(name, 'the text begins with a function or a constant');
  const file = join(folder, `${name}${files++}.ts`); // two exercises may use one name
  const used = Object.keys(library).filter(word => word !== name && new RegExp(`\\b${word}\\b`).test(text));
  const source = JSON.stringify(require.resolve('../../lib/entries/main'));
  const tensors = JSON.stringify(require.resolve('../../lib/tensorflow/tf'));
  const imports = [
    `const { ${used} } = require(${source});`,
    ...(/\btf\./.test(text) ? [`const { tf } = require(${tensors});`] : []),
  ];
  writeFileSync(file, `${imports.join('\n')}\n${text}\nmodule.exports = { ${name} };\n`);
  const answer = require(file)[name];
  return typeof answer === 'function' ? answer : () => answer;
}

for (const [name, typed] of Object.entries(exercises)) {
  const definition = typed as unknown as Anything;
  const verdictOf = (answer: AnyFunction, seed: number) =>
    judge<unknown[], unknown>(definition, answer, seed);
  const { solution, solutionText, starter, mistakes, parameters, inputs, hints } = definition;

  test(`${name}: the solution passes, as code and as the text that is shown`, () => {
    for (const seed of SEEDS) {
      assert.deepEqual(verdictOf(solution, seed), { state: 'right' });
      assert.deepEqual(verdictOf(compile(solutionText), seed), {
        state: 'right',
      });
    }
  });

  test(`${name}: the starter is not attempted`, () => {
    for (const seed of SEEDS) assert.deepEqual(verdictOf(starter, seed), { state: 'not attempted' });
  });

  for (const { is, does, because } of mistakes) {
    test(`${name}: ${is} is found out`, () => {
      for (const seed of SEEDS) {
        const verdict = verdictOf(does, seed);
        assert.equal(verdict.state, 'wrong');
        assert.equal(verdict.state === 'wrong' && verdict.mistake?.is, is);
      }
      assert.match(because, /[.?]$/);
    });
  }

  test(`${name}: an answer unlike any other is wrong without a diagnosis`, () => {
    for (const seed of SEEDS) {
      const verdict = verdictOf(() => 'nonsense', seed);
      assert.equal(verdict.state, 'wrong');
      assert.equal(verdict.state === 'wrong' && verdict.mistake, undefined);
    }
  });

  test(`${name}: it is named as it is listed, has hints, and a name for every argument`, () => {
    assert.equal(definition.name, name);
    assert.match(definition.lesson, /^\d\d-[a-z-]+$/);
    assert.ok(hints.length >= 2 && mistakes.length >= 3);
    for (const args of inputs({ ...notRandom })) assert.equal(args.length, parameters.length);
  });
}

const notRandom = {
  uniform: () => 0.5,
  integer: (limit: number) => limit - 1,
  normal: () => 0,
  shuffle: <T>(items: T) => items,
  state: () => [],
};
