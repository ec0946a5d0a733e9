/**
 * The inputs of a traced step or function: what they look like, and what a run is given for them.
 * Flow: a description → **inputs** → placeholders of the graph; numbers of a run → **inputs** → feeds of the Session.
 */
import { tf } from '../tf';
import { shapeOf, typeOf } from './attributes';
import type { GraphBuilder, Reference } from './graphBuilder';
import { type FeedValue, numbersOf } from './numbersOf';
import type { Feed } from './session';
import { type FeedType, INT32, sizeOf, typeNumber, UINT8 } from './types';

/** One input. */
export interface InputDescription {
  /** `null` as the first size stands for the batch, which may differ from run to run. */
  readonly shape: readonly (number | null)[];
  /**
   * Default float32. `'uint8'` is for pixels as they are read: the step sees int32, and TensorFlow converts them, for
   * which JavaScript takes as long as for the whole step.
   */
  readonly dtype?: FeedType;
}

/** The inputs by name. */
export type InputDescriptions = Readonly<Record<string, InputDescription>>;

/** The tensors that a step or function gets. */
export type InputTensors<I extends InputDescriptions> = { readonly [K in keyof I]: tf.Tensor };

/** What a run is given, by the inputs' names. */
export type Feeds<I extends InputDescriptions> = { readonly [K in keyof I]: FeedValue };

/** @throws RangeError if a shape is not one, with the name of the input. */
export function checkInputs(caller: string, inputs: InputDescriptions): void {
  for (const [name, { shape }] of Object.entries(inputs)) {
    const fits = shape.every((size, axis) =>
      size === null ? axis === 0 : Number.isInteger(size) && size > 0,
    );
    if (fits) continue;
    const text = shape.map(String).join(', ');
    throw new RangeError(
      `${caller}: inputs.${name} must have whole sizes ≥ 1, the first may be null, got [${text}]`,
    );
  }
}

/** Whether the inputs have a batch of any size. */
export function hasBatch(inputs: InputDescriptions): boolean {
  return Object.values(inputs).some(({ shape }) => shape[0] === null);
}

/** Adds the placeholders of the inputs to the graph. @returns what the step sees of each. */
export function placeholders<I extends InputDescriptions>(
  graph: GraphBuilder,
  inputs: I,
): Record<keyof I, Reference> {
  const entries = Object.entries(inputs).map(([name, { shape, dtype = 'float32' }], index) => {
    const sizes = shape.map(size => size ?? -1);
    const attributes = { dtype: typeOf(typeNumber[dtype]), shape: shapeOf(sizes) };
    const fed = graph.add('Placeholder', [], attributes, { name: placeholderName(index) });
    if (dtype !== 'uint8') return [name, fed];
    return [name, graph.add('Cast', [fed], { SrcT: typeOf(UINT8), DstT: typeOf(INT32) })];
  });
  return Object.fromEntries(entries) as Record<keyof I, Reference>;
}

/** A tensor of zeros to record the step with. */
export function exampleOf({ shape, dtype = 'float32' }: InputDescription, batch: number): tf.Tensor {
  const sizes = shape.map(size => size ?? batch);
  return tf.zeros(sizes, dtype === 'uint8' ? 'int32' : dtype);
}

/**
 * The feeds of a run.
 *
 * @throws RangeError if an input is missing, of another type or shape, or of another batch size than the first.
 */
export function feedsOf(inputs: InputDescriptions, values: Readonly<Record<string, FeedValue>>): Feed[] {
  let first: { name: string; rows: number } | undefined;
  return Object.entries(inputs).map(([name, { shape, dtype = 'float32' }], index) => {
    const value = values[name];
    if (value === undefined) {
      throw new RangeError(
        `run: the inputs must have ${name}, got ${Object.keys(values).join(', ') || 'none'}`,
      );
    }
    const type = typeNumber[dtype];
    const sizes = shape.map(size => size ?? -1);
    const numbers = numbersOf('run', name, value, { type, shape: sizes });
    if (sizes[0] === -1) {
      const rows = numbers.length / sizeOf(sizes.slice(1));
      first ??= { name, rows };
      if (rows !== first.rows) {
        throw new RangeError(`run: ${name} must have ${first.rows} rows, as ${first.name} has, got ${rows}`);
      }
      sizes[0] = rows;
    }
    return { name: placeholderName(index), type, shape: sizes, values: numbers };
  });
}

/** Not the input's own name: TensorFlow allows few characters in one. */
const placeholderName = (index: number): string => `input${index}`;
