/**
 * A clone of this working tree in a temporary folder, with an empty home: what a new user has.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, lstatSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

export const courseRoot: string = dirname(dirname(import.meta.dirname));

/** Copies what git tracks or would track; nothing that was built or downloaded here. */
export function cloneInto(folder: string): string {
  const list = spawnSync('git', ['ls-files', '-coz', '--exclude-standard'], {
    cwd: courseRoot,
    encoding: 'utf8',
  });
  for (const file of list.stdout.split('\0').filter(name => name !== '')) {
    // A link, such as a borrowed node_modules, would let the clone change what it points to.
    const isFile = lstatSync(join(courseRoot, file), { throwIfNoEntry: false })?.isFile() === true;
    if (isFile) cpSync(join(courseRoot, file), join(folder, file));
  }
  return folder;
}

/** The environment of a user who has Node, Python and a compiler, and nothing else yet. */
export function newUser(home: string): NodeJS.ProcessEnv {
  mkdirSync(home, { recursive: true });
  const { XDG_CACHE_HOME, DIGITS_TENSORFLOW, PYTHON, npm_config_cache, ...rest } = process.env;
  // pip asks `rustc` for its version where there is one, and that writes ~/.rustup on first use.
  const path = (process.env.PATH ?? '').split(delimiter).filter(folder => !folder.includes('cargo'));
  return { ...rest, HOME: home, PATH: path.join(delimiter) };
}

export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
  seconds: number;
}

export interface Running {
  pid: number;
  /** What it has said on standard error so far. */
  stderr(): string;
  kill(signal: NodeJS.Signals): void;
  ended: Promise<Ended>;
}

/** Runs this Node in a clone. */
export function runNode(root: string, args: string[], env: NodeJS.ProcessEnv): Running {
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>(resolve => {
    child.on('close', status => {
      resolve({ status, stdout, stderr, seconds: (performance.now() - started) / 1000 });
    });
  });
  return { pid: child.pid ?? 0, stderr: () => stderr, kill: signal => child.kill(signal), ended };
}

/** Runs the clone's own set-up. */
export function runSetUp(root: string, env: NodeJS.ProcessEnv, only?: string[]): Running {
  const program = `import { setUpOrExit } from './scripts/setup/index.mjs'; await setUpOrExit(${JSON.stringify({ only })});`;
  return runNode(root, ['--input-type=module', '-e', program], env);
}
