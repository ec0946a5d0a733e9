/** Files that come and change beside a notebook while its kernel runs. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { specs, startKernel } from './startKernel';
import type { TestKernel } from './testKernel';

describe('a file that appears beside the notebook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-watch-'));
  let ours: TestKernel;
  let stock: TestKernel;
  before(async () => {
    [ours, stock] = await Promise.all([startKernel(specs.ours, folder), startKernel(specs.stock, folder)]);
  });
  after(async () => {
    await Promise.all([ours.stop(), stock.stop()]);
    rmSync(folder, { recursive: true });
  });

  /** Runs a cell that looks for a module in the folder, lets the file appear, runs another cell. */
  async function cellAfterNewFile(kernel: TestKernel, file: string) {
    await kernel.executeAfterPause('import { nothing } from "./absent"; nothing');
    await pause(300);
    writeFileSync(join(folder, file), '{}');
    await pause(500);
    return kernel.execute('6 * 7');
  }

  it('does not disturb the next cell, where stock tslab fails it', async () => {
    assert.match((await cellAfterNewFile(stock, 'first.json')).stderr, /Unexpected pending rebuildTimer/);
    const { status, stdout } = await cellAfterNewFile(ours, 'second.json');
    assert.deepEqual({ status, stdout }, { status: 'ok', stdout: '42\n' });
  });
});
