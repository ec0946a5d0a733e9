/**
 * Variables of a graph: numbers that stay in its Session from run to run. Weights, the optimiser's slots and the
 * number of the step are all kept so.
 * Flow: model weights, optimiser → **GraphVariables** → read, assigned, saved and restored through the Session.
 */
import { shapeOf, stringOf, typeOf, typesOf } from './attributes';
import type { GraphBuilder, Reference } from './graphBuilder';
import { INT32, STRING } from './types';

export interface GraphVariable {
  /** What users and checkpoints call it. */
  readonly name: string;
  readonly type: number;
  readonly shape: readonly number[];
  /** The variable itself, for operations that change it. */
  readonly handle: Reference;
  /** Its value at the start of a run. */
  readonly value: Reference;
  /** The placeholder for a new value, and what to fetch to have it assigned. */
  readonly fed: Reference;
  readonly assigned: Reference;
}

/** What to feed and fetch to write and read a checkpoint. */
export interface Checkpoint {
  readonly path: Reference;
  readonly saved: Reference;
  readonly restored: Reference;
}

export class GraphVariables {
  readonly all: GraphVariable[] = [];

  constructor(private readonly graph: GraphBuilder) {}

  /** @throws RangeError if the name is taken. */
  add(name: string, type: number, shape: readonly number[]): GraphVariable {
    if (this.all.some(other => other.name === name)) {
      throw new RangeError(`variables: names must differ, got ${name} twice`);
    }
    const graph = this.graph;
    const node = `variable${this.all.length}`;
    const typed = { dtype: typeOf(type) };
    const described = { ...typed, shape: shapeOf(shape) };
    const handle = graph.add(
      'VarHandleOp',
      [],
      { ...described, shared_name: stringOf(node) },
      { name: node },
    );
    const value = graph.add('ReadVariableOp', [handle], typed);
    const fed = graph.add('Placeholder', [], described, { name: `${node}/new` });
    // A fed array may be shared with JavaScript and not copied; a variable must have its own memory.
    const own = graph.add('DeepCopy', [fed], { T: typeOf(type) });
    const assigned = done(graph, [graph.add('AssignVariableOp', [handle, own], typed)]);
    const variable = { name, type, shape, handle, value, fed, assigned };
    this.all.push(variable);
    return variable;
  }

  /** Adds the operations that write all variables into TensorFlow's checkpoint files, and read them back. */
  checkpoint(): Checkpoint {
    const graph = this.graph;
    const all = this.all;
    const path = graph.add('Placeholder', [], { dtype: typeOf(STRING), shape: shapeOf([]) });
    const names = graph.strings(all.map(({ name }) => name));
    const slices = graph.strings(all.map(() => '')); // Whole variables.
    const dtypes = { dtypes: typesOf(all.map(({ type }) => type)) };
    const save = graph.add('SaveV2', [path, names, slices, ...all.map(({ value }) => value)], dtypes);
    const read = graph.add('RestoreV2', [path, names, slices], dtypes);
    const values = all.map(({ type, shape }, index) => {
      const attributes = { T: typeOf(type), shape: shapeOf(shape) };
      return graph.add('EnsureShape', [index === 0 ? read : `${read}:${index}`], attributes);
    });
    // All shapes are checked before anything changes.
    const assigns = all.map(({ handle, type }, index) =>
      graph.add('AssignVariableOp', [handle, values[index]!], { dtype: typeOf(type) }, { after: values }),
    );
    return { path, saved: done(graph, [save]), restored: done(graph, assigns) };
  }
}

/** A value to fetch once `operations` have run: what has no output cannot be fetched itself. */
function done(graph: GraphBuilder, operations: readonly Reference[]): Reference {
  return graph.add('Identity', [graph.int(0)], { T: typeOf(INT32) }, { after: operations });
}
