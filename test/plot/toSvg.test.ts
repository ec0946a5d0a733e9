import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { barChart } from '../../lib/plot/barChart';
import { confusionHeatmap } from '../../lib/plot/confusionHeatmap';
import { lineChart } from '../../lib/plot/lineChart';
import { tidySvg } from '../../lib/plot/svg/tidySvg';
import { toSvg } from '../../lib/plot/svg/toSvg';
import { decodePng } from './decodePng';
import { readSvg } from './page';

const line = (name: string) =>
  lineChart([{ name, y: [2, 0.5] }], {
    title: 'Loss <falls>',
    xTitle: 'epoch',
    yTitle: 'loss',
    alt: 'a < b',
  });
const clipPaths = (svg: string) =>
  [...readSvg(svg).querySelectorAll('clipPath')].map(path => path.getAttribute('id'));

test('plotly draws titles, axes and description into well-formed SVG', async () => {
  const root = readSvg(await toSvg(line('training')));
  assert.equal(root.getAttribute('width'), '640');
  assert.equal(root.getAttribute('role'), 'img');
  assert.equal(root.querySelector('title')?.textContent, 'a < b');
  assert.equal(root.querySelector('.gtitle')?.textContent, 'Loss <falls>');
  assert.deepEqual(
    [...root.querySelectorAll('.xtick text')].map(tick => tick.textContent),
    ['1', '2'],
  );
  assert.ok(root.querySelector('path.js-line'), 'the line itself');
});

test('the same figure gives the same text whatever was drawn before, another one other names', async () => {
  const first = await toSvg(line('training'));
  const other = await toSvg(line('validation'));
  assert.equal(await toSvg(line('training')), first);
  assert.ok(clipPaths(first).length > 0);
  assert.deepEqual(
    clipPaths(first).filter(id => clipPaths(other).includes(id)),
    [],
  );
});

test('figures asked for at once come out right, each its own', async () => {
  const names = ['a', 'b', 'c'];
  const alone = [];
  for (const name of names) alone.push(await toSvg(line(name)));
  assert.deepEqual(await Promise.all(names.map(name => toSvg(line(name)))), alone);
});

test('labels take the room they need and no more', async () => {
  const tick = async (values: number[]) => {
    const svg = await toSvg(barChart(['a', 'b'], values, { xTitle: 'x', yTitle: 'y' }));
    return Number(readSvg(svg).querySelector('.ytick text')?.getAttribute('x'));
  };
  const [narrow, wide] = [await tick([1, 2]), await tick([0.000123, 0.000234])];
  assert.ok(narrow > 40 && narrow < 80, `${narrow} px`);
  assert.ok(wide >= narrow && wide < 130, `${wide} px`);
});

test('a heat map is drawn pixel by pixel in its colours', async () => {
  const svg = await toSvg(
    confusionHeatmap([
      [8, 2],
      [0, 10],
    ]),
  );
  const [right, wrong] = [...readSvg(svg).querySelectorAll('image')];
  const picture = decodePng(right!.getAttribute('xlink:href')!);
  assert.deepEqual(
    picture.at(picture.width - 5, picture.height - 5),
    [0x00, 0x72, 0xb2, 255],
    'the largest count',
  );
  assert.equal(picture.at(5, picture.height - 5)[3], 0, 'a zero is transparent');
  const errors = decodePng(wrong!.getAttribute('xlink:href')!);
  assert.deepEqual(errors.at(errors.width - 5, 5), [0xd5, 0x5e, 0x00, 255]);
  assert.equal(right!.getAttribute('image-rendering'), 'pixelated');
});

test('a figure that only a browser can draw is refused', async () => {
  const figure = { data: [{ type: 'scatter3d', x: [1], y: [1], z: [1] }], layout: {}, alt: 'a cloud' };
  await assert.rejects(toSvg(figure), {
    name: 'Error',
    message: 'toSvg: a trace of type scatter3d can only be drawn in a browser',
  });
});

test('a figure that plotly cannot draw fails alone', async () => {
  const bad = { data: [{ type: 'violin', y: [1, 2, 3] }], layout: {}, alt: 'bad' };
  const [refused, drawn] = await Promise.allSettled([toSvg(bad), toSvg(line('training'))]);
  assert.equal(refused.status, 'rejected');
  assert.match(String(refused.reason), /^Error: toSvg: plotly could not draw the figure: /);
  assert.equal(drawn.status, 'fulfilled');
});

test('only SVG is tidied', () => {
  assert.throws(() => tidySvg('<html>', 'x'), { message: 'tidySvg: expected "<svg …>", got "<html>"' });
  assert.equal(
    tidySvg('<svg a="1"><g/></svg>', '"<'),
    '<svg a="1" role="img"><title>&quot;&lt;</title><g/></svg>',
  );
});

test('a legend is as long as its words, in whatever font; marks stay cut at the axes', () => {
  const drawn =
    '<svg><g class="scrollbox" clip-path="url(#legendb06bc7)"/><g clip-path="url(#clipb06bc7xy)"/></svg>';
  assert.equal(
    tidySvg(drawn, 'x'),
    '<svg role="img"><title>x</title><g class="scrollbox"/><g clip-path="url(#clipb06bc7xy)"/></svg>',
  );
});

test('a script that has drawn ends by itself and prints nothing of its own', async () => {
  const module = JSON.stringify(join(__dirname, '../../lib/plot/svg/toSvg'));
  const script = `require(${module}).toSvg({ data: [], layout: {}, alt: '' }).then(svg => console.log(svg.slice(0, 4)))`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    '--require',
    'tsx/cjs',
    '-e',
    script,
  ]);
  assert.deepEqual([stdout, stderr], ['<svg\n', '']);
});
