/**
 * Turns the output of a failed npm, pip or compiler into one plain line, and keeps the whole of it in a file.
 * Flow: run → **explain** → SetupError.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './setupError.mjs';

/** What the output says → what it means. The first that fits wins: a full disk also looks like a bad download. */
const causes = [
  { sign: /ENOSPC|No space left on device|Disk quota exceeded/i, means: 'the disk is full' },
  {
    sign: /do not match the hashes|EINTEGRITY|HashMismatch/i,
    means: 'a downloaded file is not the one pinned here (its hash differs)',
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|Name or service not known|name resolution|Connection refused|Network is unreachable|Failed to establish a new connection|Read timed out|NewConnectionError|Max retries exceeded|from versions: none/i,
    means: 'the package registry cannot be reached; is this machine online, is a proxy needed?',
  },
  {
    sign: /npm error code EUSAGE/,
    means: 'package-lock.json does not fit package.json (npm install mends it)',
  },
  { sign: /EACCES|EPERM|Permission denied/i, means: 'a file may not be written (permission denied)' },
];

/**
 * The meaning of a failed command's output, or its own most telling line.
 *
 * @param {string} output
 * @returns {string}
 */
export function explain(output) {
  const cause = causes.find(({ sign }) => sign.test(output));
  if (cause !== undefined) return cause.means;
  const lines = output.split('\n').map(line => line.trim());
  const telling = lines.find(line => /\berror\b/i.test(line)) ?? lines.findLast(line => line !== '');
  return telling === undefined ? 'it said nothing' : telling.slice(0, 200);
}

/**
 * @param {string} what the command in the reader's words, e.g. 'npm ci'
 * @param {string} output
 * @param {string} logFolder where the whole output is kept
 * @returns {SetupError}
 */
export function commandError(what, output, logFolder) {
  const file = join(logFolder, `${what.replace(/\W+/g, '-')}.log`);
  try {
    mkdirSync(logFolder, { recursive: true });
    writeFileSync(file, output);
  } catch {
    // A full disk cannot keep the log either; the line below still says so.
    return new SetupError(`${what} failed: ${explain(output)}`);
  }
  return new SetupError(`${what} failed: ${explain(output)} (all it said: ${file})`);
}
