/**
 * An output map with the buttons to walk over it.
 * Flow: output map, player → **walked map** → steppers.
 */
import { button } from '../controls';
import { element } from '../element';
import { createOutputMap, type OutputMap, type OutputMapOptions } from './outputMap';
import { createPlayer, type Player } from './player';

export interface WalkedMap {
  readonly node: HTMLElement;
  readonly map: OutputMap;
  readonly player: Player;
}

/** @param isFull begins with all places filled in. */
export function createWalkedMap(
  title: string,
  isFull: boolean,
  options: Omit<OutputMapOptions, 'onHand'>,
): WalkedMap {
  const map = createOutputMap({ ...options, onHand: () => player.stop() });
  const player = createPlayer(map);
  if (isFull) map.fill();
  const buttons = [...player.buttons, button('Fill', map.fill), button('Clear', map.clear)];
  const node = element('div', {}, [
    element('p', { class: 'title' }, [title]),
    map.node,
    element('div', { class: 'buttons' }, buttons),
  ]);
  return { node, map, player };
}
