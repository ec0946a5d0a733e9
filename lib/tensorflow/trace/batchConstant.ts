/**
 * Constants that hold the batch size, such as the target of a reshape, computed in the graph from the real batch:
 * so one trace serves every batch, the short last one too.
 * Flow: Emitter → **batchConstant** → nodes that take the batch size of the first input.
 */
import { intOf, typeOf } from './attributes';
import { type Formula, formula } from './formula';
import type { GraphBuilder, Reference } from './graphBuilder';
import type { RecordedTensor } from './recording';
import { FLOAT32, INT32, sizeOf } from './types';

/** The batch size as the graph knows it, and the two sizes that the step was recorded with. */
export interface Batch {
  /** A scalar int32. */
  readonly size: Reference;
  readonly recorded: readonly [number, number];
}

/**
 * The constant as the graph computes it.
 *
 * @param pair the same constant in the two runs.
 * @returns undefined if the numbers do not follow from the batch size.
 */
export function batchConstant(
  graph: GraphBuilder,
  batch: Batch,
  pair: readonly [RecordedTensor, RecordedTensor],
): Reference | undefined {
  const [first, second] = pair;
  const { type, shape } = first;
  if (type !== FLOAT32 && type !== INT32) return undefined;
  const formulas = elementFormulas(pair, batch.recorded);
  if (!formulas) return undefined;
  if (sameShape(shape, second.shape)) {
    const scalars = formulas.map(each => scalar(graph, batch, each, type));
    if (shape.length === 0) return scalars[0];
    const packed = graph.add('Pack', scalars, { N: intOf(scalars.length), T: typeOf(type), axis: intOf(0) });
    if (shape.length === 1) return packed;
    return reshape(graph, packed, graph.constant(INT32, [shape.length], Int32Array.from(shape)), type);
  }
  const dimensions = shape.map((size, axis) =>
    formula([size, second.shape[axis] ?? -1], batch.recorded, { whole: true }),
  );
  if (shape.length !== second.shape.length || dimensions.includes(undefined)) return undefined;
  const sizes = dimensions.map(each => scalar(graph, batch, each!, INT32));
  const packed = graph.add('Pack', sizes, { N: intOf(sizes.length), T: typeOf(INT32), axis: intOf(0) });
  return graph.add('Fill', [packed, scalar(graph, batch, formulas[0]!, type)], {
    T: typeOf(type),
    index_type: typeOf(INT32),
  });
}

/** A formula for each number; one for all when the shapes differ, and then only if all are equal. */
function elementFormulas(
  [first, second]: readonly [RecordedTensor, RecordedTensor],
  sizes: readonly [number, number],
): Formula[] | undefined {
  const values = first.node.values as Float32Array;
  const others = second.node.values as Float32Array;
  const whole = first.type === INT32;
  const uniform = isUniform(values) && isUniform(others);
  if (!sameShape(first.shape, second.shape)) {
    const one = uniform ? formula([values[0]!, others[0]!], sizes, { whole }) : undefined;
    return one && [one];
  }
  const formulas: Formula[] = [];
  for (const [index, value] of values.entries()) {
    const one = formula([value, others[index]!], sizes, { whole });
    if (!one) return undefined;
    formulas.push(one);
  }
  return formulas;
}

function scalar(graph: GraphBuilder, batch: Batch, how: Formula, type: number): Reference {
  const number = (value: number): Reference => (type === INT32 ? graph.int(value) : graph.float(value));
  if (how.kind === 'fixed') return number(how.value);
  const size =
    type === INT32
      ? batch.size
      : graph.add('Cast', [batch.size], { SrcT: typeOf(INT32), DstT: typeOf(FLOAT32) });
  if (how.kind === 'over') return graph.binary('RealDiv', number(how.numerator), size, type);
  return how.factor === 1 ? size : graph.binary('Mul', size, number(how.factor), type);
}

function reshape(graph: GraphBuilder, values: Reference, shape: Reference, type: number): Reference {
  return graph.add('Reshape', [values, shape], { T: typeOf(type), Tshape: typeOf(INT32) });
}

function isUniform(values: Float32Array): boolean {
  return values.length > 0 && values.every(value => value === values[0]);
}

/** Whether two shapes are equal. */
export function sameShape(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((size, axis) => size === right[axis]);
}

/** Whether two constants hold the same numbers. */
export function sameConstant(left: RecordedTensor, right: RecordedTensor): boolean {
  if (!sameShape(left.shape, right.shape) || left.type !== right.type) return false;
  const values = left.node.values as Float32Array;
  const others = right.node.values as Float32Array;
  for (let index = sizeOf(left.shape); index-- > 0; ) {
    if (!Object.is(values[index], others[index])) return false;
  }
  return true;
}
