/**
 * Image and output side by side, in the backward view the gradients on their way, and a sentence below.
 * Flow: settings → **view** (pool, poolGradient → maps → explanation) → stepper.
 */
import { slidingWindow } from '../../../../layers/slidingWindow';
import { type NdArray, ndarray } from '../../../../types/ndarray';
import { element } from '../element';
import { greyShades, signedShades } from '../shade';
import { createInputMap } from '../window/inputMap';
import type { Progress } from '../window/outputMap';
import { sizeLines } from '../window/sizeText';
import { titled } from '../window/titled';
import { createWalkedMap } from '../window/walkedMap';
import { explain } from './explain';
import { patchAt } from './patch';
import { type PoolingSettings, pool, poolGradient } from './settings';

export interface PoolingView {
  readonly nodes: readonly Node[];
  readonly progress: Progress;
  stop(): void;
}

/**
 * @param image `[1, height, width, 1]`, large enough for the window.
 * @param progress where the reader was in an earlier view.
 */
export function createPoolingView(
  image: NdArray,
  settings: PoolingSettings,
  progress: Progress | undefined,
  say: (text: string) => void,
): PoolingView {
  const [, height, width] = image.shape as [number, number, number, number];
  const { poolSize, kind, direction } = settings;
  const axes = slidingWindow(`${kind} pooling`, [height, width], [poolSize, poolSize], settings);
  const [rows, columns] = [axes[0].output, axes[1].output];
  const isBackward = direction === 'backward';
  const values = isBackward ? upstreamOf(rows * columns) : pool(image, settings).data;
  const input = createInputMap({
    axes,
    label: `Input, ${height} by ${width}`,
    shades: greyShades,
    paddingText: '',
  });
  const passedBack = createInputMap({
    axes,
    label: 'Gradient passed back to the input',
    shades: signedShades,
    paddingText: '',
  });
  const sentence = element('p', { class: 'sum' });
  input.paint(image.data);

  const show = (row: number, column: number) => {
    const patch = patchAt(image, settings, axes, row, column);
    const winner = patch.find(pixel => pixel !== undefined && pixel.share > 0);
    input.frameAt(row, column);
    if (kind === 'max' && winner) input.ring(winner.row, winner.column);
    if (isBackward) {
      const { filled } = walked.map.progress;
      const arrived = ndarray(
        [1, rows, columns, 1],
        values.map((value, place) => (filled.has(place) ? value : 0)),
      );
      passedBack.paint(poolGradient(arrived, image, settings).data);
      passedBack.frameAt(row, column);
    }
    sentence.textContent = explain(patch, settings, values[row * columns + column]!);
    if (!walked.player.isPlaying) say(`Output row ${row + 1}, column ${column + 1}: ${sentence.textContent}`);
  };
  const walked = createWalkedMap(isBackward ? 'Gradient that arrives' : 'Output', {
    rows,
    columns,
    values,
    shades: isBackward ? signedShades : greyShades,
    progress,
    onSelect: show,
  });
  walked.map.begin();
  return {
    nodes: [
      element('div', { class: 'stage' }, [
        titled('Input', [input.node]),
        walked.node,
        ...(isBackward ? [titled('Gradient passed back so far', [passedBack.node])] : []),
      ]),
      sentence,
      ...sizeLines(axes).map(line => element('p', { class: 'note' }, [line])),
    ],
    get progress() {
      return walked.map.progress;
    },
    stop: walked.player.stop,
  };
}

/** A gradient in which every output can be recognised: 1, 2, 3, … */
function upstreamOf(count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, place) => place + 1);
}
