/**
 * A digit's way through a network, layer under layer: from ink to maps, from maps to ten numbers.
 * Flow: featureMaps → **featureMapWalk** (walkRows) → Figure → `show`.
 */
import { checkInteger } from '../check/numbers';
import type { Digits } from '../types/digits';
import { chooseScale, extent } from './colorScale';
import type { Figure, Trace } from './figure';
import { formatNumber } from './formatNumber';
import { plotText, themedLayout } from './theme';
import { type LayerActivations, type WalkPicture, type WalkRow, walkRows } from './walkRows';

/** Which digit `featureMapWalk` follows, and how many maps it shows. */
export interface FeatureMapWalkOptions {
  /** Which digit, 0 when not given. */
  readonly index?: number;
  /** Maps per layer at most, 8 when not given. */
  readonly channels?: number;
  readonly title?: string;
  /** Replaces the description made from the layers. */
  readonly alt?: string;
}

const MARGIN = 8;
const HEADING = 48;

/**
 * The digit, then a row for every layer: its strongest maps (by their sum), or its units as a strip. A layer with as many
 * channels as the one before it, such as a pooling, shows the same channels, each below itself. Every row has a colour
 * scale of its own, from 0 (black) to its largest value (white), which its heading names; where there are
 * negative values, blue for those and orange for positive ones. Up to 16 units have their values written on them.
 *
 * @param digits what went in.
 * @param layers what came out of each layer, first to last; leave out those that you do not want to see.
 * @throws RangeError if there is no layer, one has other axes or not as many digits, `index` is out of range, or
 *   `channels` is no integer ≥ 1.
 * @example featureMapWalk(digits, (await featureMaps(model, digits)).filter(({ layer }) => layer !== 'flatten'))
 * @see Zeiler & Fergus, Visualizing and Understanding Convolutional Networks (2014). Used in notebooks/14-what-it-sees.
 */
export function featureMapWalk(
  digits: Digits,
  layers: readonly LayerActivations[],
  options: FeatureMapWalkOptions = {},
): Figure {
  const { index = 0, channels = 8, title, alt } = options;
  checkInteger('featureMapWalk', 'index', index, 0, digits.count - 1);
  checkInteger('featureMapWalk', 'channels', channels, 1);
  checkLayers(digits, layers);
  const { rows, width, height } = walkRows(digits, layers, { index, channels });
  const top = title === undefined ? MARGIN : HEADING;
  const axis = { visible: false, fixedrange: true };
  return {
    data: [...rows.flatMap(drawRow), headings(rows)],
    layout: themedLayout(title, {
      width: width + 2 * MARGIN,
      height: height + top + MARGIN,
      margin: { l: MARGIN, r: MARGIN, t: top, b: MARGIN, autoexpand: false },
      xaxis: { ...axis, range: [0, width] },
      yaxis: { ...axis, range: [height, 0] },
      hovermode: 'closest',
      showlegend: false,
    }),
    alt:
      alt ?? `A digit on its way through the layers. ${rows.map(({ heading }) => `${heading}.`).join(' ')}`,
    table: {
      columns: ['layer', 'shown', 'smallest', 'mean', 'largest'],
      rows: rows.flatMap(({ name, pictures }) => pictures.map(picture => summary(name, picture))),
    },
  };
}

function checkLayers({ count }: Digits, layers: readonly LayerActivations[]): void {
  if (layers.length === 0) throw new RangeError('featureMapWalk: layers must hold at least one, got none');
  for (const { layer, activations } of layers) {
    const { shape } = activations;
    if ((shape.length === 2 || shape.length === 4) && shape[0] === count) continue;
    throw new RangeError(
      `featureMapWalk: "${layer}" must be [${count}, height, width, channels] or [${count}, units], got [${shape.join(', ')}]`,
    );
  }
}

/** Pictures of one row share a colour scale. */
function drawRow({ pictures }: WalkRow): Trace[] {
  const [low, high] = extent(pictures.flatMap(({ values }) => extent(values)));
  const range = [Math.min(0, low), high > Math.min(0, low) ? high : Math.min(0, low) + 1] as const;
  const scale = chooseScale('featureMapWalk', [], { valueTitle: '', range }, 'ink');
  return pictures.map(({ name, values, rows, columns, left, top, cell, written }) => ({
    type: 'heatmap',
    z: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => shown(values[row * columns + column])),
    ),
    // Plotly places the middle of the first cell.
    x0: left + cell.width / 2,
    dx: cell.width,
    y0: top + cell.height / 2,
    dy: cell.height,
    colorscale: scale.colorscale,
    zmin: scale.zmin,
    zmax: scale.zmax,
    showscale: false,
    hoverongaps: false,
    hovertemplate: `${plotText(name)}: %{z}<extra></extra>`,
    ...(written && {
      text: [Array.from(values, (value, unit) => `${unit}: ${formatNumber(Number(value.toPrecision(2)))}`)],
      texttemplate: '%{text}',
      textfont: { size: 12 },
      xgap: 2,
    }),
  }));
}

/** Three digits of each number are kept; a strip's last row may have cells without a unit. */
function shown(value: number | undefined): number | null {
  return value === undefined ? null : Number(value.toPrecision(3));
}

function headings(rows: readonly WalkRow[]): Trace {
  return {
    type: 'scatter',
    mode: 'text',
    x: rows.map(() => 0),
    y: rows.map(({ headingY }) => headingY),
    text: rows.map(({ heading }) => plotText(heading)),
    textposition: 'middle right',
    hoverinfo: 'skip',
  };
}

function summary(row: string, { name, values }: WalkPicture): readonly (string | number)[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [low, high] = extent(values);
  return [row, name, ...[low, mean, high].map(value => Number(value.toPrecision(4)))];
}
