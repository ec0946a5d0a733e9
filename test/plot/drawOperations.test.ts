/** TensorFlow's graphs as pictures. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawOperations } from '../../lib/plot/drawOperations';
import { readHtml } from './page';

/** w · x + 1, with a constant, and the value of a variable. */
const operations = [
  { name: 'input0', type: 'Placeholder', inputs: [] },
  { name: 'variable0', type: 'VarHandleOp', inputs: [] },
  { name: 'ReadVariableOp1', type: 'ReadVariableOp', inputs: ['variable0'] },
  { name: 'Const2', type: 'Const', inputs: [] },
  { name: 'Mul3', type: 'Mul', inputs: ['ReadVariableOp1', 'input0'] },
  { name: 'Mul4', type: 'Mul', inputs: ['Mul3', 'Mul3', 'elsewhere'] },
  { name: 'Add5', type: 'AddV2', inputs: ['Mul4', 'Const2'] },
];

interface Box {
  kind: string;
  lines: (string | null)[];
  top: number;
}

function boxesOf(svg: string): Map<string, Box> {
  const document = readHtml(svg);
  return new Map(
    [...document.querySelectorAll('.node')].map(node => [
      node.getAttribute('data-node')!,
      {
        kind: node.getAttribute('class')!.replace('node ', ''),
        lines: [...node.querySelectorAll('text')].map(text => text.textContent),
        top: Number(node.querySelector('rect')!.getAttribute('y')),
      },
    ]),
  );
}

test('every operation but the constants has its box, below those that it takes', () => {
  const { svg } = drawOperations(operations);
  const boxes = boxesOf(svg);
  assert.deepEqual([...boxes.keys()], ['input0', 'variable0', 'ReadVariableOp1', 'Mul3', 'Mul4', 'Add5']);
  for (const { name, inputs } of operations.filter(({ type }) => type !== 'Const')) {
    for (const input of inputs.filter(input => boxes.has(input))) {
      assert.ok(boxes.get(input)!.top + 24 < boxes.get(name)!.top, `${name} below ${input}`);
    }
  }
});

test('placeholders and variables look as in lesson 09; what a name does not say stands below it', () => {
  const boxes = boxesOf(drawOperations(operations).svg);
  assert.deepEqual(boxes.get('input0')!.lines, ['input0', 'placeholder']);
  assert.equal(boxes.get('input0')!.kind, 'placeholder');
  assert.deepEqual(boxes.get('variable0')!.lines, ['variable0', 'variable']);
  assert.equal(boxes.get('variable0')!.kind, 'variable');
  assert.deepEqual(boxes.get('Mul3')!.lines, ['Mul3']);
  assert.deepEqual(boxes.get('Add5')!.lines, ['Add5', 'AddV2']);
  assert.equal(boxes.get('Add5')!.kind, 'operation');
});

test('two arrows of the same way are one, and what is not there has none', () => {
  const document = readHtml(drawOperations(operations).svg);
  const edges = [...document.querySelectorAll('.edge')].map(
    edge => `${edge.getAttribute('data-from')} → ${edge.getAttribute('data-to')}`,
  );
  assert.deepEqual(edges.sort(), [
    'Mul3 → Mul4',
    'Mul4 → Add5',
    'ReadVariableOp1 → Mul3',
    'input0 → Mul3',
    'variable0 → ReadVariableOp1',
  ]);
});

test('who does not see it is told the same', () => {
  const { alt, table, svg } = drawOperations(operations);
  assert.equal(
    alt,
    'A graph of 6 operations: input0; variable0; ReadVariableOp1 takes variable0; ' +
      'Mul3 takes ReadVariableOp1, input0; Mul4 takes Mul3; Add5 takes Mul4.',
  );
  assert.ok(svg.includes(`<title>${alt}</title>`));
  assert.deepEqual(table!.columns, ['name', 'operation', 'takes']);
  assert.deepEqual(table!.rows.at(-1), ['Add5', 'AddV2', 'Mul4, Const2']);
});

test('its example says what it gives', () => {
  const example = [
    { name: 'x', type: 'Placeholder', inputs: [] },
    { name: 'y', type: 'Exp', inputs: ['x'] },
  ];
  assert.equal(drawOperations(example).alt, 'A graph of 2 operations: x; y takes x.');
});

test('names are text, whatever they hold', () => {
  const { svg } = drawOperations([{ name: '<b>&', type: 'Placeholder', inputs: [] }]);
  assert.ok(svg.includes('&lt;b&gt;&amp;') && !svg.includes('<b>'));
});

test('nothing to draw is refused', () => {
  for (const none of [[], [{ name: 'Const0', type: 'Const', inputs: [] }]]) {
    assert.throws(() => drawOperations(none), {
      name: 'RangeError',
      message: 'drawOperations: operations must hold at least one to draw, got none',
    });
  }
});
