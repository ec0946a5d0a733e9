/**
 * A running kernel as the tests see it: cells go in, results come out.
 * Flow: test → **TestKernel** → client.py (jupyter_client) → kernel process.
 */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';

/** One message of the kernel, as it came. */
export interface Message {
  channel: 'iopub' | 'shell';
  type: string;
  parent: string;
  content: Record<string, unknown>;
}

export interface CellResult {
  /** `timeout`: no reply and idle status within the time allowed; `abort`: stock tslab's word for `aborted`. */
  status: 'ok' | 'error' | 'aborted' | 'timeout' | 'abort';
  stdout: string;
  stderr: string;
  /** The Jupyter `error` message, its trace joined and without colours. */
  error: { ename: string; evalue: string; traceback: string } | undefined;
  /** Everything the cell published, in order. */
  outputs: Message[];
}

export interface ExecuteOptions {
  stopOnError?: boolean;
  timeoutSeconds?: number;
}

export class TestKernel {
  readonly ready: Promise<void>;
  /** A folder of its own, HOME for kernel and client. */
  readonly home: string;
  /** What the kernel and its client wrote to their terminal. */
  log = '';
  /** Every message so far, of all cells. */
  readonly messages: Message[] = [];
  readonly #bridge: ChildProcessWithoutNullStreams;
  readonly #answers = new Map<number, (answer: string) => void>();
  readonly #watchers = new Set<() => void>();
  #calls = 0;

  constructor(bridge: ChildProcessWithoutNullStreams, home: string) {
    this.#bridge = bridge;
    this.home = home;
    bridge.stderr.on('data', chunk => {
      this.log += chunk;
    });
    this.ready = new Promise((done, fail) => {
      bridge.once('exit', code => fail(new Error(`the kernel did not start (exit ${code}):\n${this.log}`)));
      createInterface(bridge.stdout).on('line', text => {
        const line = JSON.parse(text);
        if (line.ready) done();
        else if (line.id) this.#answers.get(line.id)?.(line.answer);
        else this.messages.push(line);
        for (const look of this.#watchers) look();
      });
    });
  }

  /** Sends a cell and returns its message id at once. */
  submit(code: string, { stopOnError = true }: ExecuteOptions = {}): Promise<string> {
    return this.#call('execute', { code, stop_on_error: stopOnError });
  }

  /** Waits for a submitted cell's reply and its idle status. */
  async result(id: string, { timeoutSeconds = 30 }: ExecuteOptions = {}): Promise<CellResult> {
    const ended = await this.until(
      () => this.#of(id, 'execute_reply').length > 0 && this.#statuses(id).includes('idle'),
      timeoutSeconds,
    );
    const [error] = this.#of(id, 'error').map(({ content }) => content);
    const stream = (name: string) =>
      this.#of(id, 'stream')
        .filter(({ content }) => content.name === name)
        .map(({ content }) => content.text)
        .join('');
    return {
      status: ended ? (this.#of(id, 'execute_reply')[0]?.content.status as CellResult['status']) : 'timeout',
      stdout: stream('stdout'),
      stderr: stream('stderr'),
      error: error && {
        ename: String(error.ename),
        evalue: String(error.evalue),
        traceback: stripVTControlCharacters((error.traceback as string[]).join('\n')),
      },
      outputs: this.messages.filter(
        ({ parent, channel, type }) =>
          parent === id && channel === 'iopub' && type !== 'status' && type !== 'execute_input',
      ),
    };
  }

  async execute(code: string, options?: ExecuteOptions): Promise<CellResult> {
    return this.result(await this.submit(code, options), options);
  }

  /** Runs a cell on stock tslab, which skips what comes within 200 ms of an error. */
  async executeAfterPause(code: string): Promise<CellResult> {
    await pause(300);
    return this.execute(code);
  }

  /** The same as JupyterLab's stop button. */
  async interrupt(): Promise<void> {
    await this.#call('interrupt_kernel');
  }

  /** Tab: what could stand at the end of `code`. */
  async complete(code: string): Promise<string[]> {
    return (await this.request('complete', { code, cursor_pos: [...code].length })).matches as string[];
  }

  /** Shift-Tab: what is known of the name at the end of `code`. */
  async inspect(code: string): Promise<string> {
    const { data } = await this.request('inspect', { code, cursor_pos: [...code].length });
    return (data as Record<string, string>)['text/plain'] ?? '';
  }

  /** Any other request; returns the content of its reply. */
  async request(
    call: 'complete' | 'inspect' | 'execute' | 'kernel_info' | 'comm_info',
    parameters: object = {},
  ): Promise<Record<string, unknown>> {
    const id = await this.#call(call, parameters);
    const answered = await this.until(() => this.#of(id, `${call}_reply`).length > 0, 30);
    if (!answered) throw new Error(`the kernel did not answer ${call}`);
    return this.#of(id, `${call}_reply`)[0]?.content ?? {};
  }

  /** Settles with true when `condition` holds, with false when it has not within the time. */
  until(condition: () => boolean, timeoutSeconds: number): Promise<boolean> {
    return new Promise(done => {
      const finish = (held: boolean) => {
        clearTimeout(timer);
        this.#watchers.delete(look);
        done(held);
      };
      const look = () => {
        if (condition()) finish(true);
      };
      const timer = setTimeout(() => finish(false), timeoutSeconds * 1000);
      this.#watchers.add(look);
      look();
    });
  }

  /** Asks the kernel to end, as a restart does first. */
  async shutdown(): Promise<void> {
    await this.#call('shutdown');
  }

  /** Whether the kernel's process is there. */
  async isAlive(): Promise<boolean> {
    return Boolean(await this.#call('is_alive'));
  }

  /** Kills the client without a farewell, as a crash of Jupyter would. */
  kill(): void {
    this.#bridge.kill('SIGKILL');
  }

  /** Ends kernel and client, and removes what Jupyter wrote. */
  async stop(): Promise<void> {
    if (this.#bridge.exitCode === null && this.#bridge.signalCode === null) {
      const gone = new Promise(done => this.#bridge.once('exit', done));
      this.#bridge.stdin.end();
      await gone;
    }
    rmSync(this.home, { recursive: true, force: true });
  }

  #call(call: string, parameters: object = {}): Promise<string> {
    const id = ++this.#calls;
    return new Promise(done => {
      this.#answers.set(id, done);
      this.#bridge.stdin.write(`${JSON.stringify({ id, call, with: parameters })}\n`);
    });
  }

  #of(id: string, type: string): Message[] {
    return this.messages.filter(message => message.parent === id && message.type === type);
  }

  #statuses(id: string): unknown[] {
    return this.#of(id, 'status').map(({ content }) => content.execution_state);
  }
}
