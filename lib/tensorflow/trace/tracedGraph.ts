/**
 * A traced step or function: a graph, the Session that it runs in, and its variables.
 * Flow: traceTrainStep, traceFunction → **TracedGraph** → fit, evaluate, checkpoints.
 */
import type { tf } from '../tf';
import type { NativeBackend, TensorMetadata } from './binding';
import type { GraphBuilder, GraphOperation, Reference } from './graphBuilder';
import type { Checkpoint, GraphVariable, GraphVariables } from './graphVariables';
import { type Feeds, feedsOf, type InputDescriptions } from './inputs';
import { type FeedValue, numbersOf } from './numbersOf';
import { type Feed, Session } from './session';
import type { TracedVariable } from './tracedVariables';
import { INT32, STRING, sizeOf } from './types';

/** What a traced step or function is made of. */
export interface TracedParts<I extends InputDescriptions> {
  readonly backend: NativeBackend;
  readonly graph: GraphBuilder;
  readonly variables: GraphVariables;
  readonly traced: readonly TracedVariable[];
  readonly inputs: I;
  /** What to fetch for each result. */
  readonly fetches: ReadonlyMap<string, Reference>;
}

/** What a traced step and a traced function have in common; `Names` are their results. */
export abstract class TracedGraph<I extends InputDescriptions, Names extends string> {
  /** How many operations the graph has. */
  readonly size: number;
  /**
   * The graph, to be read: every operation after those it takes values from. Among them are the ones that give
   * variables their values and write checkpoints; what a run needs follows from `results`.
   */
  readonly operations: readonly GraphOperation[];
  /** The name of the operation that each result comes from. */
  readonly results: Readonly<Record<Names, string>>;
  protected readonly backend: NativeBackend;
  private readonly session: Session;
  private readonly inputs: I;
  private readonly fetches: ReadonlyMap<string, Reference>;
  private readonly traced: readonly TracedVariable[];
  private readonly variables: ReadonlyMap<string, GraphVariable>;
  private readonly checkpoint: Checkpoint | undefined;

  constructor({ backend, graph, variables, traced, inputs, fetches }: TracedParts<I>) {
    this.backend = backend;
    this.inputs = inputs;
    this.fetches = fetches;
    this.traced = traced;
    this.results = Object.fromEntries(fetches) as Record<Names, string>;
    this.variables = new Map(variables.all.map(variable => [variable.name, variable]));
    if (variables.all.length > 0) this.checkpoint = variables.checkpoint();
    this.size = graph.size;
    this.operations = graph.operations;
    this.session = new Session(backend, graph);
    const own = new Set(traced.map(({ inGraph }) => inGraph));
    const others = variables.all.filter(variable => !own.has(variable));
    this.assign(Object.fromEntries(others.map(variable => [variable.name, zerosFor(variable)])));
    this.fromVariables();
  }

  /**
   * The graph's variables by name: weights under their own, an optimiser's slots as `weight/m`, the number of steps
   * done as `step`.
   *
   * @returns tensors that no later step changes; dispose of them.
   */
  read(): Record<string, tf.Tensor> {
    const all = [...this.variables.values()];
    const values = this.session.run(all.map(({ value }) => value));
    return Object.fromEntries(
      all.map(({ name }, index) => [name, this.backend.createOutputTensor(values[index]!)]),
    );
  }

  /**
   * Gives variables new values; the others keep theirs.
   *
   * @throws RangeError if there is no such variable, or a value does not fit it.
   */
  assign(values: Readonly<Record<string, FeedValue>>): void {
    const entries = Object.entries(values).map(([name, value]) => {
      const variable = this.variables.get(name);
      if (!variable) {
        const names = [...this.variables.keys()].join(', ');
        throw new RangeError(
          `assign: values must be named after variables (${names || 'there are none'}), got ${name}`,
        );
      }
      const { type, shape } = variable;
      const numbers = numbersOf('assign', name, value, { type, shape });
      return { fetch: variable.assigned, feed: { name: variable.fed, type, shape, values: numbers } };
    });
    const feeds = entries.map(({ feed }) => feed);
    const fetches = entries.map(({ fetch }) => fetch);
    this.session.perform(fetches, feeds);
  }

  /** Gives the TensorFlow.js variables, and so the model, the values that the graph has now. */
  toVariables(): void {
    const values = this.session.run(this.traced.map(({ inGraph }) => inGraph.value));
    for (const [index, { variable }] of this.traced.entries()) {
      const value = this.backend.createOutputTensor(values[index]!);
      variable.assign(value);
      value.dispose();
    }
  }

  /** Gives the graph the values that the TensorFlow.js variables have now. */
  fromVariables(): void {
    this.assign(Object.fromEntries(this.traced.map(({ variable, inGraph }) => [inGraph.name, variable])));
  }

  /**
   * Writes all variables into TensorFlow's checkpoint files, `path.index` and `path.data-00000-of-00001`; Python's
   * TensorFlow reads them too.
   *
   * @throws Error if there is nothing to save, or the files cannot be written.
   */
  save(path: string): void {
    this.throughFile('save', path, ({ saved }) => saved);
  }

  /**
   * Reads what `save` wrote: all variables, or none if something is wrong.
   *
   * @throws Error if the files are missing, damaged, or do not hold each variable in its shape.
   */
  restore(path: string): void {
    this.throughFile('restore', path, ({ restored }) => restored);
  }

  /** Frees the graph, its variables and its Session; a second call changes nothing. */
  dispose(): void {
    this.session.dispose();
  }

  /** Runs the graph. @returns the results by name, as handles that are the caller's. */
  protected fetch(inputs: Feeds<I>, others: readonly Feed[] = []): [name: string, value: TensorMetadata][] {
    const values = this.session.run([...this.fetches.values()], [...feedsOf(this.inputs, inputs), ...others]);
    return [...this.fetches.keys()].map((name, index) => [name, values[index]!]);
  }

  private throughFile(caller: string, path: string, fetch: (checkpoint: Checkpoint) => Reference): void {
    if (!this.checkpoint) throw new Error(`${caller}: the graph has no variables`);
    const feed = { name: this.checkpoint.path, type: STRING, shape: [], values: [Buffer.from(path)] };
    try {
      this.session.perform([fetch(this.checkpoint)], [feed]);
    } catch (error) {
      const [reason] = (error as Error).message
        .replace('Session fail to run with error: ', '')
        .split('\n', 1);
      throw new Error(`${caller}: ${path}: ${reason}`);
    }
  }
}

/** Where slots and counters begin. */
function zerosFor({ type, shape }: GraphVariable): Float32Array | Int32Array {
  return type === INT32 ? new Int32Array(sizeOf(shape)) : new Float32Array(sizeOf(shape));
}
