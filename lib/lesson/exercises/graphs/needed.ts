/**
 * Exercise 09: which nodes a fetch needs, in the order in which they can be computed.
 */
import type { Random } from '../../../random/random';
import type { ExerciseDefinition } from '../../exerciseDefinition';

// Written out: a cell cannot name an interface of this file.
type Args = [nodes: readonly { readonly name: string; readonly inputs: readonly string[] }[], fetch: string];
type Nodes = Args[0];

export const graphsNeeded: ExerciseDefinition<Args, string[]> = {
  name: 'graphs/needed',
  lesson: '09-graphs-and-sessions',
  parameters: ['nodes', 'fetch'],
  starter: (): string[] => [],
  solution: (nodes, fetch) => drawnAmong(nodes, reach(nodes, fetch)),
  solutionText: `function neededFor(
  nodes: readonly { readonly name: string; readonly inputs: readonly string[] }[],
  fetch: string,
): string[] {
  const needed = new Set([fetch]);
  for (const node of [...nodes].reverse())    // whoever uses a node comes before it now
    if (needed.has(node.name)) for (const input of node.inputs) needed.add(input);
  return nodes.map(node => node.name).filter(name => needed.has(name));
}`,
  inputs: random => [
    [SMALL, 'd'],
    [SQUARED_ERROR, 'sum'],
    [SQUARED_ERROR, 'loss'],
    [SQUARED_ERROR, 'y'],
    [CROSSED, 'e'],
    [randomNodes(random, 12), 'n11'],
  ],
  hints: [
    'Begin with the fetch alone. What does it need? What do those need? When do you stop?',
    'Keep the needed names in a `Set`: it holds each of them once. Walk through `nodes` from the last to the first.',
    'At the end filter `nodes`: what is needed, in the order of drawing. Every node was drawn after its inputs.',
  ],
  mistakes: [
    {
      is: 'the whole graph',
      does: nodes => nodes.map(({ name }) => name),
      because: 'Some of these nodes have nothing to do with the fetch. They need not be computed.',
    },
    {
      is: 'everything that was drawn before the fetch',
      does: (nodes, fetch) => {
        const names = nodes.map(({ name }) => name);
        return names.slice(0, names.indexOf(fetch) + 1);
      },
      because: 'Drawn earlier does not mean needed. Follow the inputs, not the order.',
    },
    {
      is: 'only the inputs of the fetch itself',
      does: (nodes, fetch) => drawnAmong(nodes, new Set([fetch, ...inputsOf(nodes, fetch)])),
      because: 'The inputs have inputs of their own. Go on until nothing new comes.',
    },
    {
      is: 'the way from the fetch back',
      does: (nodes, fetch) => drawnAmong(nodes, reach(nodes, fetch)).reverse(),
      because: 'The right nodes, but an operation can only be computed when its inputs are there.',
    },
    {
      is: 'the right nodes in the order in which a walk back meets them',
      does: (nodes, fetch) => [...reach(nodes, fetch)],
      because: 'Right nodes, but the fetch is first. Give them in the order of `nodes`.',
    },
    {
      is: 'the fetch left out',
      does: (nodes, fetch) => drawnAmong(nodes, reach(nodes, fetch)).filter(name => name !== fetch),
      because: 'All that the fetch needs is there, and then it must be computed itself.',
    },
    {
      is: 'a node for every way that leads to it',
      does: (nodes, fetch) => ways(nodes, fetch),
      because:
        'A node that is used twice was listed twice, and would be computed twice. Its value does not change within a run.',
    },
    {
      is: 'what depends on the fetch',
      does: (nodes, fetch) => drawnAmong(nodes, users(nodes, fetch)),
      because: 'That is the other direction: the nodes which need the fetch, not those which it needs.',
    },
  ],
  matters:
    'This is how a session decides what to compute: ask for the prediction, and no loss is ever touched.',
};

const SMALL: Nodes = [
  { name: 'a', inputs: [] },
  { name: 'b', inputs: [] },
  { name: 'c', inputs: ['a'] },
  { name: 'd', inputs: ['c', 'c'] },
];

/** (w · x + x − y)²: the difference is used twice, and the size of w stands aside. */
const SQUARED_ERROR: Nodes = [
  { name: 'x', inputs: [] },
  { name: 'y', inputs: [] },
  { name: 'w', inputs: [] },
  { name: 'size', inputs: ['w'] },
  { name: 'product', inputs: ['w', 'x'] },
  { name: 'sum', inputs: ['product', 'x'] },
  { name: 'difference', inputs: ['sum', 'y'] },
  { name: 'loss', inputs: ['difference', 'difference'] },
];

/** Two ways from a to e, of different length. */
const CROSSED: Nodes = [
  { name: 'a', inputs: [] },
  { name: 'b', inputs: ['a'] },
  { name: 'c', inputs: ['b'] },
  { name: 'd', inputs: ['b'] },
  { name: 'e', inputs: ['a', 'c'] },
  { name: 'f', inputs: ['e', 'd'] },
];

function randomNodes(random: Random, count: number): Nodes {
  return Array.from({ length: count }, (_, index) => ({
    name: `n${index}`,
    inputs: index < 2 ? [] : [`n${random.integer(index)}`, `n${random.integer(index)}`],
  }));
}

function inputsOf(nodes: Nodes, name: string): readonly string[] {
  return nodes.find(node => node.name === name)!.inputs;
}

/** The fetch and all that it needs, as a walk from it back meets them. */
function reach(nodes: Nodes, fetch: string): Set<string> {
  const needed = new Set([fetch]);
  for (const name of needed) for (const input of inputsOf(nodes, name)) needed.add(input);
  return needed;
}

function users(nodes: Nodes, fetch: string): Set<string> {
  const found = new Set([fetch]);
  for (const { name, inputs } of nodes) if (inputs.some(input => found.has(input))) found.add(name);
  return found;
}

/** Inputs first, and again at every use. */
function ways(nodes: Nodes, name: string): string[] {
  return [...inputsOf(nodes, name).flatMap(input => ways(nodes, input)), name];
}

function drawnAmong(nodes: Nodes, names: ReadonlySet<string>): string[] {
  return nodes.map(({ name }) => name).filter(name => names.has(name));
}
