/**
 * Walks over all places of a map, step by step or by itself.
 * Flow: buttons, a timer → **player** → output map.
 */
import { button } from '../controls';

/** What a player walks on: an output map. */
export interface Walkable {
  readonly count: number;
  /** Moves on by so many places in reading order; says whether there was one. */
  go(steps: number): boolean;
  restart(): void;
}

export interface Player {
  readonly buttons: readonly Node[];
  readonly isPlaying: boolean;
  stop(): void;
}

/** The longest and the shortest time at one place, and how long a whole walk should take, in ms. */
const SLOWEST = 700;
const FASTEST = 20;
const WALK = 15_000;

export function createPlayer(map: Walkable): Player {
  let timer: number | undefined;
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    play.textContent = 'Play';
  };
  const step = (steps: number) => () => {
    stop();
    map.go(steps);
  };
  const next = () => {
    if (!play.isConnected || !map.go(1)) stop();
  };
  const play = button('Play', () => {
    if (timer !== undefined) return stop();
    play.textContent = 'Pause';
    timer = setInterval(next, Math.min(SLOWEST, Math.max(FASTEST, WALK / map.count)));
    if (!map.go(1)) map.restart();
  });
  return {
    buttons: [button('Back', step(-1)), button('Step', step(1)), play],
    get isPlaying() {
      return timer !== undefined;
    },
    stop,
  };
}
