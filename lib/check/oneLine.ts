/**
 * A message as one line of a terminal.
 * Flow: messages that quote files → **oneLine** → loadModel, the command line.
 */

/**
 * The text with a space in place of line ends and other characters that a terminal would obey.
 *
 * @example oneLine('two\r\nlines') // 'two lines'
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
