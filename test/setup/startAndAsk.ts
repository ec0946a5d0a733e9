/**
 * `npm start` where a home cannot be written and no network answers: one cell, and what the server gives without its token.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { venvPython } from '../../scripts/setup/paths.mjs';
import { confined } from './confined';

export interface Asked {
  /** What the cell printed. */
  cell: string;
  /** The addresses on which anything listened, as /proc/net/tcp writes them. */
  listening: string[];
  /** HTTP status by what was asked for. */
  withoutToken: Record<string, number>;
  status: number;
  said: string;
}

/** This computer alone: 127.0.0.1. */
export const loopback = '0100007F';

export function startAndAsk(root: string, home: string, env: NodeJS.ProcessEnv, cell: string): Asked {
  const program = join(import.meta.dirname, 'startAndAsk.py');
  const command = [venvPython(root), program, process.execPath, cell];
  const { status, stdout, stderr } = spawnSync(...confined(command, { folder: home, network: false }), {
    cwd: root,
    env: { ...env, HOME: home },
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as Asked;
}

/** A cell that prints `tensorflow` where the native library is found. */
export const askBackend: string = `
import { backendInfo } from 'digits-cnn/tensorflow';
console.log((await backendInfo()).backend);
`;
