import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineChart } from '../../lib/plot/lineChart';
import { jupyterKernel, show } from '../../lib/plot/show';
import { fakeKernel } from './fakeKernel';

const figure = lineChart([{ name: 'loss', y: [2, Number.NaN] }], {
  xTitle: 'epoch',
  yTitle: 'loss',
  alt: 'Loss.',
});
const PLOTLY = 'application/vnd.plotly.v1+json';

test('outside a notebook the description is printed, and nothing else happens', () => {
  const printed: string[] = [];
  assert.equal(
    show(figure, text => printed.push(text)),
    undefined,
  );
  assert.deepEqual(printed, ['Loss.\n']);
  assert.equal(jupyterKernel(), undefined);
});

test('in a notebook the plot comes at once, the table below it, then the picture into the same output', async () => {
  const { displays, awaited } = fakeKernel();
  assert.equal(show(figure), undefined); // a promise would be printed below the cell
  assert.deepEqual(
    displays.map(({ update }) => update),
    [false, false],
  );
  assert.equal(awaited.length, 1);
  await awaited[0];
  const [plot, table, picture, ...more] = displays;
  assert.equal(more.length, 0);
  assert.deepEqual(Object.keys(plot!.bundle.data), [PLOTLY, 'text/plain']);
  assert.deepEqual(Object.keys(picture!.bundle.data), [PLOTLY, 'image/svg+xml', 'text/plain']);
  assert.equal(picture!.displayId, plot!.displayId);
  assert.equal(picture!.update, true);
  assert.notEqual(table!.displayId, plot!.displayId);
  assert.match(String(table!.bundle.data['text/html']), /<td>NaN<\/td>/);
  assert.deepEqual(picture!.bundle.metadata, { 'image/svg+xml': { alt: 'Loss.' } });
  assert.equal(picture!.bundle.data['text/plain'], 'Loss.');
  assert.match(String(picture!.bundle.data['image/svg+xml']), /^<svg .*<title>Loss\.<\/title>/);
});

test('what is sent is plain JSON: a gap where the number is none', async () => {
  const { displays, awaited } = fakeKernel();
  show(figure);
  const { data } = displays[0]!.bundle.data[PLOTLY] as { data: { y: unknown }[] };
  assert.deepEqual(data[0]?.y, [2, null]);
  await awaited[0];
});

test('a figure without a table shows none, and one that cannot be drawn fails the cell', async () => {
  const { displays, awaited } = fakeKernel();
  show({ data: [{ type: 'surface' }], layout: {}, alt: 'A hill.' });
  assert.equal(displays.length, 1);
  await assert.rejects(awaited[0]!, {
    message: 'toSvg: a trace of type surface can only be drawn in a browser',
  });
});

test('a picture is shown as it is, with its table below', () => {
  const { displays } = fakeKernel();
  show({ svg: '<svg></svg>', alt: 'A box.', table: { columns: ['name'], rows: [['box']] } });
  const [picture, table, ...more] = displays;
  assert.equal(more.length, 0);
  assert.deepEqual(picture!.bundle, {
    data: { 'image/svg+xml': '<svg></svg>', 'text/plain': 'A box.' },
    metadata: { 'image/svg+xml': { alt: 'A box.' } },
  });
  assert.match(String(table!.bundle.data['text/html']), /<td>box<\/td>/);
});
