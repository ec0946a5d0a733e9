/**
 * TensorFlow's C++ library as an oracle: the same numbers, found by other people's code.
 * Flow: tfjs-node → **native TensorFlow** → test/layers/oracle….test.ts.
 */
import { repairNode } from '../../lib/tensorflow/repairNode';
import { type NdArray, ndarray } from '../../lib/types/ndarray';
import { assertClose } from './assertions';

type Tensorflow = typeof import('@tensorflow/tfjs-node');
type Tensor = import('@tensorflow/tfjs-node').Tensor;

function load(): { tf: Tensorflow; skip: false } | { tf: undefined; skip: string } {
  repairNode();
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
  // With oneDNN, TensorFlow 2.21 gives garbage for one input channel, strides [1, 2] and an output one pixel wide.
  process.env.TF_ENABLE_ONEDNN_OPTS = '0';
  try {
    return { tf: require('@tensorflow/tfjs-node') as Tensorflow, skip: false };
  } catch {
    return { tf: undefined, skip: 'native TensorFlow is not installed; npm run doctor says how to get it' };
  }
}

const loaded = load();

/** Why oracle tests are skipped; false when they run. */
export const skip: string | false = loaded.skip;

/** The library, in tests that are not skipped. */
export function tensorflow(): Tensorflow {
  if (loaded.tf === undefined) throw new Error(loaded.skip);
  return loaded.tf;
}

/** float32: six to seven digits. Relative to the largest number of the result. */
const TOLERANCE = 1e-5;

/** A function of tensors, its value and its gradients, for an upstream gradient that is given. */
export function oracle(
  f: (...inputs: Tensor[]) => Tensor,
  inputs: readonly NdArray[],
  upstream?: NdArray,
): { value: NdArray; gradients: NdArray[] } {
  const tf = tensorflow();
  const toTensor = ({ shape, data }: NdArray): Tensor => tf.tensor(Float32Array.from(data), [...shape]);
  const toArray = (tensor: Tensor): NdArray => ndarray(tensor.shape, tensor.dataSync());
  let result: { value: NdArray; gradients: NdArray[] } | undefined;
  tf.tidy(() => {
    const tensors = inputs.map(toTensor);
    const value = toArray(f(...tensors));
    const gradients = upstream ? tf.grads(f)(tensors, toTensor(upstream)).map(toArray) : [];
    result = { value, gradients };
  });
  return result!;
}

/** The same shape, and the same numbers as far as float32 tells them apart. */
export function assertAgrees(actual: NdArray, expected: NdArray, tolerance: number = TOLERANCE): void {
  const { shape } = actual;
  if (`${shape}` !== `${expected.shape}`)
    throw new Error(`expected shape [${expected.shape}], got [${shape}]`);
  const largest = expected.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const relative = (array: NdArray): Float64Array => array.data.map(value => value / largest);
  assertClose(relative(actual), relative(expected), tolerance);
}
