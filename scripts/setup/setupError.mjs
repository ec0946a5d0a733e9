/**
 * What a set-up step throws when the person at the keyboard can do something about it.
 * Flow: step → **SetupError** → one line on the terminal, exit code 1.
 */

/** Its message is one line: what failed, why, and what to do. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError';
}

/** What the operating system refuses → in the reader's words. */
const refusals = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EROFS', 'the disk is read-only'],
  ['EACCES', 'a file may not be written'],
  ['EPERM', 'a file may not be written'],
  ['ENOTDIR', 'a file is where a folder should be'],
  ['EEXIST', 'a file is where a folder should be'],
]);

/** In the reader's words, or undefined if it says nothing of files. @param {unknown} error */
export function refusal(error) {
  return error instanceof Error
    ? refusals.get(/** @type {NodeJS.ErrnoException} */ (error).code ?? '')
    : undefined;
}

/**
 * @param {unknown} error
 * @returns {string} one line
 * @throws the error itself if it is a mistake of ours
 */
export function plainMessage(error) {
  if (error instanceof SetupError) return error.message;
  const meaning = refusal(error);
  if (meaning === undefined) throw error;
  return `${meaning} (${/** @type {Error} */ (error).message})`;
}
