/** What a cell shows: nothing is lost, everything reaches the cell that made it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { specs, startKernel } from './startKernel';
import type { CellResult, TestKernel } from './testKernel';

const hook = "(globalThis as any)[Symbol.for('digits-cnn.kernel')]";
const types = ({ outputs }: CellResult) => outputs.map(({ type }) => type);
const numbersBelow = (count: number) => Array.from({ length: count }, (_, i) => `${i}\n`).join('');

describe("a cell's output", () => {
  let ours: TestKernel;
  let stock: TestKernel;
  before(async () => {
    [ours, stock] = await Promise.all([startKernel(specs.ours), startKernel(specs.stock)]);
    await ours.execute('import { display } from "tslab"'); // takes the note on a stale library with it
  });
  after(() => Promise.all([ours.stop(), stock.stop()]));

  for (const count of [600, 20_000]) {
    it(`keeps all of ${count} lines printed in one tick`, async () => {
      const { status, stdout, outputs } = await ours.execute(
        `for (let i = 0; i < ${count}; i++) console.log(i);`,
      );
      assert.equal(status, 'ok');
      assert.equal(stdout, numbersBelow(count));
      assert.ok(outputs.length < 100, `JupyterLab shows 1000 messages a second, got ${outputs.length}`);
    });
  }

  it('keeps all of 2000 displays sent in one tick', async () => {
    const { status, outputs } = await ours.execute('for (let i = 0; i < 2000; i++) display.text(String(i));');
    assert.equal(status, 'ok');
    const shown = outputs.map(({ content }) => `${(content.data as Record<string, string>)['text/plain']}\n`);
    assert.equal(shown.join(''), numbersBelow(2000));
  });

  it('has its streams and displays in the order they were made', async () => {
    const result = await ours.execute(
      'console.log(1); console.log(2); display.html("<b>3</b>"); console.error(4); console.log(5);',
    );
    const shown = result.outputs.map(
      ({ type, content }) => `${type} ${content.name ?? ''} ${content.text ?? ''}`,
    );
    assert.deepEqual(shown.slice(-4), [
      'stream stdout 2\n',
      'display_data  ',
      'stream stderr 4\n',
      'stream stdout 5\n',
    ]);
  });

  it('arrives while a synchronous loop still runs', async () => {
    const id = await ours.submit(
      `const started = Date.now(); let ticks = 0;
       while (ticks < 20) if (Date.now() - started > 100 * ticks) console.log(ticks++);`,
    );
    const early = await ours.until(
      () => ours.messages.some(({ parent, type }) => parent === id && type === 'stream'),
      10,
    );
    assert.ok(early);
    assert.ok(!ours.messages.some(({ parent, type }) => parent === id && type === 'execute_reply'));
    assert.equal((await ours.result(id)).stdout, numbersBelow(20));
  });

  it('of background code goes to the cell that started it, where stock tslab gives it to the running one', async () => {
    const start = 'setTimeout(() => console.log("from the first"), 200); null';
    const wait = 'await new Promise(done => setTimeout(done, 600));';
    await stock.execute(start);
    assert.equal((await stock.execute(wait)).stdout, 'from the first\n');
    const first = await ours.submit(start);
    assert.equal((await ours.execute(wait)).stdout, '');
    assert.equal((await ours.result(first)).stdout, 'from the first\n');
  });

  it("is free of Node's deprecation warnings, which stock tslab shows", async () => {
    const code = 'process.emitWarning("a package is old", "DeprecationWarning"); null';
    await stock.execute(code);
    const seen = () =>
      stock.messages.some(({ content }) => String(content.text).includes('DeprecationWarning'));
    assert.ok(await stock.until(seen, 10));
    await ours.execute(code);
    assert.equal((await ours.execute('await new Promise(done => setTimeout(done, 50));')).stderr, '');
    assert.ok(!ours.messages.some(({ content }) => String(content.text).includes('DeprecationWarning')));
  });

  it('calls back those who wait for a write, and keeps characters cut in two whole', async () => {
    const { stdout } = await ours.execute(
      `const euro = Buffer.from('€');
       process.stdout.write(euro.subarray(0, 1));
       await new Promise<void>(done => process.stdout.write(euro.subarray(1), () => done()));`,
    );
    assert.equal(stdout, '€');
  });

  it('may be one bundle of several formats, replaced later under its id', async () => {
    const { outputs } = await ours.execute(
      `${hook}.display({ data: { 'image/svg+xml': '<svg/>', 'text/plain': 'a picture' }, metadata: { alt: 1 } }, 'id-1', false);
       ${hook}.display({ data: { 'text/plain': 'another' } }, 'id-1', true);`,
    );
    assert.deepEqual(
      outputs.map(({ type, content }) => ({ type, content })),
      [
        {
          type: 'display_data',
          content: {
            data: { 'image/svg+xml': '<svg/>', 'text/plain': 'a picture' },
            metadata: { alt: 1 },
            transient: { display_id: 'id-1' },
          },
        },
        {
          type: 'update_display_data',
          content: { data: { 'text/plain': 'another' }, metadata: {}, transient: { display_id: 'id-1' } },
        },
      ],
    );
  });

  it('shown from the background belongs to its cell too', async () => {
    const id = await ours.submit(
      `setTimeout(() => ${hook}.display({ data: { 'text/plain': 'late' } }, 'id-2', false), 200); null`,
    );
    await ours.execute('await new Promise(done => setTimeout(done, 600));');
    assert.deepEqual(types(await ours.result(id)), ['display_data']);
  });

  it('can be cleared', async () => {
    const { outputs } = await ours.execute(`${hook}.clear(true);`);
    assert.deepEqual(
      outputs.map(({ type, content }) => ({ type, content })),
      [{ type: 'clear_output', content: { wait: true } }],
    );
  });

  // Last: after it stock tslab is of no use any more.
  it('of 600 lines leaves stock tslab busy for ever, most of it lost', async () => {
    const result = await stock.execute('for (let i = 0; i < 600; i++) console.log(i);', {
      timeoutSeconds: 5,
    });
    assert.equal(result.status, 'timeout');
    assert.ok(result.outputs.length < 600, `got all of ${result.outputs.length} messages`);
  });
});
