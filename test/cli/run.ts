/** Runs the command line in this process and keeps what it writes. */
import { main } from '../../lib/cli/main';

export interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** `digits` with these arguments; `stop` is its Ctrl-C, `onErr` sees every piece of standard error. */
export async function run(
  args: string[],
  { stop = new AbortController(), onErr = (_text: string): void => {}, debug = false, terminal = false } = {},
): Promise<Outcome> {
  const written = { out: '', err: '' };
  const code = await main(args, {
    out: text => {
      written.out += text;
    },
    err: text => {
      written.err += text;
      onErr(text);
    },
    terminal,
    signal: stop.signal,
    debug,
  });
  return { code, ...written };
}
