/**
 * Where the programs are that a sweep starts.
 * Flow: the package's own place → **course** → localRunner, rayRunner.
 */
import { dirname, join } from 'node:path';

/** The folder of the package. */
const library = dirname(require.resolve('digits-cnn/package.json'));

/** `digits`, for as long as the program that starts it lives. */
export const jobProgram: string = join(library, 'bin', 'whileWanted.js');

/** The clone of the course, if the library is in one. */
export const clone: string = dirname(library);
