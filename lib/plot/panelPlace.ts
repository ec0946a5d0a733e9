/**
 * Where a panel lies among others, in rows and columns.
 * Flow: linePanels → **panelPlace** → plotly's domains and annotations.
 */
import type { Layout } from './figure';
import { plotText } from './theme';

/** A part of the whole figure, each side in [0, 1]. */
export interface PanelPlace {
  readonly x: readonly [left: number, right: number];
  readonly y: readonly [bottom: number, top: number];
}

/** Between panels, as parts of a row or column. */
const GAP = { x: 0.24, y: 0.36 };

/** Where panel `index` lies: left to right, then down. */
export function panelPlace(index: number, columns: number, rows: number): PanelPlace {
  const [beside, below] = [GAP.x / columns, GAP.y / rows];
  const [width, height] = [(1 - beside * (columns - 1)) / columns, (1 - below * (rows - 1)) / rows];
  const left = (index % columns) * (width + beside);
  const bottom = (rows - 1 - Math.floor(index / columns)) * (height + below);
  return { x: [left, left + width], y: [bottom, bottom + height] };
}

/** A title above its panel, as plotly's annotation: beside it, there is no room. */
export function panelTitle(text: string, { x, y }: PanelPlace): Layout {
  return {
    text: plotText(text),
    ...{
      x: x[0],
      xref: 'paper',
      xanchor: 'left',
      y: y[1],
      yref: 'paper',
      yanchor: 'bottom',
      showarrow: false,
    },
  };
}
