/**
 * A Ray cluster of two nodes on this machine, each with one processor. It has ports and
 * folders of its own and ends only what it has started: `ray stop` would end every other cluster as well.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

export interface RayCluster {
  address: string;
  /** The command lines of what runs on the second node. */
  secondNode(): string[];
  /** As if the second node had lost its power. */
  killSecondNode(): void;
  /** Both, and their files. */
  end(): void;
}

/** Why there can be none here, in one line; false if there can. */
export function rayMissing(): string | false {
  if (process.platform !== 'linux') return 'finds the processes of a node in /proc';
  return existsSync(RAY) ? false : 'no .venv-scale: node scripts/scaleEnvironment.mjs';
}

const RAY = '.venv-scale/bin/ray';

export async function rayCluster(): Promise<RayCluster> {
  // A short name: the paths of the sockets below it may have 107 bytes.
  const folder = mkdtempSync(join(tmpdir(), 'ray-'));
  const sessions: number[] = [];
  const end = (): void => {
    for (const session of sessions) killSession(session);
    // Files may still be written while processes die.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  const [port, clientPort] = [await freePort(), await freePort()];
  const address = `127.0.0.1:${port}`;
  const head = [`--port=${port}`, `--ray-client-server-port=${clientPort}`, '--include-dashboard=false'];
  try {
    sessions.push(await startNode(join(folder, 'a'), ['--head', ...head]));
    sessions.push(await startNode(join(folder, 'b'), [`--address=${address}`]));
  } catch (error) {
    end();
    throw error;
  }
  const [, second] = sessions as [number, number];
  return {
    address,
    secondNode: () => processesOf(second).map(({ command }) => command),
    killSecondNode: () => killSession(second),
    end,
  };
}

/** @returns the node's session, once it is up. */
async function startNode(folder: string, role: string[]): Promise<number> {
  // Without ports, the node gives its agents half a minute to choose some, and dies if other tests are at work.
  const agents = ['metrics-export', 'dashboard-agent-grpc', 'dashboard-agent-listen', 'runtime-env-agent'];
  const ports = await Promise.all(agents.map(async name => `--${name}-port=${await freePort()}`));
  const room = [`--temp-dir=${folder}`, '--num-cpus=1', '--object-store-memory=80000000'];
  const quiet = ['--disable-usage-stats', '--include-log-monitor=false', '--block'];
  const log = `${folder}.log`;
  const output = openSync(log, 'w');
  const node = spawn(RAY, ['start', ...role, ...ports, ...room, ...quiet], {
    detached: true, // a session of its own, by which its processes are found
    stdio: ['ignore', output, output],
    env: { ...process.env, RAY_raylet_start_wait_time_s: '300', RAY_agent_register_timeout_ms: '300000' },
  });
  closeSync(output);
  while (!readFileSync(log, 'utf8').includes('Ray runtime started')) {
    if (node.exitCode !== null) {
      killSession(node.pid!);
      throw new Error(`ray start ended: ${readFileSync(log, 'utf8')}`);
    }
    await setTimeout(100);
  }
  return node.pid!;
}

function killSession(session: number): void {
  for (const { pid } of processesOf(session)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      // It has ended meanwhile.
      assert.equal((error as NodeJS.ErrnoException).code, 'ESRCH');
    }
  }
}

/** Every process of a session: Ray gives its workers process groups of their own. */
function processesOf(session: number): { pid: number; command: string }[] {
  return readdirSync('/proc').flatMap(name => {
    if (!/^\d+$/.test(name)) return [];
    try {
      // pid (name) state parent group session …; the name may hold anything.
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return Number(fields[3]) === session ? [{ pid: Number(name), command }] : [];
    } catch {
      return []; // It has ended meanwhile.
    }
  });
}

export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
