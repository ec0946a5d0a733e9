/**
 * What an interactive is: the page that brings it to life, the data it gets, and the picture that stands for it
 * where scripts may not run.
 * Flow: builders (`convolutionStepper`, …) → **Interactive** → `show`.
 */
import type { FigureTable } from '../figure';

/** Something to try out in a notebook, an exported page or a saved file. It needs neither kernel nor network. */
export interface Interactive {
  /** A file of `browser/pages`, without its extension. */
  readonly page: string;
  /** What the page starts from; it reaches it as JSON. */
  readonly data: unknown;
  /** The static picture, as SVG. */
  readonly picture: string;
  /** What the picture shows, in one or two sentences, for a reader who does not see it. Plain text. */
  readonly alt: string;
  readonly table?: FigureTable;
}
