/**
 * One figure of every builder, small but with everything on it: what the golden pictures show.
 * Long: one entry for each builder.
 */
import { calibration } from '../../../lib/evaluate/calibration';
import { barChart } from '../../../lib/plot/barChart';
import { confusionHeatmap } from '../../../lib/plot/confusionHeatmap';
import { digitsGrid } from '../../../lib/plot/digitsGrid';
import { featureMapWalk } from '../../../lib/plot/featureMapWalk';
import type { Figure } from '../../../lib/plot/figure';
import { filtersGrid } from '../../../lib/plot/filtersGrid';
import { heatmap } from '../../../lib/plot/heatmap';
import { histogram } from '../../../lib/plot/histogram';
import { imageGrid } from '../../../lib/plot/imageGrid';
import { ladderChart } from '../../../lib/plot/ladderChart';
import { lineChart } from '../../../lib/plot/lineChart';
import { linePanels } from '../../../lib/plot/linePanels';
import { lossSurface } from '../../../lib/plot/lossSurface';
import { reliabilityDiagram } from '../../../lib/plot/reliabilityDiagram';
import { createRandom } from '../../../lib/random/random';
import { ndarray } from '../../../lib/types/ndarray';

const random = createRandom(1);
const normals = (count: number, mean = 0) =>
  Float64Array.from({ length: count }, () => mean + random.normal());
/** Something round in the middle of a picture, as wide as `spread` pixels. */
const blob = (side: number, spread: number, height: number) =>
  Array.from({ length: side * side }, (_, i) => {
    const [x, y] = [(i % side) - (side - 1) / 2, Math.floor(i / side) - (side - 1) / 2];
    return height * Math.exp(-(x * x + y * y) / (2 * spread * spread));
  });
const bowl = (w: number, b: number) => (w - 1) ** 2 + 3 * (b + 0.5) ** 2 + w * b;
const slope = (w: number, b: number) => [2 * (w - 1) + b, 6 * (b + 0.5) + w] as const;

function descend(start: readonly [number, number], steps: number, learningRate: number) {
  const path = [start];
  for (let step = 0; step < steps; step++) {
    const [w, b] = path.at(-1)!;
    const [dw, db] = slope(w, b);
    path.push([w - learningRate * dw, b - learningRate * db]);
  }
  return path;
}

/** `[1, side, side, channels]`: in each channel a blob as wide as the number says. */
const interleaved = (side: number, spreads: readonly number[]) => {
  const maps = spreads.map(spread => blob(side, spread / 2, spread));
  return ndarray(
    [1, side, side, spreads.length],
    Array.from({ length: side * side }, (_, pixel) => maps.map(map => map[pixel]!)).flat(),
  );
};

/** 300 answers between two classes, from 0.5 to 1 right; the claim is `share` of what is above a half. */
function claims(share: number): [number[], number[]] {
  const right = Array.from({ length: 300 }, (_, i) => 0.5 + 0.5 * Math.sqrt((i + 0.5) / 300));
  return [
    right.flatMap(p => [0.5 + share * (p - 0.5), 0.5 - share * (p - 0.5)]),
    right.map((p, i) => Number((i * 0.618) % 1 > p)),
  ];
}

export const goldenFigures: Readonly<Record<string, Figure>> = {
  lineChart: lineChart(
    [
      { name: 'training', y: [2.3, 0.9, 0.4, 0.2] },
      { name: 'held-out', y: [2.3, 1, 0.6, 0.5] },
    ],
    { title: 'Loss', xTitle: 'epoch', yTitle: 'loss (nats)' },
  ),
  lineChartLog: lineChart([{ name: 'gradient', y: [1, 0.2, 0.03, 0.004, 0.0003] }], {
    title: 'Through five sigmoids',
    xTitle: 'layers back',
    yTitle: 'gradient',
    yScale: 'log',
  }),
  linePanels: linePanels(
    [
      {
        yTitle: 'loss (nats)',
        series: [
          { name: 'sick', x: [0, 50, 150, 300], y: [2.3, 2.2, 2, 1.8] },
          { name: 'healthy', x: [0, 100, 200, 300], y: [2.4, 1.2, 0.5, 0.2] },
        ],
        marks: [
          { name: 'guessing', y: Math.log(10) },
          { name: 'floor', y: 1.461 },
        ],
      },
      {
        yTitle: 'digits in a step',
        series: [
          { name: 'sick', x: [0, 50, 150, 300], y: [50, 100, 150, 200] },
          { name: 'healthy', x: [0, 100, 200, 300], y: [50, 50, 50, 50] },
        ],
      },
      { yTitle: 'slope', yScale: 'log', series: [{ name: 'healthy', x: [0, 300], y: [1, 0.001] }] },
    ],
    { title: 'Vital signs', xTitle: 'digits seen' },
  ),
  barChart: barChart(['0', '1', '2'], [5923, 6742, 5958], {
    title: 'Labels',
    xTitle: 'digit',
    yTitle: 'images',
  }),
  ladderChart: ladderChart(
    [
      { name: 'plain', values: [96.9, 97.2, 96.5], note: '1.1 min' },
      { name: 'pixels 0 to 1', values: [98.6, 98.7], note: '1.1 min' },
      { name: 'five together', values: [99.1] },
    ],
    { title: 'From the bottom up', xTitle: 'right (%)', noteTitle: 'processor time' },
  ),
  histogram: histogram(
    [
      { name: 'before', values: normals(500) },
      { name: 'after', values: normals(300, 2) },
    ],
    { title: 'Activations', xTitle: 'activation', yTitle: 'values', bins: 16, range: [-4, 6] },
  ),
  histogramLog: histogram([{ name: 'pixels', values: [...new Array(900).fill(0), ...normals(100, 128)] }], {
    xTitle: 'ink (0–255)',
    yTitle: 'pixels',
    yScale: 'log',
    bins: 8,
    range: [0, 256],
  }),
  heatmapWeights: heatmap(
    ndarray(
      [28, 28],
      blob(28, 5, 0.8).map((v, i) => v - blob(28, 2, 1.1)[i]!),
    ),
    {
      title: 'One neuron',
      xTitle: 'pixel column',
      yTitle: 'pixel row',
      valueTitle: 'weight',
    },
  ),
  heatmapWritten: heatmap(ndarray([3, 4], [0, 1, 2, 3, 1, 0, Math.SQRT2, 2, 2, 1, 0, 1]), {
    title: 'Distances',
    xTitle: 'to',
    yTitle: 'from',
    valueTitle: 'distance',
    xNames: ['cat', 'dog', 'cow', 'hen'],
    yNames: ['cat', 'dog', 'cow'],
    writeValues: true,
  }),
  imageGrid: imageGrid(
    ndarray(
      [10, 28, 28],
      Array.from({ length: 10 }, (_, digit) => blob(28, 2 + digit, 20 * (digit + 1))).flat(),
    ),
    { title: 'Mean image per digit', valueTitle: 'mean ink (0–255)', captions: [...'0123456789'] },
  ),
  imageGridDiverging: imageGrid(ndarray([2, 8, 8], [...blob(8, 2, 1), ...blob(8, 2, -2)]), {
    valueTitle: 'weight',
    captions: ['step 0', 'step 9'],
  }),
  filtersGrid: filtersGrid(ndarray([5, 5, 1, 16], normals(400)), { title: 'First filters' }),
  filtersGridChannels: filtersGrid(ndarray([3, 3, 2, 4], normals(72)), {}),
  lossSurface: lossSurface(bowl, {
    title: 'Downhill',
    x: { title: 'w', range: [-2, 4] },
    y: { title: 'b', range: [-2, 2] },
    gradient: slope,
    path: descend([-1.5, 1.5], 12, 0.12),
  }),
  confusionHeatmap: confusionHeatmap(
    [
      [98, 2, 0],
      [1, 80, 4],
      [0, 0, 99],
    ],
    { title: 'Confusion' },
  ),
  digitsGrid: digitsGrid(
    {
      images: Uint8Array.from(Array.from({ length: 4 }, (_, i) => blob(28, 3 + i, 255)).flat()),
      labels: Uint8Array.of(5, 0, 4, 1),
      count: 4,
      height: 28,
      width: 28,
      classes: 10,
    },
    { title: 'Digits' },
  ),
  featureMapWalk: featureMapWalk(
    {
      images: Uint8Array.from(blob(28, 4, 255)),
      labels: Uint8Array.of(),
      count: 1,
      height: 28,
      width: 28,
      classes: 10,
    },
    [
      { layer: 'conv', activations: interleaved(14, [1, 2, 3, 4, 5, 6]) },
      { layer: 'pool', activations: interleaved(7, [1, 2, 3, 4, 5, 6]) },
      { layer: 'dense', activations: ndarray([1, 80], blob(80, 20, 3).slice(3160, 3240)) },
      { layer: 'logits', activations: ndarray([1, 4], [-1.5, 0.25, 3, -0.5]) },
    ],
    { title: 'A walk', channels: 4 },
  ),
  reliabilityDiagram: reliabilityDiagram(
    [
      { name: 'timid', calibration: calibration(...claims(0.7)) },
      { name: 'honest', calibration: calibration(...claims(1)) },
    ],
    { title: 'Reliability' },
  ),
};
