import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../../scripts/setup/run.mjs';
import { programIn, temporaryFolder } from './temporaryFolder';
import { until } from './until';

const runModule = new URL('../../scripts/setup/run.mjs', import.meta.url).href;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('a command gives its exit status and all it says on both streams', async () => {
  const program = "process.stdout.write('out '); process.stderr.write('err '); process.exitCode = 3";
  const { status, output } = await run(process.execPath, ['-e', program]);
  assert.equal(status, 3);
  assert.match(output, /out /);
  assert.match(output, /err /);
});

test('a command runs in the folder and environment it was given', async t => {
  const cwd = temporaryFolder(t);
  const program = 'console.log(process.cwd(), process.env.COLOUR)';
  const { output } = await run(process.execPath, ['-e', program], { cwd, env: { COLOUR: 'blue' } });
  assert.match(output, /digits-cnn-setup-\w+ blue/);
});

test('a command that does not exist gives status 127 and its name', async () => {
  const { status, output } = await run('no-such-program-here', []);
  assert.equal(status, 127);
  assert.match(output, /^no-such-program-here: .*ENOENT/);
});

test('a command and its children end when the process that runs it is killed with signal 9', async t => {
  const folder = temporaryFolder(t);
  const pids = join(folder, 'pids');
  // The shell waits for its child, so both live on if nobody ends them.
  const program = programIn(
    folder,
    'long',
    `sleep 1000 & echo $$ $! > "${pids}.part"; mv "${pids}.part" "${pids}"; wait`,
  );
  const runner = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { run } from ${JSON.stringify(runModule)}; await run(${JSON.stringify(program)}, []);`,
  ]);
  await until('the command has started', () => existsSync(pids));
  const [shell = 0, child = 0] = readFileSync(pids, 'utf8').trim().split(' ').map(Number);
  assert.ok(isRunning(shell) && isRunning(child));
  runner.kill('SIGKILL');
  await until('the command has ended', () => !isRunning(shell) && !isRunning(child));
});

test('a command that does not listen ends at once when the whole group of its runner is killed', async t => {
  const folder = temporaryFolder(t);
  const pids = join(folder, 'pids');
  const program = programIn(
    folder,
    'deaf',
    `trap '' TERM; echo $$ > "${pids}.part"; mv "${pids}.part" "${pids}"; while :; do sleep 0.1; done`,
  );
  const runner = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { run } from ${JSON.stringify(runModule)}; await run(${JSON.stringify(program)}, []);`,
    ],
    { detached: true },
  );
  await until('the command has started', () => existsSync(pids));
  const pid = Number(readFileSync(pids, 'utf8'));
  process.kill(-runner.pid!, 'SIGKILL');
  await until('the command has ended', () => !isRunning(pid), 5);
});
