/**
 * Gives back to newer Node what tfjs-node still calls.
 * Flow: **repairNode** → native.ts loads the addon → tf.
 */
import util from 'node:util';

/**
 * Puts back `util.isNullOrUndefined` and `util.isArray`, which Node 23 removed and tfjs-node 4.22 looks up with
 * every operation. Where they exist nothing changes.
 *
 * @see tensorflow/tfjs issue 8425
 */
export function repairNode(): void {
  const old = util as { isNullOrUndefined?(value: unknown): boolean; isArray?(value: unknown): boolean };
  old.isNullOrUndefined ??= value => value === null || value === undefined;
  old.isArray ??= Array.isArray;
}
