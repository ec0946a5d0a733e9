/** The stop button: a cell ends, what is to keep is kept, and code in the background can hear it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { specs, startKernel } from './startKernel';
import type { CellResult, TestKernel } from './testKernel';

const signal = "(globalThis as any)[Symbol.for('digits-cnn.kernel')].interruptSignal as AbortSignal";

describe('an interrupt', () => {
  let ours: TestKernel;
  before(async () => {
    ours = await startKernel(specs.ours);
    await ours.execute('const pause = (ms: number) => new Promise<void>(done => setTimeout(done, ms));');
  });
  after(() => ours.stop());

  /** Settles once the cell has printed "started". */
  async function started(id: string, kernel = ours): Promise<void> {
    const isRunning = () =>
      kernel.messages.some(({ parent, content }) => parent === id && content.text === 'started\n');
    assert.ok(await kernel.until(isRunning, 30), 'the cell did not start');
    // Node loses a signal that comes in the very millisecond in which a cell's first synchronous stretch ends.
    await pause(100);
  }

  async function interrupted(code: string, kernel = ours): Promise<CellResult> {
    const id = await kernel.submit(code, { stopOnError: false });
    await started(id, kernel);
    await kernel.interrupt();
    return kernel.result(id);
  }

  function assertInterrupted({ status, error }: CellResult) {
    assert.equal(status, 'error');
    assert.deepEqual(error, {
      ename: 'Interrupted',
      evalue: 'the cell was stopped',
      traceback: 'Interrupted: the cell was stopped',
    });
  }

  it('stops a synchronous loop; what earlier cells made is still there', async () => {
    await ours.execute('let rounds = 0;');
    assertInterrupted(await interrupted('console.log("started"); for (;;) rounds++;'));
    assert.equal((await ours.execute('rounds > 0')).stdout, 'true\n');
  });

  it('ends a cell whose promise stays pending', async () => {
    assertInterrupted(await interrupted('console.log("started"); await new Promise(() => {});'));
  });

  it('ends a cell that waits for a promise handed to the kernel', async () => {
    assertInterrupted(
      await interrupted(
        `(globalThis as any)[Symbol.for('digits-cnn.kernel')].waitFor(new Promise(() => {})); console.log("started");`,
      ),
    );
  });

  it('is heard by a cell that took the signal, which then ends by itself and keeps its results', async () => {
    const result = await interrupted(
      `const stop = ${signal};
       let steps = 0;
       console.log("started");
       while (!stop.aborted) { steps++; await pause(5); }
       console.log("ended by itself");`,
    );
    assertInterrupted(result);
    assert.equal(result.stdout, 'started\nended by itself\n');
    assert.equal((await ours.execute('steps > 0')).stdout, 'true\n');
  });

  it('ends a cell that took the signal and does not heed it', async () => {
    assertInterrupted(
      await interrupted(`void (${signal}); console.log("started"); await new Promise(() => {});`),
    );
  });

  it('ends such a cell at once when it comes twice', async () => {
    const id = await ours.submit(`void (${signal}); console.log("started"); await pause(60_000);`);
    await started(id);
    await ours.interrupt();
    await pause(100); // two waiting signals of one kind are one
    await ours.interrupt();
    assertInterrupted(await ours.result(id));
  });

  it('stays heard by what the stopped cell left behind, while the next cell has a signal of its own', async () => {
    assertInterrupted(
      await interrupted(
        `let heard = false;
         void (async () => { while (!(${signal}).aborted) await pause(5); heard = true; })();
         (globalThis as any).wasHeard = () => heard;
         console.log("started");
         await new Promise(() => {});`,
      ),
    );
    const next = await ours.execute(
      `await pause(50); console.log((globalThis as any).wasHeard(), (${signal}).aborted);`,
    );
    assert.equal(next.stdout, 'true false\n');
  });

  it('does not reach the next cell when the stopped one ended within its grace', async () => {
    const stopped = await interrupted(
      `const early = ${signal}; console.log("started"); while (!early.aborted) await pause(5);`,
    );
    assertInterrupted(stopped);
    assert.equal((await ours.execute('await pause(2500); "whole"')).stdout, 'whole\n');
  });

  it('aborts the cells that wait', async () => {
    const running = await ours.submit('console.log("started"); await new Promise(() => {});');
    const waiting = await ours.submit('"never"');
    await started(running);
    await ours.interrupt();
    assert.equal((await ours.result(running)).status, 'error');
    assert.equal((await ours.result(waiting)).status, 'aborted');
  });

  it('of an idle kernel does nothing', async () => {
    await ours.interrupt();
    assert.equal((await ours.execute('"still here"')).stdout, 'still here\n');
  });

  it('is not heard by background code on stock tslab, and has no Jupyter error there', async t => {
    const stock = await startKernel(specs.stock);
    t.after(() => stock.stop());
    const result = await interrupted(
      `console.log("started");
       for (let step = 0; ; step++) {
         (globalThis as any).lastStep = step;
         await new Promise(done => setTimeout(done, 5));
       }`,
      stock,
    );
    assert.equal(result.status, 'error');
    assert.equal(result.error, undefined);
    const later = await stock.executeAfterPause(
      `const before = (globalThis as any).lastStep;
       await new Promise(done => setTimeout(done, 100));
       console.log((globalThis as any).lastStep > before, Symbol.for('digits-cnn.kernel') in globalThis);`,
    );
    assert.equal(later.stdout, 'true false\n');
  });
});
