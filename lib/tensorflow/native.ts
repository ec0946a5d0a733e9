/**
 * Loads TensorFlow's C++ library through @tensorflow/tfjs-node, where it is installed.
 * Flow: repairNode → **loadNative** → tf runs natively; otherwise → fallback.
 */
import { repairNode } from './repairNode';

const TFJS_NODE = '@tensorflow/tfjs-node';

/**
 * Loading the package registers the native backend in the one engine that all of TensorFlow.js shares.
 *
 * @returns why native TensorFlow is not there, in one line; undefined when it is.
 */
export function loadNative(): string | undefined {
  if (process.env.DIGITS_TENSORFLOW === 'wasm') return 'DIGITS_TENSORFLOW=wasm asks for the fallback';
  repairNode();
  // TensorFlow's notices about the processor are no news; its warnings and errors stay. One that it writes before it
  // has read this, about oneDNN, cannot be kept away.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '1';
  // Otherwise the first of several notebooks takes a GPU's whole memory.
  process.env.TF_FORCE_GPU_ALLOW_GROWTH ??= 'true';
  try {
    require(TFJS_NODE);
    return undefined;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const missing = code === 'MODULE_NOT_FOUND' && message.includes(TFJS_NODE);
    return missing ? `${TFJS_NODE} is not installed` : message.split('\n', 1)[0]!.trim();
  }
}
