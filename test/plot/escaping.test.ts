/** Whatever a title, a label, a caption or a table says, it is text: in the picture, in the plot and in the page. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { calibration } from '../../lib/evaluate/calibration';
import { barChart } from '../../lib/plot/barChart';
import { confusionHeatmap } from '../../lib/plot/confusionHeatmap';
import { digitsGrid } from '../../lib/plot/digitsGrid';
import { featureMapWalk } from '../../lib/plot/featureMapWalk';
import type { Figure } from '../../lib/plot/figure';
import { filtersGrid } from '../../lib/plot/filtersGrid';
import { heatmap } from '../../lib/plot/heatmap';
import { histogram } from '../../lib/plot/histogram';
import { imageGrid } from '../../lib/plot/imageGrid';
import { ladderChart } from '../../lib/plot/ladderChart';
import { lineChart } from '../../lib/plot/lineChart';
import { linePanels } from '../../lib/plot/linePanels';
import { lossSurface } from '../../lib/plot/lossSurface';
import { reliabilityDiagram } from '../../lib/plot/reliabilityDiagram';
import { figureBundle } from '../../lib/plot/show';
import { toSvg } from '../../lib/plot/svg/toSvg';
import { detailsHtml } from '../../lib/plot/tableHtml';
import { ndarray } from '../../lib/types/ndarray';
import { readHtml, readSvg } from './page';

const nasty = `</script><script>alert(1)</script><b>"double" 'single' & &lt;`;
const titles = { title: nasty, xTitle: nasty, yTitle: nasty, valueTitle: nasty };
const digit = {
  images: new Uint8Array(4),
  labels: Uint8Array.of(1),
  count: 1,
  height: 2,
  width: 2,
  classes: 10,
};

/** Every text an author can give, given. */
const figures: Readonly<Record<string, Figure>> = {
  lineChart: lineChart(
    [
      { name: nasty, y: [1, 2] },
      { name: `${nasty}2`, y: [1, 2] },
    ],
    titles,
  ),
  barChart: barChart([nasty], [1], titles),
  ladderChart: ladderChart([{ name: nasty, values: [1, 2], note: nasty }], { ...titles, noteTitle: nasty }),
  histogram: histogram(
    [
      { name: nasty, values: [1] },
      { name: `${nasty}2`, values: [2] },
    ],
    titles,
  ),
  heatmap: heatmap(ndarray([1, 1], [1]), { ...titles, xNames: [nasty], yNames: [nasty], writeValues: true }),
  imageGrid: imageGrid(ndarray([1, 2, 2]), { ...titles, captions: [nasty] }),
  filtersGrid: filtersGrid(ndarray([1, 1, 1, 1], [1]), { title: nasty, alt: nasty }),
  lossSurface: lossSurface((w, b) => w + b, {
    ...titles,
    x: { title: nasty, range: [0, 1] },
    y: { title: nasty, range: [0, 1] },
    path: [[0, 0]],
  }),
  confusionHeatmap: confusionHeatmap([[1]], { title: nasty, classNames: [nasty] }),
  featureMapWalk: featureMapWalk(digit, [{ layer: nasty, activations: ndarray([1, 2]) }], { title: nasty }),
  reliabilityDiagram: reliabilityDiagram([{ name: nasty, calibration: calibration([0.75, 0.25], [0]) }], {
    title: nasty,
  }),
  digitsGrid: digitsGrid(digit, { title: nasty, caption: () => nasty }),
  linePanels: linePanels([{ yTitle: nasty, series: [{ name: nasty, y: [1, 2] }] }], {
    title: nasty,
    xTitle: nasty,
  }),
};

suite('escaping', () => {
  for (const [name, figure] of Object.entries(figures)) {
    test(`${name}: no text becomes markup, and every text arrives as it was written`, async () => {
      const svg = await toSvg(figure);
      const drawn = readSvg(svg);
      assert.equal(drawn.querySelector('script, b'), null);
      assert.doesNotMatch(svg, /<\/?script/i); // nor as text that an HTML parser would take for a tag
      assert.equal(drawn.querySelector('title')?.textContent, figure.alt);
      assert.equal(drawn.querySelector('.gtitle')?.textContent, nasty);

      const plot = JSON.stringify(figureBundle(figure).data['application/vnd.plotly.v1+json']);
      assert.doesNotMatch(plot.replaceAll('<extra></extra>', ''), /</);

      if (figure.table === undefined) return;
      const { columns, rows } = figure.table;
      const details = readHtml(detailsHtml(figure.table));
      assert.equal(details.querySelector('script, b'), null);
      const cells = [...details.querySelectorAll('th, td')].map(cell => cell.textContent);
      const given = [...columns, ...rows.flat()].filter(cell => typeof cell === 'string');
      for (const text of given) assert.ok(cells.includes(text), text);
    });
  }

  test('every builder is among them', () => {
    const folder = join(__dirname, '../../lib/plot');
    const files = readdirSync(folder).filter(file => file.endsWith('.ts'));
    const sources = files.map(file => readFileSync(join(folder, file), 'utf8')).join('\n');
    const builders = [...sources.matchAll(/^export function (\w+)\([^{}]*(?:\{\})?[^{}]*\): Figure \{$/gm)];
    assert.deepEqual(builders.map(([, name]) => name).sort(), Object.keys(figures).sort());
  });
});
