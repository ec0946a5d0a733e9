/**
 * Tells which TensorFlow runs, for the doctor, for `--json` and beside every measured number.
 * Flow: tf → **backendInfo**.
 */
import { availableParallelism } from 'node:os';
import { nativeMissing, ready, tf } from './tf';

/** What computes the tensors, as `backendInfo` finds it. */
export interface BackendInfo {
  /** `tensorflow` is the native library, `wasm` WebAssembly, `cpu` plain JavaScript. */
  backend: 'tensorflow' | 'wasm' | 'cpu';
  native: boolean;
  /** Whether a GPU computes; `npm start -- --gpu` prepares the native library that can. */
  gpu: boolean;
  /** Of TensorFlow itself when native, otherwise of TensorFlow.js. */
  version: string;
  /** The npm package that runs it, with its version. */
  build: string;
  /** How many threads compute. */
  threads: number;
  /** Why it is not native, in one line. */
  reason?: string;
}

/** Of tfjs-node's backend, what its types do not tell. */
interface NativeBackend {
  binding: { TF_Version: string };
  isUsingGpuDevice: boolean;
}

/**
 * The backend that computes now, after waiting for it to start.
 *
 * @example (await backendInfo()).backend // 'tensorflow'
 * @see Used in notebooks/00-start-here, notebooks/10-tensorflow.
 */
export async function backendInfo(): Promise<BackendInfo> {
  const wasmMissing = await ready();
  const version = tf.version_core;
  if (nativeMissing === undefined) {
    const { binding, isUsingGpuDevice } = tf.backend() as unknown as NativeBackend;
    const build = `tfjs-node ${packageVersion('@tensorflow/tfjs-node')}`;
    return {
      backend: 'tensorflow',
      native: true,
      gpu: isUsingGpuDevice,
      version: binding.TF_Version,
      build,
      threads: availableParallelism(),
    };
  }
  if (wasmMissing !== undefined) {
    const reason = `${nativeMissing}; ${wasmMissing}`;
    return {
      backend: 'cpu',
      native: false,
      gpu: false,
      version,
      build: `tfjs-backend-cpu ${version}`,
      threads: 1,
      reason,
    };
  }
  const wasm = require('@tensorflow/tfjs-backend-wasm') as {
    getThreadsCount(): number;
    version_wasm: string;
  };
  const threads = tf.env().get('WASM_HAS_MULTITHREAD_SUPPORT') ? wasm.getThreadsCount() : 1;
  const build = `tfjs-backend-wasm ${wasm.version_wasm}`;
  return { backend: 'wasm', native: false, gpu: false, version, build, threads, reason: nativeMissing };
}

function packageVersion(name: string): string {
  return (require(`${name}/package.json`) as { version: string }).version;
}
