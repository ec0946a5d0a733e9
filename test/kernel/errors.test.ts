/** A failed cell tells so, in one Jupyter error with the learner's own lines, and stops what was to follow. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { root, specs, startKernel } from './startKernel';
import type { TestKernel } from './testKernel';

const hook = "(globalThis as any)[Symbol.for('digits-cnn.kernel')]";

describe('an error', () => {
  let ours: TestKernel;
  let stock: TestKernel;
  before(async () => {
    [ours, stock] = await Promise.all([startKernel(specs.ours), startKernel(specs.stock)]);
    await ours.execute('null'); // takes the note on a stale library with it
  });
  after(() => Promise.all([ours.stop(), stock.stop()]));

  const stop = { stopOnError: false };

  /** Each with the status that stock tslab gives, always without an error message. */
  const failures = [
    {
      what: 'a thrown error',
      stock: 'error',
      code: 'throw new RangeError("too big");',
      error: 'RangeError: too big',
    },
    {
      what: 'a type error',
      stock: 'error',
      code: 'const count: number = "three";',
      error: "TypeScriptError: Type 'string' is not assignable to type 'number'.",
    },
    {
      what: 'an awaited rejection',
      stock: 'error',
      code: 'await Promise.reject(new Error("no"));',
      error: 'Error: no',
    },
    { what: 'a thrown value', stock: 'error', code: 'throw { code: 7 };', error: 'Thrown: { code: 7 }' },
    {
      what: 'a floating rejection',
      stock: 'ok',
      code: 'void Promise.reject(new TypeError("floating"));',
      error: 'TypeError: floating',
    },
    {
      what: 'an error in a timer',
      stock: 'ok',
      code: 'setTimeout(() => { throw new Error("late") }, 0); null',
      error: 'Error: late',
    },
  ];
  for (const { what, stock: stockStatus, code, error: expected } of failures) {
    it(`from ${what} is a Jupyter error, which stock tslab does not send`, async () => {
      const plain = await stock.executeAfterPause(code);
      assert.equal(plain.status, stockStatus);
      assert.equal(plain.error, undefined);

      const { status, error, stdout, stderr } = await ours.execute(code, stop);
      assert.equal(status, 'error');
      assert.equal(`${error?.ename}: ${error?.evalue}`, expected);
      assert.equal(stdout + stderr, '');
    });
  }

  it('is traced to the lines of the cells it passed, without a word of tslab, Node or the disk', async () => {
    await ours.execute(
      `interface Grid { rows: number[][] }
       function rowLength(grid: Grid, row: number): number {
         return grid.rows[row]!.length;
       }`,
    );
    const { error } = await ours.execute(
      `import { readFileSync } from 'node:fs';
       type Nothing = undefined;
       try {
         rowLength({ rows: [] }, 4);
       } catch (cause) {
         throw new Error('no such row', { cause });
       }`,
      stop,
    );
    const cell = Number(/cell \[(\d+)\], line 6/.exec(error?.traceback ?? '')?.[1]);
    assert.equal(
      error?.traceback,
      [
        'Error: no such row',
        `    at cell [${cell}], line 6`,
        "        throw new Error('no such row', { cause });",
        "caused by TypeError: Cannot read properties of undefined (reading 'length')",
        `    at rowLength (cell [${cell - 1}], line 3)`,
        '        return grid.rows[row]!.length;',
        `    at cell [${cell}], line 4`,
        '        rowLength({ rows: [] }, 4);',
      ].join('\n'),
    );
  });

  it('is traced through awaits', async () => {
    await ours.execute('async function fail() { await null; throw new Error("deep"); }');
    const { error } = await ours.execute('1 + 1;\nawait fail();', stop);
    assert.match(
      error?.traceback ?? '',
      /at fail \(cell \[\d+\], line 1\)\n.*\n {4}at async cell \[\d+\], line 2\n {8}await fail\(\);$/,
    );
  });

  it('names files from the course folder on', async () => {
    const { error } = await ours.execute(
      `(await import('node:fs')).readFileSync(${JSON.stringify(`${root}/none.csv`)})`,
      stop,
    );
    assert.equal(error?.evalue, "ENOENT: no such file or directory, open 'none.csv'");
    assert.doesNotMatch(error?.traceback ?? root, new RegExp(root));
  });

  it('ends a cell that waits for something that will not come any more', async () => {
    const { error } = await ours.execute(
      'await new Promise(() => setTimeout(() => { throw new Error("while waiting") }, 10));',
      stop,
    );
    assert.equal(error?.evalue, 'while waiting');
  });

  it('of background code reaches the cell that started it, on stderr once the cell has ended', async () => {
    const id = await ours.submit('setTimeout(() => { throw new Error("afterwards") }, 200); null');
    assert.equal((await ours.execute('await new Promise(done => setTimeout(done, 600));')).status, 'ok');
    const first = await ours.result(id);
    assert.equal(first.status, 'ok');
    assert.match(first.stderr, /Error.*: afterwards\n {4}at Timeout/);
  });

  it('of a promise that the cell was to wait for fails the cell', async () => {
    const late = 'new Promise((_, fail) => setTimeout(() => fail(new Error("not drawn")), 50))';
    const { error } = await ours.execute(`${hook}.waitFor(${late});`, stop);
    assert.equal(error?.evalue, 'not drawn');
  });

  it('does not skip the next cell, which stock tslab does', async () => {
    assert.equal((await stock.execute('throw new Error("first")')).status, 'error');
    assert.equal((await stock.execute('"next"')).status, 'abort');
    assert.equal((await ours.execute('throw new Error("first")')).status, 'error');
    const next = await ours.execute('"next"');
    assert.equal(next.status, 'ok');
    assert.equal(next.stdout, 'next\n');
  });

  it('aborts the cells that were already waiting, as "Run All" wants', async () => {
    const ids = [];
    for (const code of ['await new Promise(done => setTimeout(done, 200)); throw 1', '2', '3'])
      ids.push(await ours.submit(code));
    const results = await Promise.all(ids.map(id => ours.result(id)));
    assert.deepEqual(
      results.map(({ status }) => status),
      ['error', 'aborted', 'aborted'],
    );
  });

  it('aborts none of them where errors are expected (the tag raises-exception)', async () => {
    const first = await ours.submit('await new Promise(done => setTimeout(done, 200)); throw 1', stop);
    const second = await ours.execute('"second"');
    assert.equal((await ours.result(first)).status, 'error');
    assert.equal(second.stdout, 'second\n');
  });
});
