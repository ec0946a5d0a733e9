/**
 * What the system says when a file cannot be written, in words.
 * Flow: writeBeside, event files, progress → **cannotWrite** → one line for the reader.
 */

/** The system's code → why, after the file's name. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EROFS', 'the disk is read-only'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EISDIR', 'a folder is in its place'],
  ['ENOTDIR', 'a file is where a folder should be'],
  ['EEXIST', 'a file is where a folder should be'],
]);

/**
 * The error to throw for one that came from writing `path`; one that says nothing of the disk is returned as it is.
 *
 * @example cannotWrite('a.csv', Object.assign(new Error(), { code: 'ENOSPC' })).message // 'a.csv cannot be written: the disk is full'
 */
export function cannotWrite(path: string, error: unknown): Error {
  const { code } = error as NodeJS.ErrnoException;
  const reason = REASONS.get(code ?? '');
  if (reason === undefined) return error as Error;
  return Object.assign(new Error(`${path} cannot be written: ${reason}`), { code });
}
