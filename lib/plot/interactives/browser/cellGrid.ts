/**
 * Numbers as a grid of squares: a picture, or a map to walk on by mouse, finger and keyboard.
 * Flow: shade, numberText → **cell grid** → pages.
 */
import { MOST_WRITTEN_COLUMNS } from '../numberText';
import type { CellBox } from '../windowCells';
import { element } from './element';
import { afterKey } from './gridKeys';
import type { Shade } from './shade';

export interface CellGridOptions {
  readonly rows: number;
  readonly columns: number;
  /** What the grid is, for those who listen. */
  readonly label: string;
  /** Makes it a map to walk on: called when the pointer or the focus comes to a cell. */
  readonly onSelect?: (row: number, column: number) => void;
}

export interface CellGrid {
  readonly node: HTMLElement;
  /** Text and colours of one cell; `label` is what a listener hears instead of the text. */
  paint(row: number, column: number, shade: Shade, text: string, label?: string): void;
  /** Puts a class on one cell and takes it from all others. */
  mark(className: string, row: number, column: number): void;
  /** Draws a frame around a part of the grid. */
  frame(box: CellBox): void;
  /** Makes a cell the one that the Tab key comes to; it gets the focus if another cell has it. */
  select(row: number, column: number): void;
}

export function createCellGrid({ rows, columns, label, onSelect }: CellGridOptions): CellGrid {
  const cells = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () =>
      element('div', { class: 'cell', ...(onSelect ? { role: 'gridcell', tabindex: -1 } : {}) }),
    ),
  );
  const frame = element('div', { class: 'frame', hidden: true });
  const isDense = columns > MOST_WRITTEN_COLUMNS;
  const role = onSelect ? 'grid' : 'img';
  const node = element(
    'div',
    { class: `cells ${isDense ? 'dense' : ''} ${columns > 8 ? 'tight' : ''}`, role, 'aria-label': label },
    [
      ...cells.map(row => element('div', { class: 'cells-row', ...(onSelect ? { role: 'row' } : {}) }, row)),
      frame,
    ],
  );
  node.style.setProperty('--columns', String(columns));
  let tabStop = cells[0]?.[0];
  if (onSelect) {
    tabStop?.setAttribute('tabindex', '0');
    walkOn(node, cells, onSelect);
  }
  return {
    node,
    paint: (row, column, { background, ink }, text, label) => {
      const cell = cells[row]![column]!;
      cell.style.background = background;
      cell.style.color = ink;
      cell.textContent = isDense ? '' : text;
      if (label !== undefined) cell.setAttribute('aria-label', label);
    },
    mark: (className, row, column) => {
      for (const cell of node.querySelectorAll(`.${className}`)) cell.classList.remove(className);
      cells[row]![column]!.classList.add(className);
    },
    frame: box => {
      frame.hidden = false;
      frame.style.top = `${(100 * box.top) / rows}%`;
      frame.style.left = `${(100 * box.left) / columns}%`;
      frame.style.height = `${(100 * box.height) / rows}%`;
      frame.style.width = `${(100 * box.width) / columns}%`;
    },
    select: (row, column) => {
      const cell = cells[row]![column]!;
      const hadFocus = tabStop?.matches(':focus') ?? false;
      tabStop?.setAttribute('tabindex', '-1');
      cell.setAttribute('tabindex', '0');
      tabStop = cell;
      if (hadFocus) cell.focus();
    },
  };
}

/** Pointer and arrow keys come to a cell. */
function walkOn(
  node: HTMLElement,
  cells: readonly (readonly HTMLElement[])[],
  onSelect: (row: number, column: number) => void,
): void {
  const placeOf = (target: EventTarget | null): readonly [row: number, column: number] | undefined => {
    const row = cells.findIndex(row => row.includes(target as HTMLElement));
    return row < 0 ? undefined : [row, cells[row]!.indexOf(target as HTMLElement)];
  };
  let last: EventTarget | null = null;
  const comeTo = ({ target }: Event) => {
    const place = placeOf(target);
    if (place && target !== last) onSelect(...place);
    last = target;
  };
  // Not `pointerover`: it also comes when the page scrolls below a pointer that lies still.
  node.addEventListener('pointermove', comeTo);
  node.addEventListener('pointerdown', comeTo);
  node.addEventListener('focusin', comeTo);
  node.addEventListener('keydown', event => {
    const place = placeOf(event.target);
    const next = place && afterKey(event, place, [cells.length, cells[0]!.length]);
    if (next === undefined) return;
    event.preventDefault();
    cells[next[0]]![next[1]]!.focus();
  });
}
