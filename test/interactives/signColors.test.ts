import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heatmap } from '../../lib/plot/heatmap';
import { STYLE } from '../../lib/plot/interactives/browser/style';
import { gridPicture } from '../../lib/plot/interactives/gridPicture';
import { ndarray } from '../../lib/types/ndarray';
import { readSvg } from '../plot/page';

/** Whether a colour has more red than blue. */
const isWarm = (rgb: readonly number[]): boolean => rgb[0]! > rgb[2]!;
const ofHex = (hex: string): number[] => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16));

test('above zero is warm and below is cold, in heat maps, in pages and in their pictures alike', () => {
  const { colorscale } = heatmap(ndarray([1, 2], [-1, 1]), { valueTitle: 'weight', xTitle: 'x', yTitle: 'y' })
    .data[0] as unknown as {
    colorscale: [number, string][];
  };
  assert.deepEqual(
    [colorscale[0]!, colorscale.at(-1)!].map(([, color]) => isWarm(ofHex(color))),
    [false, true],
  );
  const [, positive, negative] = /--positive: (#\w+); --negative: (#\w+)/.exec(STYLE)!;
  assert.deepEqual([negative!, positive!].map(ofHex).map(isWarm), [false, true]);
  const grid = { title: '', columns: 2, values: [-1, 1], shade: 'signed' } as const;
  const cells = [...readSvg(gridPicture([grid], '', '')).querySelectorAll('rect')].slice(1);
  const fills = cells.map(cell => cell.getAttribute('fill')!.match(/\d+/g)!.map(Number));
  assert.deepEqual(fills.map(isWarm), [false, true]);
});
