/**
 * Why a program that was started has failed, in one line.
 * Flow: standard error of a job → **complaintOf** → the line about the job.
 */

/**
 * The program's own last word, or how it ended.
 *
 * @param ended its exit code, or the signal that killed it.
 * @example complaintOf('a warning\ndigits: fit: the loss became NaN\n', 1) // 'fit: the loss became NaN'
 * @example complaintOf('', 'SIGKILL') // 'it was ended by SIGKILL'
 */
export function complaintOf(standardError: string, ended: number | string | null): string {
  const own = standardError
    .split('\n')
    .filter(line => line.startsWith('digits: '))
    .at(-1);
  if (own !== undefined) return own.slice('digits: '.length);
  return typeof ended === 'string' ? `it was ended by ${ended}` : `it ended with exit code ${ended}`;
}
