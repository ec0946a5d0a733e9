/**
 * Asks a question in a process of its own: a crash of native code is then an answer, not the doctor's end.
 * Flow: a part of the doctor → **askChild** → Node or Python.
 */
import { execFile } from 'node:child_process';

/** The child's answer, or in one line why there is none. */
export type Answer<T> = { answer: T } | { problem: string };

const patience = 60_000;

/** The most telling line of a failed child. */
function problemOf(stderr: string, { signal, code }: { signal?: string | null; code?: unknown }): string {
  const lines = stderr
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
  const telling = lines.filter(line => /^[\w.]*(Error|Exception)\b.*:/.test(line)).at(-1) ?? lines.at(-1);
  const end = signal ? `it ended with ${signal}` : `it ended with ${String(code)}`;
  return telling === undefined || signal ? end : telling.slice(0, 200);
}

/**
 * Runs a program that prints one line of JSON last; whatever it prints before is ignored.
 *
 * @example await askChild('node', ['-e', 'console.log(1)']) // { answer: 1 }
 */
export function askChild<T>(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Answer<T>> {
  return new Promise(resolve => {
    execFile(command, args, { env, timeout: patience }, (error, stdout, stderr) => {
      if (error !== null) {
        resolve({ problem: problemOf(stderr, error) });
        return;
      }
      const line = stdout.trimEnd().split('\n').at(-1) ?? '';
      try {
        resolve({ answer: JSON.parse(line) as T });
      } catch {
        resolve({ problem: `it answered '${line.slice(0, 80)}'` });
      }
    });
  });
}
