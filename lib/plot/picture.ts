/**
 * What a picture is: a drawing that is finished, with nothing to try out.
 * Flow: builders (`drawOperations`) → **Picture** → `show`.
 */
import type { FigureTable } from './figure';

/** A drawing that can be shown in a notebook, stored, and read aloud. */
export interface Picture {
  /** As SVG, on a ground of its own, because a picture does not know the page around it. */
  readonly svg: string;
  /** What it shows, in one or two sentences, for a reader who does not see it. Plain text. */
  readonly alt: string;
  readonly table?: FigureTable;
}
