/**
 * What a command may do to the world outside: write two streams, hear Ctrl-C.
 * Flow: bin/digits.js hands the process's own in, tests hand in their own → **Io** → every command.
 */
export interface Io {
  /** Standard output: the result. */
  out(text: string): void;
  /** Standard error: progress and errors. */
  err(text: string): void;
  /** Whether standard error is a terminal, where a line can be drawn over. */
  terminal: boolean;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** Show the stack of an error (DEBUG=digits). */
  debug: boolean;
}

/** Exit codes: done, failed at run time, wrong usage or bad input, stopped by Ctrl-C. */
export const exitCode: {
  readonly done: 0;
  readonly failed: 1;
  readonly badInput: 2;
  readonly interrupted: 130;
} = {
  done: 0,
  failed: 1,
  badInput: 2,
  interrupted: 130,
};
