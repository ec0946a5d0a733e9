/**
 * The one door to TensorFlow.js: import `tf` from here, and from nowhere else.
 * Flow: **tf** → model, train, evaluate, notebooks.
 *
 * Loading this file starts a backend: native TensorFlow where its addon loads, otherwise TensorFlow.js's own
 * JavaScript at once and WebAssembly after `await ready()`.
 */
// First: it looks whether the next ones can be found.
import './requireInstalled';
import * as tf from '@tensorflow/tfjs';
import { standInForTfjsNode, startWasm } from './fallback';
import { loadNative } from './native';

/** Why native TensorFlow is not used; undefined when it is. */
export const nativeMissing: string | undefined = loadNative();
if (nativeMissing !== undefined) standInForTfjsNode();

let started: Promise<string | undefined> | undefined;

/**
 * Waits until the fastest backend of this machine runs. Native TensorFlow is ready from the start; WebAssembly
 * takes a moment. `fit`, `evaluate` and `predict` wait by themselves.
 *
 * @returns why it is not WebAssembly either, in one line; undefined when all is well.
 */
export function ready(): Promise<string | undefined> {
  started ??= nativeMissing === undefined ? Promise.resolve(undefined) : startWasm();
  return started;
}

export { tf };
