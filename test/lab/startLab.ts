/** `npm start` for tests: the real program, in a home of its own that must stay empty. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Lab {
  /** Where a file of the course is opened: `address('notebooks/00-start-here.ipynb')`. */
  address(path: string): string;
  /** What has been written into the home folder. */
  home(): string[];
  stop(): Promise<void>;
}

export async function startLab(root: string): Promise<Lab> {
  const home = mkdtempSync(join(tmpdir(), 'digits-cnn-home-'));
  const port = await freePort();
  const server = spawn(process.execPath, ['scripts/start.mjs', '--no-browser', '--port', String(port)], {
    cwd: root,
    // TensorFlow's cache is the user's: a second one would cost minutes.
    env: {
      ...process.env,
      HOME: home,
      XDG_CACHE_HOME: process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const ended = new Promise<void>(done => server.once('exit', () => done()));
  const token = await new Promise<string>((found, fail) => {
    const read = (text: Buffer) => {
      log += text;
      const [, token] = /[?&]token=(\w+)/.exec(log) ?? [];
      if (token !== undefined) found(token);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', code =>
      fail(new Error(`npm start ended with ${code} before it gave an address:\n${log}`)),
    );
  });
  return {
    // A workspace of its own: the learner's open tabs stay closed.
    address: path => `http://127.0.0.1:${port}/lab/workspaces/test/tree/${path}?token=${token}`,
    home: () => readdirSync(home, { recursive: true, encoding: 'utf8' }),
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise(found => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}
