/**
 * The weights as a picture to paint on, by pointer and by keyboard.
 * Flow: pointer, keys → **weight painter** → neuron.
 */
import { numberText } from '../../numberText';
import { createCellGrid } from '../cellGrid';
import { signedShades } from '../shade';

export interface WeightPainterOptions {
  readonly rows: number;
  readonly columns: number;
  /** Called when pointer or keyboard comes to a weight. */
  readonly onSelect: (row: number, column: number) => void;
  /** Called when a weight is touched with the brush. */
  readonly onPaint: (row: number, column: number) => void;
}

export interface WeightPainter {
  readonly node: HTMLElement;
  setWeights(weights: readonly number[]): void;
  choose(row: number, column: number): void;
}

export function createWeightPainter(options: WeightPainterOptions): WeightPainter {
  const { rows, columns, onSelect, onPaint } = options;
  let place: readonly [row: number, column: number] = [0, 0];
  const grid = createCellGrid({
    rows,
    columns,
    label: `Weights, ${rows} by ${columns}. The arrow keys walk over them, the space bar paints.`,
    onSelect,
  });
  let touched = -1;
  const paint = (event: PointerEvent) => {
    if (event.buttons !== 1) return;
    // A finger keeps sending its events to where it came down, so its place tells which weight it touches.
    const area = grid.node.getBoundingClientRect();
    const row = Math.floor((rows * (event.clientY - area.top)) / area.height);
    const column = Math.floor((columns * (event.clientX - area.left)) / area.width);
    const isInside = row >= 0 && row < rows && column >= 0 && column < columns;
    if (!isInside || (event.type === 'pointermove' && touched === row * columns + column)) return;
    touched = row * columns + column;
    onSelect(row, column);
    onPaint(row, column);
  };
  grid.node.classList.add('paintable');
  grid.node.addEventListener('pointerdown', paint);
  grid.node.addEventListener('pointermove', paint);
  grid.node.addEventListener('keydown', event => {
    if (event.key !== ' ') return;
    event.preventDefault();
    onPaint(...place);
  });
  return {
    node: grid.node,
    setWeights: weights => {
      const shades = signedShades(weights);
      weights.forEach((weight, at) => {
        const [row, column] = [Math.floor(at / columns), at % columns];
        grid.paint(row, column, shades(weight), '', `row ${row}, column ${column}: ${numberText(weight)}`);
      });
    },
    choose: (row, column) => {
      place = [row, column];
      grid.mark('chosen', row, column);
      grid.select(row, column);
    },
  };
}
