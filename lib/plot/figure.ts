/**
 * What a figure is: plain data, drawn by whoever receives it.
 * Flow: builders (`lineChart`, `barChart`, …) → **Figure** → `show`, `toSvg`.
 */

/** One set of marks as plotly knows it: `{ type: 'scatter', x: […], y: […] }`. */
export interface Trace {
  readonly type: string;
  readonly [option: string]: unknown;
}

/** Plotly's layout: title, axes, margins, … */
export interface Layout {
  readonly [option: string]: unknown;
}

/** The numbers of a figure, for those who cannot see it or want to look one up. */
export interface FigureTable {
  readonly columns: readonly string[];
  /** One array per row, as long as `columns`. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A figure that can be shown in a notebook, stored, and read aloud. */
export interface Figure {
  readonly data: readonly Trace[];
  readonly layout: Layout;
  /** What the figure shows, in one or two sentences, for a reader who does not see it. Plain text. */
  readonly alt: string;
  readonly table?: FigureTable;
}
