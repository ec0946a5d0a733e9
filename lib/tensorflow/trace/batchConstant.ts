/**
 * Constants that hold the batch size, such as the target of a reshape, computed in the graph from the real batch:
 * so one trace serves every batch, the short last one too.
 * Flow: Emitter → **batchConstant** → nodes that take the batch size of the first input.
 */
import { intOf, typeOf } from './attributes';
import { type Formula, formula } from './formula';
import type { GraphBuilder, Reference } from './graphBuilder';
import type { RecordedTensor } from './recording';
import { BOOL, FLOAT32, INT32 } from './types';

/** The batch size as the graph knows it, and the two sizes that the step was recorded with. */
export interface Batch {
  /** A scalar int32. */
  readonly size: Reference;
  readonly recorded: readonly [number, number];
}

type Numbers = Float32Array | Int32Array | Uint8Array;

/** The same constant in the two runs. */
export type ConstantPair = readonly [RecordedTensor, RecordedTensor];

/** The constant as the graph computes it; undefined if its numbers do not follow from the batch size. */
export function batchConstant(graph: GraphBuilder, batch: Batch, pair: ConstantPair): Reference | undefined {
  const [{ type, shape }, second] = pair;
  if (type !== FLOAT32 && type !== INT32 && type !== BOOL) return undefined;
  return sameShape(shape, second.shape) ? eachNumber(graph, batch, pair) : oneNumber(graph, batch, pair);
}

/** Numbers that each have their formula, such as the shape `[batch, 784]`. */
function eachNumber(graph: GraphBuilder, batch: Batch, [first, second]: ConstantPair): Reference | undefined {
  const { type, shape } = first;
  const others = valuesOf(second);
  const formulas: Formula[] = [];
  for (const [index, value] of valuesOf(first).entries()) {
    const one = formula([value, others[index]!], batch.recorded, { whole: type !== FLOAT32 });
    if (!one) return undefined;
    formulas.push(one);
  }
  if (shape.length === 0) return scalar(graph, batch, formulas[0]!, type);
  const packed = vector(graph, batch, formulas, type);
  if (shape.length === 1) return packed;
  const target = graph.constant(INT32, [shape.length], Int32Array.from(shape));
  return graph.add('Reshape', [packed, target], { T: typeOf(type), Tshape: typeOf(INT32) });
}

/** One number everywhere in a shape that grows with the batch, such as `tf.ones([batch, 10])`. */
function oneNumber(graph: GraphBuilder, batch: Batch, [first, second]: ConstantPair): Reference | undefined {
  const { type, shape } = first;
  const values = valuesOf(first);
  const others = valuesOf(second);
  if (!isUniform(values) || !isUniform(others) || shape.length !== second.shape.length) return undefined;
  const value = formula([values[0]!, others[0]!], batch.recorded, { whole: type !== FLOAT32 });
  const sizes: Formula[] = [];
  for (const [axis, size] of shape.entries()) {
    const one = formula([size, second.shape[axis]!], batch.recorded, { whole: true });
    if (!one) return undefined;
    sizes.push(one);
  }
  if (!value) return undefined;
  const inputs = [vector(graph, batch, sizes, INT32), scalar(graph, batch, value, type)];
  return graph.add('Fill', inputs, { T: typeOf(type), index_type: typeOf(INT32) });
}

function vector(graph: GraphBuilder, batch: Batch, formulas: readonly Formula[], type: number): Reference {
  const scalars = formulas.map(one => scalar(graph, batch, one, type));
  return graph.add('Pack', scalars, { N: intOf(scalars.length), T: typeOf(type), axis: intOf(0) });
}

function scalar(graph: GraphBuilder, batch: Batch, how: Formula, type: number): Reference {
  if (how.kind === 'fixed') return number(graph, how.value, type);
  const cast = { SrcT: typeOf(INT32), DstT: typeOf(FLOAT32) };
  const size = type === FLOAT32 ? graph.add('Cast', [batch.size], cast) : batch.size;
  if (how.kind === 'over') return graph.binary('RealDiv', number(graph, how.numerator, type), size, type);
  return how.factor === 1 ? size : graph.binary('Mul', size, number(graph, how.factor, type), type);
}

function number(graph: GraphBuilder, value: number, type: number): Reference {
  if (type === BOOL) return graph.constant(BOOL, [], Uint8Array.of(value));
  return type === INT32 ? graph.int(value) : graph.float(value);
}

function valuesOf(constant: RecordedTensor): Numbers {
  return constant.node.values as Numbers;
}

function isUniform(values: Numbers): boolean {
  return values.length > 0 && values.every(value => value === values[0]);
}

function sameShape(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((size, axis) => size === right[axis]);
}

/** Whether the constant is the same in both runs. */
export function isFixed([first, second]: ConstantPair): boolean {
  if (first.node === second.node) return true;
  if (first.type !== second.type || !sameShape(first.shape, second.shape)) return false;
  const others = valuesOf(second);
  return valuesOf(first).every((value, index) => Object.is(value, others[index]));
}
