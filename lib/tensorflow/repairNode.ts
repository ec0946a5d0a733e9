/**
 * Gives newer Node what tfjs-node still calls.
 * Flow: **repairNode** → native.ts loads the addon → tf.
 */
import util from 'node:util';

/**
 * Puts `util.isNullOrUndefined` and `util.isArray` in place, which tfjs-node 4.22 looks up with every operation.
 * Node 22 warns of the first on standard error, Node 23 has neither. These do the same without a word.
 *
 * @see tensorflow/tfjs pull request 8425, merged and never released
 */
export function repairNode(): void {
  Object.assign(util, {
    isNullOrUndefined: (value: unknown): boolean => value === null || value === undefined,
    isArray: Array.isArray,
  });
}
