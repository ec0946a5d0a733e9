/**
 * The output of a sliding window, filled in as its places are visited.
 * Flow: output values, the reader's steps → **output map** → steppers.
 */
import { createCellGrid } from '../cellGrid';
import { numberText, shortText } from '../numberText';
import type { Shade } from '../shade';
import type { Walkable } from './player';

export interface OutputMapOptions {
  readonly rows: number;
  readonly columns: number;
  /** Row by row. */
  readonly values: ArrayLike<number>;
  readonly shade: (value: number, values: ArrayLike<number>) => Shade;
  /** Called when a place is chosen, by whatever means, and when the values have changed. */
  readonly onSelect: (row: number, column: number) => void;
  /** Called before that when pointer or keyboard chose it. */
  readonly onHand: () => void;
}

export interface OutputMap extends Walkable {
  readonly node: HTMLElement;
  readonly isFull: boolean;
  /** As many values as before. */
  setValues(values: ArrayLike<number>): void;
  fill(): void;
  /** Empties all places but the chosen one. */
  clear(): void;
}

const EMPTY: Shade = { background: 'var(--page)', ink: 'var(--ink)' };

/** No place is chosen before `restart`. */
export function createOutputMap(options: OutputMapOptions): OutputMap {
  const { rows, columns, shade, onSelect, onHand } = options;
  const count = rows * columns;
  const filled = new Set<number>();
  let values = options.values;
  let chosen = 0;
  const grid = createCellGrid({
    rows,
    columns,
    label: `Output, ${rows} by ${columns}. The arrow keys move the window.`,
    onSelect: (row, column) => {
      onHand();
      choose(row * columns + column);
    },
  });
  const paint = (place: number) => {
    const [row, column] = [Math.floor(place / columns), place % columns];
    const name = `row ${row + 1}, column ${column + 1}`;
    const value = values[place]!;
    if (!filled.has(place)) grid.paint(row, column, EMPTY, '', `${name}: empty`);
    else grid.paint(row, column, shade(value, values), shortText(value), `${name}: ${numberText(value)}`);
  };
  const paintAll = () => {
    for (let place = 0; place < count; place++) paint(place);
  };
  const choose = (place: number) => {
    const [row, column] = [Math.floor(place / columns), place % columns];
    chosen = place;
    filled.add(place);
    paint(place);
    grid.mark('chosen', row, column);
    grid.select(row, column);
    onSelect(row, column);
  };
  paintAll();
  return {
    node: grid.node,
    count,
    get isFull() {
      return filled.size === count;
    },
    go: steps => {
      const next = chosen + steps;
      if (next < 0 || next >= count) return false;
      choose(next);
      return true;
    },
    restart: () => choose(0),
    setValues: next => {
      values = next;
      paintAll();
      choose(chosen);
    },
    fill: () => {
      for (let place = 0; place < count; place++) filled.add(place);
      paintAll();
    },
    clear: () => {
      filled.clear();
      filled.add(chosen);
      paintAll();
    },
  };
}
