/**
 * A pooling to walk through, forward and backward.
 * Flow: PoolingData → **stepper** (controls → view) → page.
 */
import { ndarray } from '../../../../types/ndarray';
import type { PoolingData, PoolingKind } from '../../poolingData';
import { createAnnouncer } from '../announcer';
import type { Choice } from '../choice';
import { choices } from '../controls';
import { element } from '../element';
import { doesNotFit } from '../window/doesNotFit';
import { windowControls } from '../window/windowControls';
import type { Direction, PoolingSettings } from './settings';
import { createPoolingView, type PoolingView } from './view';

const KINDS: readonly Choice<PoolingKind>[] = [
  ['max', 'max'],
  ['average', 'average'],
];
const SIZES: readonly Choice<string>[] = ['2', '3', '4'].map(size => [size, `${size} × ${size}`]);
const DIRECTIONS: readonly Choice<Direction>[] = [
  ['forward', 'forward: values'],
  ['backward', 'backward: gradients'],
];

/** The parts of the page, from the controls down to the sentence. */
export function createPoolingStepper(data: PoolingData): readonly Node[] {
  const [height, width] = data.image.shape as readonly [number, number];
  const image = ndarray([1, height, width, 1], data.image.data);
  const announcer = createAnnouncer();
  const body = element('div');
  const { kind, poolSize, strides, padding } = data;
  let settings: PoolingSettings = { kind, poolSize, strides, padding, direction: 'forward' };
  let view: PoolingView | undefined;

  const change = (changed: Partial<PoolingSettings>) => {
    settings = { ...settings, ...changed };
    const { poolSize, padding } = settings;
    view?.stop();
    if (padding === 'valid' && poolSize > Math.min(height, width)) {
      view = undefined;
      body.replaceChildren(doesNotFit('window', poolSize, height, width));
      return;
    }
    view = createPoolingView(image, settings, view?.progress, announcer.say);
    body.replaceChildren(...view.nodes);
  };
  change({});
  const controls = [
    choices('Pooling', KINDS, data.kind, kind => change({ kind })).node,
    choices('Window', SIZES, String(data.poolSize), size => change({ poolSize: Number(size) })).node,
    ...windowControls(data, change),
    choices('View', DIRECTIONS, 'forward', direction => change({ direction })).node,
  ];
  return [element('div', { class: 'controls' }, controls), body, announcer.node];
}
