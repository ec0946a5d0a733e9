/**
 * ONNX's messages, as far as a chain of layers needs them.
 * Flow: onnxLayers → **ONNX messages** → onnxModel.
 * @see onnx/onnx.proto: ModelProto, GraphProto, NodeProto, AttributeProto, TensorProto, ValueInfoProto
 */
import { bytesField, floatField, integerField, message } from '../../tensorflow/trace/protobuf';
import type { NdArray } from '../../types/ndarray';

/** ONNX's numbers for the types of tensors. */
export const FLOAT = 1;
export const INT64 = 7;

/** The attribute kinds that occur: whole numbers, lists of them, and floats. */
export type OnnxAttribute = number | readonly number[] | { readonly float: number };

/** One operation of the graph. */
export interface OnnxNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: Readonly<Record<string, OnnxAttribute>>;
}

/** A value that goes in or comes out; `batch` stands for any number. */
export interface OnnxValue {
  readonly name: string;
  readonly type: number;
  readonly shape: readonly (number | 'batch')[];
}

export function nodeMessage({ op, inputs, output, attributes = {} }: OnnxNode): Uint8Array {
  return message(
    ...inputs.map(name => bytesField(1, name)),
    bytesField(2, output),
    bytesField(3, output),
    bytesField(4, op),
    ...Object.entries(attributes).map(([name, value]) => bytesField(5, attributeMessage(name, value))),
  );
}

function attributeMessage(name: string, value: OnnxAttribute): Uint8Array {
  const [FLOAT_KIND, INT_KIND, INTS_KIND] = [1, 2, 7];
  const kind = (number: number): Uint8Array => integerField(20, number);
  if (typeof value === 'number') return message(bytesField(1, name), integerField(3, value), kind(INT_KIND));
  if ('float' in value) return message(bytesField(1, name), floatField(2, value.float), kind(FLOAT_KIND));
  return message(bytesField(1, name), ...value.map(each => integerField(8, each)), kind(INTS_KIND));
}

/** A constant of the graph, in float32. */
export function weightMessage(name: string, { shape, data }: NdArray): Uint8Array {
  const numbers = Float32Array.from(data);
  return message(
    ...shape.map(size => integerField(1, size)),
    integerField(2, FLOAT),
    bytesField(8, name),
    bytesField(9, new Uint8Array(numbers.buffer)),
  );
}

export function valueMessage({ name, type, shape }: OnnxValue): Uint8Array {
  const sizes = shape.map(size =>
    bytesField(1, typeof size === 'number' ? integerField(1, size) : bytesField(2, size)),
  );
  const tensor = message(integerField(1, type), bytesField(2, message(...sizes)));
  return message(bytesField(1, name), bytesField(2, bytesField(1, tensor)));
}
