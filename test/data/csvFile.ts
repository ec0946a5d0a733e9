/** CSV files for the tests of readDigits: images of 2 × 2 pixels. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../lib/check/inputError';
import { type ReadDigitsOptions, readDigits } from '../../lib/data/readDigits';
import { temporaryFolder } from '../temporaryFolder';

export const HEADER = 'label,pixel0,pixel1,pixel2,pixel3';
export const size = { height: 2, width: 2 };
export const folder = temporaryFolder();

/** Values that no pixel may have, each wrong in a way of its own. */
export const badValues = [
  '',
  ' 5',
  '5 ',
  '-1',
  '+1',
  '1.0',
  '1e2',
  '0x1',
  '256',
  '999',
  '1000',
  '0000',
  '"1"',
  'abc',
  '١',
];

/** The path of a file with this content, the only one until the next call unless it has a name. */
export function file(content: string | Buffer, name = 'digits.csv'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export function read(
  content: string | Buffer,
  options: ReadDigitsOptions = {},
): ReturnType<typeof readDigits> {
  return readDigits(file(content), { ...size, ...options });
}

/** Checks that reading is refused with exactly this message, `FILE` standing for the path. */
export async function refused(
  content: string | Buffer,
  message: string,
  options: ReadDigitsOptions = {},
): Promise<void> {
  const path = file(content);
  await assert.rejects(
    readDigits(path, { ...size, ...options }),
    new InputError(message.replace('FILE', path)),
  );
}
