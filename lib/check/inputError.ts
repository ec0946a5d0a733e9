/**
 * The error for what a user handed in: a file, a folder, a command-line value.
 * Flow: data, model, evaluate → **InputError** → cli, which prints the message alone and exits with 2.
 */

/**
 * Bad input by the user. The message is one whole line: who refuses, the file and line or the argument,
 * what was expected, what was found.
 *
 * @example new InputError('readDigits: train.csv line 18: expected 785 values, found 784').name // 'InputError'
 */
export class InputError extends Error {
  override readonly name: string = 'InputError';
}
