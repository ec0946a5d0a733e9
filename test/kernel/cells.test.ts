/** What a cell may say: strict types, modern imports, top-level await; and the editor's questions about it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { specs, startKernel } from './startKernel';
import type { TestKernel } from './testKernel';

describe('a cell', () => {
  let ours: TestKernel;
  let stock: TestKernel;
  before(async () => {
    [ours, stock] = await Promise.all([startKernel(specs.ours), startKernel(specs.stock)]);
  });
  after(() => Promise.all([ours.stop(), stock.stop()]));

  it('is checked under strict, where stock tslab lets an untyped parameter and a null pass', async () => {
    const code = 'function double(x) { return 2 * x; }\nconst name: string = null;';
    assert.equal((await stock.executeAfterPause(code)).status, 'ok');
    const { status, error } = await ours.execute(code);
    assert.equal(status, 'error');
    assert.equal(
      error?.traceback,
      [
        "TypeScriptError: Parameter 'x' implicitly has an 'any' type.",
        '  at line 1',
        '    function double(x) { return 2 * x; }',
        '                    ^',
        "TypeScriptError: Type 'null' is not assignable to type 'string'.",
        '  at line 2',
        '    const name: string = null;',
        '          ^',
      ].join('\n'),
    );
  });

  it("finds what a package's exports name, where stock tslab finds no module", async () => {
    const code =
      'import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus"; typeof xoroshiro128plus';
    assert.match(
      (await stock.executeAfterPause(code)).stderr,
      /Cannot find module 'pure-rand\/generator\/xoroshiro128plus'/,
    );
    assert.equal((await ours.execute(code)).stdout, 'function\n');
  });

  it('does not type-check the JavaScript of a package, where stock tslab reads all of it', async () => {
    const code = 'import ms from "ms"; ms("1h")';
    assert.equal((await stock.executeAfterPause(code)).stdout, '3600000\n');
    assert.match(
      (await ours.execute(code)).error?.evalue ?? '',
      /^Could not find a declaration file for module 'ms'/,
    );
  });

  it('knows the library of ES2023, where stock tslab knows that of ES2022', async () => {
    const code = '[1, 2, 3].findLast(x => x < 3)';
    assert.match((await stock.executeAfterPause(code)).stderr, /Property 'findLast' does not exist/);
    assert.equal((await ours.execute(code)).stdout, '2\n');
  });

  it('may abbreviate a property with a name of an earlier cell, where stock tslab does not find it', async () => {
    const use =
      'let other = 0; ({ other } = { other: 3 }); console.log(JSON.stringify([{ seven, other }, { a: { seven } }]))';
    await stock.executeAfterPause('const seven = 7;');
    assert.match((await stock.executeAfterPause(use)).stderr, /ReferenceError: seven is not defined/);
    await ours.execute('const seven = 7;');
    assert.equal((await ours.execute(use)).stdout, '[{"seven":7,"other":3},{"a":{"seven":7}}]\n');
    await ours.execute('let chosen = 1;');
    assert.equal((await ours.execute('({ chosen = 2 } = {} as { chosen?: number }); chosen')).stdout, '2\n');
  });

  it('sees what earlier cells declared, and may await at its top level', async () => {
    await ours.execute('const answer = await Promise.resolve(42);');
    assert.equal((await ours.execute('answer + 1')).stdout, '43\n');
  });

  it('may await an awaited value, where stock tslab finds a syntax error', async () => {
    const code = 'await (await Promise.resolve({ half: async () => 21 })).half()';
    assert.match((await stock.executeAfterPause(code)).stderr, /SyntaxError: missing \) after argument list/);
    assert.equal((await ours.execute(code)).stdout, '21\n');
  });

  it('may consist of one for await, where stock tslab finds a syntax error', async () => {
    const code = 'for await (const x of [1, 2]) console.log(x);';
    assert.match((await stock.executeAfterPause(code)).stderr, /SyntaxError: Unexpected reserved word/);
    assert.equal((await ours.execute(code)).stdout, '1\n2\n');
  });

  it('that awaits only inside a function is not taken for an awaiting one', async () => {
    const result = await ours.execute(
      'const later = async () => { await null; return "await"; }; typeof later',
    );
    assert.equal(result.stdout, 'function\n');
  });

  it('is completed on Tab, with names of earlier cells and members of their types', async () => {
    await ours.execute('const learningRate = 0.001;');
    assert.deepEqual(await ours.complete('learn'), ['learningRate']);
    assert.deepEqual(await ours.complete('learningRate.toFi'), ['toFixed']);
  });

  it('is explained on Shift-Tab, with the name of every tag, which stock tslab leaves out', async () => {
    const code = [
      '/** Doubles a number.',
      ' * @param x any number',
      ' * @returns twice `x`',
      ' * @example double(2) // 4',
      ' */',
      'function double(x: number): number { return 2 * x; }',
    ].join('\n');
    await stock.executeAfterPause(code);
    assert.doesNotMatch(await stock.inspect('double'), /@returns|@example/);
    await ours.execute(code);
    assert.equal(
      await ours.inspect('double'),
      [
        'function double(x: number): number',
        'Doubles a number.',
        '@param x any number',
        '@returns twice `x`',
        '@example double(2) // 4',
      ].join('\n\n'),
    );
  });

  it("completes and explains the course's library from its built declarations", async () => {
    assert.deepEqual(await ours.complete('import * as digits from "digits-cnn"; digits.readD'), [
      'readDigits',
    ]);
    const explained = await ours.inspect('import { readDigits } from "digits-cnn"; readDigits');
    assert.match(explained, /function readDigits\(path: string/);
    assert.match(explained, /@throws InputError/);
  });

  it('gets no explanation of what has no name', async () => {
    assert.equal(await ours.inspect(''), '');
  });
});
