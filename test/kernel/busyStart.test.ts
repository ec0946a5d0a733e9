/** A kernel that is asked while it still starts, as happens on a busy machine. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../temporaryFolder';
import { specs, startKernel } from './startKernel';

const folder = temporaryFolder();

/** With one thread, which a pipe holds up, for all that waits. */
function busy(name: string): NodeJS.ProcessEnv {
  const pipe = join(folder, name);
  assert.equal(spawnSync('mkfifo', [pipe]).status, 0);
  const preload = `--require ${JSON.stringify(join(__dirname, 'lateBind.cjs'))}`;
  return { NODE_OPTIONS: preload, UV_THREADPOOL_SIZE: '1', LATE_BIND: pipe };
}

describe('a kernel asked before its sockets are told to be bound', {
  skip: process.platform === 'win32',
}, () => {
  it('answers, where stock tslab never does', async t => {
    const stock = startKernel(specs.stock, undefined, { env: busy('stock'), readySeconds: 8 });
    const deaf = assert.rejects(stock, /Kernel didn't respond in 8 seconds/);
    const ours = await startKernel(specs.ours, undefined, { env: busy('ours') });
    t.after(() => ours.stop());
    assert.equal((await ours.execute('6 * 7')).status, 'ok');
    await deaf;
  });
});
