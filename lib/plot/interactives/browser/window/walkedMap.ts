/**
 * An output map with the buttons to walk over it.
 * Flow: output map, player → **walked map** → steppers.
 */
import { button } from '../controls';
import { element } from '../element';
import { createOutputMap, type OutputMap, type OutputMapOptions } from './outputMap';
import { createPlayer, type Player } from './player';
import { titled } from './titled';

export interface WalkedMap {
  readonly node: HTMLElement;
  readonly map: OutputMap;
  readonly player: Player;
}

/** No place is chosen before `map.begin`. */
export function createWalkedMap(title: string, options: Omit<OutputMapOptions, 'onHand'>): WalkedMap {
  const map = createOutputMap({ ...options, onHand: () => player.stop() });
  const player = createPlayer(map);
  const buttons = [...player.buttons, button('Fill', map.fill), button('Clear', map.clear)];
  const node = titled(title, [map.node, element('div', { class: 'buttons' }, buttons)]);
  return { node, map, player };
}
