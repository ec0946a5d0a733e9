/**
 * The output of a sliding window, filled in as its places are visited.
 * Flow: output values, the reader's steps → **output map** → steppers.
 */
import { numberText, shortText } from '../../numberText';
import { createCellGrid } from '../cellGrid';
import type { Shade, Shades } from '../shade';
import type { Walkable } from './player';

/** Where the reader has been, and is. Places are counted row by row. */
export interface Progress {
  readonly count: number;
  readonly chosen: number;
  readonly filled: ReadonlySet<number>;
}

export interface OutputMapOptions {
  readonly rows: number;
  readonly columns: number;
  /** Row by row. */
  readonly values: ArrayLike<number>;
  readonly shades: (values: ArrayLike<number>) => Shades;
  /** Of an earlier map: what fits the new one is taken over. */
  readonly progress: Progress | undefined;
  /** Called when a place is chosen, by whatever means, and when values or filled places have changed. */
  readonly onSelect: (row: number, column: number) => void;
  /** Called before that when pointer or keyboard chose it. */
  readonly onHand: () => void;
}

export interface OutputMap extends Walkable {
  readonly node: HTMLElement;
  readonly progress: Progress;
  /** Chooses the first place, or the one where an earlier map was. */
  begin(): void;
  /** As many values as before. */
  setValues(values: ArrayLike<number>): void;
  fill(): void;
  /** Empties all places but the chosen one. */
  clear(): void;
}

const EMPTY: Shade = { background: 'var(--page)', ink: 'var(--ink)' };

/** No place is chosen before `begin`. */
export function createOutputMap(options: OutputMapOptions): OutputMap {
  const { rows, columns, onSelect, onHand } = options;
  const count = rows * columns;
  const places = Array.from({ length: count }, (_, place) => place);
  let progress = takenOver(options.progress, places);
  let values = options.values;
  const grid = createCellGrid({
    rows,
    columns,
    label: `Output, ${rows} by ${columns}. The arrow keys move the window.`,
    onSelect: (row, column) => {
      onHand();
      choose(row * columns + column);
    },
  });
  const paint = (place: number, shades: Shades) => {
    const [row, column] = [Math.floor(place / columns), place % columns];
    const name = `row ${row + 1}, column ${column + 1}`;
    const value = values[place]!;
    if (!progress.filled.has(place)) grid.paint(row, column, EMPTY, '', `${name}: empty`);
    else grid.paint(row, column, shades(value), shortText(value), `${name}: ${numberText(value)}`);
  };
  const choose = (place: number) => {
    const [row, column] = [Math.floor(place / columns), place % columns];
    progress = { count, chosen: place, filled: new Set([...progress.filled, place]) };
    paint(place, options.shades(values));
    grid.mark('chosen', row, column);
    grid.select(row, column);
    onSelect(row, column);
  };
  const repaint = () => {
    const shades = options.shades(values);
    for (const place of places) paint(place, shades);
    choose(progress.chosen);
  };
  const setFilled = (filled: readonly number[]) => {
    progress = { ...progress, filled: new Set(filled) };
    repaint();
  };
  return {
    node: grid.node,
    count,
    get progress() {
      return progress;
    },
    begin: repaint,
    go: steps => {
      const next = progress.chosen + steps;
      if (next < 0 || next >= count) return false;
      choose(next);
      return true;
    },
    restart: () => choose(0),
    setValues: next => {
      values = next;
      repaint();
    },
    fill: () => setFilled(places),
    clear: () => setFilled([]),
  };
}

/** A map of the same size goes on where the last one was; a full one stays full. */
function takenOver(last: Progress | undefined, places: readonly number[]): Progress {
  const count = places.length;
  if (last?.count === count) return last;
  const isFull = last !== undefined && last.filled.size === last.count;
  return { count, chosen: 0, filled: new Set(isFull ? places : []) };
}
