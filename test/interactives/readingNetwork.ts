/** A small network that reads: trained by trainReadingNetwork.ts, 98.6 % of the test digits. And digits for it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WeightedLayer } from '../../lib/layers/weightedLayer';
import type { DrawingPadOptions } from '../../lib/plot/interactives/drawingPad';
import { readDrawingPadData } from '../../lib/plot/interactives/drawingPadData';

const rows = readFileSync('data/sample.csv', 'utf8').trimEnd().split('\n').slice(1, 4);
const numbers = rows.map(row => row.split(',').map(Number));

/** The first three digits of the sample. */
const digits: DrawingPadOptions['digits'] = {
  images: Uint8Array.from(numbers.flatMap(row => row.slice(1))),
  labels: Uint8Array.from(numbers, row => row[0]!),
  count: rows.length,
  height: 28,
  width: 28,
  classes: 10,
};

export const readingLayers = readDrawingPadData({
  layers: JSON.parse(readFileSync(join(__dirname, 'readingNetwork.json'), 'utf8')),
  scaling: { mean: 0, standardDeviation: 1 },
  digits: { ...digits, images: '', labels: '' },
}).layers as readonly WeightedLayer[];

export const padOptions: DrawingPadOptions = { network: { layers: readingLayers }, digits };
