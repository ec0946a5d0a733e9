/**
 * One row, two rows.
 * Flow: descriptions of figures → **plural**.
 */

/** The noun for so many. @example plural(2, 'row') // 'rows' */
export function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}
