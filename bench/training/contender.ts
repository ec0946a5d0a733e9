/**
 * One trainer in a process of its own, which lives through all rounds: its peak memory is its own, and what it
 * compiles or warms up, it does once. It says a line when it is ready, then answers each line with a line, all JSON.
 * Flow: compare → **Contender** ↔ trainSession.mjs, trainEager.mjs, trainKeras.py, trainTorch.py.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What a contender says of itself when it is ready. */
export interface Ready {
  version: string;
  /** What was chosen for it, threads first. */
  settings: string;
  /** How many numbers its network learns. */
  parameters: number;
}

/** Train on so many batches of the digits from row `first` on, in an order of your own. */
export interface Turn {
  batchSize: number;
  steps: number;
  first: number;
}

/** What a turn took. */
export interface Taken {
  seconds: number;
  /** The processor's time, user and system, of all threads. */
  cpuSeconds: number;
  /** Mean over the steps, in nats, each measured before its step. */
  loss: number;
  /** Of the process, since it was started. */
  peakMegabytes: number;
}

export class Contender {
  ready!: Ready;
  private readonly lines: AsyncIterator<string>;
  private readonly ended: Promise<void>;
  private errors = '';

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {
    this.lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
    const keep = (text: string): void => {
      this.errors = (this.errors + text).slice(-2000);
    };
    child.stderr!.setEncoding('utf8').on('data', keep);
    this.ended = new Promise(resolve => {
      child.once('error', error => keep(error.message)).once('close', () => resolve());
    });
    child.stdin!.on('error', () => {}); // It has ended; reading its answer says so.
  }

  /** @throws Error with what it wrote last, if it ends before it is ready. */
  static async start(name: string, [command, ...args]: readonly string[]): Promise<Contender> {
    const contender = new Contender(name, spawn(command!, args));
    contender.ready = await contender.answer<Ready>();
    return contender;
  }

  /** @throws Error with what it wrote last, if it ends instead of answering. */
  train(turn: Turn): Promise<Taken> {
    this.child.stdin!.write(`${JSON.stringify(turn)}\n`);
    return this.answer<Taken>();
  }

  /** It ends when there is nothing more to read. */
  stop(): void {
    this.child.stdin!.end();
  }

  private async answer<T>(): Promise<T> {
    const { value, done } = await this.lines.next();
    if (!done) return JSON.parse(value);
    await this.ended; // Then all that it wrote has arrived.
    throw new Error(`bench: ${this.name} ended: ${this.errors.trim()}`);
  }
}
