/**
 * A graph of operations, as TensorFlow has it, drawn like the graphs of lesson 09.
 * Flow: the operations of a traced step → **drawOperations** → Picture → `show`.
 */
import { layOut, type Size } from '../graph/layOut';
import type { FigureTable } from './figure';
import { graphPicture } from './interactives/graphSvg';
import type { Picture } from './picture';

/** A node: its name, TensorFlow's name of the operation, and the names of the nodes that it takes. */
interface NamedOperation {
  readonly name: string;
  readonly type: string;
  readonly inputs: readonly string[];
}

/** The kinds that are drawn in a way of their own. */
const KINDS: Readonly<Record<string, string>> = { Placeholder: 'placeholder', VarHandleOp: 'variable' };

const LEGEND = 'Dashed: placeholder. Thick: variable. Round: operation.';

/**
 * Every operation below those that it takes. Constants are left out; what takes a constant only stands by itself.
 *
 * @param operations each with what it takes among them; inputs that are not listed have no arrow.
 * @throws RangeError if there is nothing to draw.
 * @example drawOperations([{ name: 'x', type: 'Placeholder', inputs: [] }, { name: 'y', type: 'Exp', inputs: ['x'] }]).alt
 * // 'A graph of 2 operations: x; y takes x.'
 * @see Used in notebooks/10-tensorflow.
 */
export function drawOperations(operations: readonly NamedOperation[]): Picture {
  const drawn = operations.filter(({ type }) => type !== 'Const');
  if (drawn.length === 0)
    throw new RangeError('drawOperations: operations must hold at least one to draw, got none');
  const names = new Set(drawn.map(({ name }) => name));
  const known = ({ inputs }: NamedOperation): string[] =>
    [...new Set(inputs)].filter(name => names.has(name));
  const { width, height, boxes, arrows } = layOut(
    drawn.map((operation, step) => ({ id: operation.name, ...linesOf(operation), step })),
    drawn.flatMap(operation =>
      known(operation).map(from => ({ from, to: operation.name, shape: '[]', width: 0, height: 0 })),
    ),
    { compact: true },
  );
  const sentences = drawn.map(operation => [operation.name, ...known(operation)]);
  const told = sentences.map(
    ([name, ...takes]) => name + (takes.length > 0 ? ` takes ${takes.join(', ')}` : ''),
  );
  const alt = `A graph of ${drawn.length} operations: ${told.join('; ')}.`;
  return {
    svg: graphPicture({ width, height, nodes: boxes, edges: arrows }, alt, LEGEND),
    alt,
    table: tableOf(drawn),
  };
}

/** The name, and below it what the name does not say. */
function linesOf({ name, type }: NamedOperation): { label: string; operation?: string } & Size {
  const operation = KINDS[type] ?? (name.startsWith(type) ? undefined : type);
  const longest = Math.max(name.length, operation?.length ?? 0);
  const size = { width: 7.25 * longest + 16, height: operation === undefined ? 24 : 40 };
  return { label: name, ...(operation !== undefined && { operation }), ...size };
}

function tableOf(operations: readonly NamedOperation[]): FigureTable {
  const rows = operations.map(({ name, type, inputs }) => [name, type, inputs.join(', ')]);
  return { columns: ['name', 'operation', 'takes'], rows };
}
