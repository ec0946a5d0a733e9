/** Damages bytes and texts by chance, the same way for the same seed. */
import assert from 'node:assert/strict';
import { InputError } from '../../lib/check/inputError';
import type { Random } from '../../lib/random/random';

/** Values that parsers stumble over: ends of ranges, signs, separators. */
const telling = [0x00, 0x01, 0x7f, 0x80, 0xfe, 0xff, 0x0a, 0x22, 0x2c, 0x2d, 0x30, 0x7b];

/** One to four changes: a byte replaced, put in, or taken out; the rest cut off; a piece doubled. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let changed = [...bytes];
  for (let changes = 1 + random.integer(4); changes > 0; changes--) {
    const at = random.integer(changed.length + 1);
    const byte = random.uniform() < 0.5 ? random.integer(256) : telling[random.integer(telling.length)]!;
    const kind = random.uniform();
    if (kind < 0.5) changed[Math.min(at, Math.max(0, changed.length - 1))] = byte;
    else if (kind < 0.7) changed.splice(at, 0, byte);
    else if (kind < 0.85) changed.splice(at, 1 + random.integer(3));
    else if (kind < 0.95) changed = changed.slice(0, at);
    else changed.splice(at, 0, ...changed.slice(at, at + 16));
  }
  return Uint8Array.from(changed);
}

/** How often each outcome came; a fuzz test that meets one kind only proves little. */
export interface Outcomes {
  accepted: number;
  refused: number;
}

/** Seconds of processor time that no input of a few kilobytes may take, whatever else the machine does. */
const LONGEST = 2;

/** @param before what the process had used before the input. */
export function assertQuick(name: string, before: NodeJS.CpuUsage): void {
  const { user, system } = process.cpuUsage(before);
  assert.ok(user + system < LONGEST * 1e6, `${name} took ${(user + system) / 1e6} s`);
}

/**
 * Runs a reader on damaged input. What it accepts goes to `look`; what it refuses must be an InputError of one line
 * that begins with the reader's name. Either must be quick.
 */
export async function judge<T>(
  outcomes: Outcomes,
  name: string,
  read: () => Promise<T>,
  look: (value: T) => void,
): Promise<void> {
  let value: T;
  const before = process.cpuUsage();
  try {
    value = await read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (!/^.{1,600}$/.test(error.message) || !error.message.startsWith(`${name}: `)) {
      throw new Error(`not one clear line: ${JSON.stringify(error.message)}`);
    }
    outcomes.refused++;
    return;
  } finally {
    assertQuick(name, before);
  }
  look(value);
  outcomes.accepted++;
}
