/**
 * The attributes of a graph's nodes, as TensorFlow's AttrValue messages.
 * Flow: what an eager operation was called with → **attributes** → GraphBuilder.
 * @see tensorflow/core/framework/attr_value.proto, tensor.proto, tensor_shape.proto
 */
import type { Binding, OperationAttribute, Values } from './binding';
import { bytesField, floatField, integerField, message, varint } from './protobuf';

/** One encoded attribute. */
export type Attribute = Uint8Array;

export type Attributes = Readonly<Record<string, Attribute>>;

export const stringOf = (value: string): Attribute => bytesField(2, value);
export const intOf = (value: number): Attribute => integerField(3, value);
const floatOf = (value: number): Attribute => floatField(4, value);
export const boolOf = (value: boolean): Attribute => integerField(5, value);
export const typeOf = (type: number): Attribute => integerField(6, type);
export const shapeOf = (shape: readonly number[]): Attribute => bytesField(7, shapeMessage(shape));

const listOf = (fields: Uint8Array): Attribute => bytesField(1, fields);
const stringsOf = (values: readonly string[]): Attribute =>
  listOf(message(...values.map(value => bytesField(2, value))));
export const intsOf = (values: readonly number[]): Attribute =>
  listOf(bytesField(3, message(...values.map(varint))));
export const typesOf = (types: readonly number[]): Attribute =>
  listOf(bytesField(6, message(...types.map(varint))));

/** The value of a constant. */
export function tensorOf(type: number, shape: readonly number[], values: Values): Attribute {
  const content = Array.isArray(values)
    ? message(...values.map(text => bytesField(8, text)))
    : bytesField(4, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  return bytesField(8, message(integerField(1, type), bytesField(2, shapeMessage(shape)), content));
}

function shapeMessage(shape: readonly number[]): Uint8Array {
  return message(...shape.map(size => bytesField(2, integerField(1, size))));
}

/**
 * The attribute an eager operation was called with.
 *
 * @throws Error if it is of a kind that no operation of TensorFlow.js has, such as a function.
 */
export function recordedAttribute(binding: Binding, { name, type, value }: OperationAttribute): Attribute {
  const list = Array.isArray(value);
  switch (type) {
    case binding.TF_ATTR_STRING:
      return list ? stringsOf(value) : stringOf(value as string);
    case binding.TF_ATTR_INT:
      return list ? intsOf(value) : intOf(value as number);
    case binding.TF_ATTR_FLOAT:
      return floatOf(value as number);
    case binding.TF_ATTR_BOOL:
      return boolOf(value as boolean);
    case binding.TF_ATTR_TYPE:
      return list ? typesOf(value) : typeOf(value as number);
    case binding.TF_ATTR_SHAPE:
      return shapeOf(value as number[]);
    default:
      throw new Error(`attribute ${name} is of a kind (${type}) that cannot be recorded`);
  }
}
