/** The kernel as a process: how it introduces itself, what it leaves on the disk, when it ends. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { root, specs, startKernel } from './startKernel';
import type { TestKernel } from './testKernel';

/** Polls: the end of a process that is not ours sends no event. */
async function endsWithin(seconds: number, isAlive: () => Promise<boolean> | boolean): Promise<boolean> {
  for (let waited = 0; waited < seconds; waited += 0.1) {
    if (!(await isAlive())) return true;
    await pause(100);
  }
  return false;
}

describe('the kernel', () => {
  let ours: TestKernel;
  before(async () => {
    ours = await startKernel(specs.ours);
  });
  after(() => ours.stop());

  it('says what it is, shows "busy" only for the cell that runs, and writes nothing into the home', async () => {
    const info = await ours.request('kernel_info');
    assert.equal(info.status, 'ok');
    assert.equal(info.implementation_version, '1.0.22');
    assert.equal((info.language_info as { version: string }).version, '5.0.4');
    assert.deepEqual(await ours.request('comm_info'), { status: 'ok', comms: {} });

    const silent = await ours.request('execute', { code: '1', silent: true });
    assert.deepEqual([silent.status, silent.execution_count], ['ok', 0]);

    const cells: string[] = [];
    for (let i = 0; i < 3; i++)
      cells.push(await ours.submit('await new Promise(done => setTimeout(done, 50));'));
    for (const id of cells) assert.equal((await ours.result(id)).status, 'ok');
    const statuses = ours.messages
      .filter(({ type, parent }) => type === 'status' && cells.includes(parent))
      .map(({ parent, content }) => `${cells.indexOf(parent)} ${content.execution_state}`);
    assert.deepEqual(statuses, ['0 busy', '0 idle', '1 busy', '1 idle', '2 busy', '2 idle']);

    assert.deepEqual(
      readdirSync(ours.home).filter(
        name => !['config', 'data', 'runtime', 'ipython', 'notebooks', 'node_modules'].includes(name),
      ),
      [],
    );
  });

  it('ends when told to, though a timer of a cell goes on for ever, where stock tslab lives on', async t => {
    const stock = await startKernel(specs.stock);
    t.after(() => stock.stop());
    for (const kernel of [ours, stock]) {
      await kernel.execute('setInterval(() => {}, 1000); null');
      await kernel.shutdown();
    }
    assert.ok(await endsWithin(20, () => ours.isAlive()), 'our kernel lives on');
    assert.ok(!(await endsWithin(3, () => stock.isAlive())), 'stock tslab has ended');
  });

  it('ends when the Jupyter that started it was killed', { skip: process.platform === 'win32' }, async t => {
    const kernel = await startKernel(specs.ours);
    t.after(() => kernel.stop());
    const { stdout } = await kernel.execute('console.log("pid", process.pid)');
    const pid = Number(/pid (\d+)/.exec(stdout)?.[1]);
    const isAlive = () => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    assert.ok(isAlive());
    kernel.kill();
    assert.ok(await endsWithin(20, isAlive), 'the kernel lives on without a Jupyter');
  });

  it('refuses every version of tslab but the one it was written for, in one line', t => {
    const folder = mkdtempSync(join(tmpdir(), 'kernel-version-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    cpSync(join(root, 'kernel'), join(folder, 'kernel'), { recursive: true });
    const launch = () =>
      spawnSync(process.execPath, [join(folder, 'kernel', 'launcher.cjs'), '--config-path', 'none'], {
        encoding: 'utf8',
      });
    const line = (found: string) =>
      `kernel/launcher.cjs: the kernel needs tslab 1.0.22 exactly, ${found}: run \`npm ci\` in the course folder\n`;

    const missing = launch();
    assert.equal(missing.stderr, line('it is not installed'));
    assert.equal(missing.status, 1);

    mkdirSync(join(folder, 'node_modules', 'tslab'), { recursive: true });
    writeFileSync(
      join(folder, 'node_modules', 'tslab', 'package.json'),
      '{"name": "tslab", "version": "1.0.23"}',
    );
    const other = launch();
    assert.equal(other.stderr, line('found tslab 1.0.23'));
    assert.equal(other.status, 1);
  });
});
