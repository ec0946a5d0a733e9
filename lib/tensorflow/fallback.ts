/**
 * TensorFlow.js without its native addon: JavaScript at once, WebAssembly when it has loaded.
 * Flow: loadNative failed → **fallback** → tf all the same, about thirty times slower.
 */
import Module from 'node:module';
import * as tf from '@tensorflow/tfjs';
import { registerConv2dBackpropFilter } from './wasmConv2dBackpropFilter';

/**
 * Starts the JavaScript backend, and lets `require('@tensorflow/tfjs-node')` give this same TensorFlow.js:
 * danfojs-node asks for that package by name and would fail.
 */
export function standInForTfjsNode(): void {
  // The backend advertises tfjs-node on its first use, on a stream that belongs to the program.
  const cpu = tf.findBackend('cpu') as unknown as { firstUse: boolean };
  cpu.firstUse = false;
  tf.setBackend('cpu');
  let path: string;
  try {
    path = require.resolve('@tensorflow/tfjs-node');
  } catch {
    return; // Not installed, so nobody can ask for it.
  }
  const standIn = new Module(path);
  standIn.filename = path;
  standIn.exports = tf;
  standIn.loaded = true;
  require.cache[path] = standIn;
}

/** Changes over to WebAssembly. @returns why that failed, in one line; undefined when it runs. */
export async function startWasm(): Promise<string | undefined> {
  try {
    require('@tensorflow/tfjs-backend-wasm');
    registerConv2dBackpropFilter();
    return (await tf.setBackend('wasm')) ? undefined : 'WebAssembly could not be started';
  } catch (error) {
    return (error as Error).message.split('\n', 1)[0]!;
  }
}
