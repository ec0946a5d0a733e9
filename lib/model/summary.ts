/**
 * A network on one page: what each layer makes of the shape, what it has to learn, how far it sees.
 * Flow: tf.LayersModel → **summary** → a lesson's cell, a README.
 */
import { receptiveField } from '../layers/receptiveField';
import type { tf } from '../tensorflow/tf';

type Layer = tf.layers.Layer;
type Window = Parameters<typeof receptiveField>[0][number];

const HEAD = ['layer', 'output shape', 'parameters', 'sees'];

/**
 * One line per layer: name and kind, shape of one example after it, parameters, and receptive field: how many pixels of
 * the image, height × width, one of its numbers depends on. The last line has the sum of the parameters.
 *
 * @param model a chain of layers (`tf.sequential`), or any model that runs its layers one after another.
 * @returns lines of text, for a fixed-width font.
 * @example console.log(summary(digitNet({ seed: 1 })))
 * @see Used in notebooks/10-tensorflow.
 */
export function summary(model: tf.LayersModel): string {
  const windows: Window[] = [];
  let whole = false;
  const rows = model.layers.map(layer => {
    whole ||= seesAll(layer);
    windows.push(...windowOf(layer));
    const shape = (layer.outputShape as (number | null)[]).slice(1).join(' × ');
    const sees = whole ? 'all' : receptiveField(windows).join(' × ');
    return [`${layer.name} (${layer.getClassName()})`, shape, grouped(layer.countParams()), sees];
  });
  const fixed = model.nonTrainableWeights.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  const note = fixed > 0 ? ` (${grouped(fixed)} of them not trained)` : '';
  const widths = HEAD.map((title, column) =>
    Math.max(...[HEAD, ...rows].map(row => row[column]!.length), title.length),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 2 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join('  ')
      .trimEnd();
  const rule = widths.map(width => '─'.repeat(width)).join('  ');
  return [
    line(HEAD),
    rule,
    ...rows.map(line),
    rule,
    `${grouped(model.countParams())} parameters${note}`,
  ].join('\n');
}

/** Whether every number after the layer depends on every number before it. */
function seesAll(layer: Layer): boolean {
  return /^(Dense|Global)/.test(layer.getClassName());
}

/** How a layer widens the view, in the words of `receptiveField`. */
function windowOf(layer: Layer): Window[] {
  const { kernelSize, poolSize, strides, dilationRate } = layer.getConfig() as Partial<
    Record<string, [number, number]>
  >;
  if (kernelSize) {
    const dilations = dilationRate ?? 1;
    return [{ type: 'conv2d', filters: 1, kernelSize, strides: strides ?? 1, dilations }];
  }
  return poolSize ? [{ type: 'maxPool2d', poolSize, strides: strides ?? poolSize }] : [];
}

function sizeOf(shape: readonly (number | null)[]): number {
  return shape.reduce<number>((product, size) => product * (size ?? 1), 1);
}

/** A whole number in groups of three. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ' ');
}
