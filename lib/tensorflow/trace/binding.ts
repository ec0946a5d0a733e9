/**
 * The door of tfjs-node to TensorFlow's C library, typed as far as tracing needs it.
 * Flow: tf.backend() → **binding** → Recorder listens to it, Session runs graphs through it.
 */
import { nativeMissing, tf } from '../tf';

/** Numbers as TensorFlow's C library takes them; strings are arrays of UTF-8 bytes. */
export type Values = Float32Array | Int32Array | Uint8Array | Uint8Array[];

export interface TensorMetadata {
  id: number;
  shape: number[];
  /** TensorFlow's number of the type, see `types.ts`. */
  dtype: number;
}

export interface OperationAttribute {
  name: string;
  type: number;
  value: unknown;
}

/** A tensor is a number here: the identity of a handle on the C side, never used twice. */
export interface Binding {
  createTensor(shape: readonly number[], dtype: number, values: Values): number;
  deleteTensor(id: number): void;
  tensorDataSync(id: number): Float32Array | Int32Array | Uint8Array;
  executeOp(
    op: string,
    attributes: OperationAttribute[],
    inputs: number[],
    outputs: number,
  ): TensorMetadata[];
  loadSavedModel(folder: string, tags: string): number;
  deleteSavedModel(session: number): void;
  runSavedModel(session: number, inputs: number[], inputNames: string, outputNames: string): TensorMetadata[];
  readonly TF_ATTR_STRING: number;
  readonly TF_ATTR_INT: number;
  readonly TF_ATTR_FLOAT: number;
  readonly TF_ATTR_BOOL: number;
  readonly TF_ATTR_TYPE: number;
  readonly TF_ATTR_SHAPE: number;
}

export interface NativeBackend {
  binding: Binding;
  /** Where each tensor's numbers are: in `values` until an operation first needs them, then behind `id`. */
  readonly tensorMap: { get(dataId: object): { id: number; values: Values | null } };
  move(dataId: object, values: Values, shape: number[], dtype: string, references: number): void;
  getInputTensorIds(tensors: readonly tf.Tensor[]): number[];
  createOutputTensor(metadata: TensorMetadata): tf.Tensor;
  executeMultipleOutputs(
    op: string,
    attributes: OperationAttribute[],
    inputs: readonly tf.Tensor[],
    outputs: number,
  ): tf.Tensor[];
}

/**
 * The native backend.
 *
 * @throws Error if TensorFlow.js runs without native TensorFlow.
 */
export function nativeBackend(caller: string): NativeBackend {
  if (nativeMissing !== undefined) {
    throw new Error(`${caller}: native TensorFlow is needed, and ${nativeMissing}; npm run doctor says more`);
  }
  return tf.backend() as unknown as NativeBackend;
}
