/**
 * Figures, interactives and pictures into the notebook; the door to Jupyter for everything that displays.
 * Flow: Figure, Interactive, Picture → **show** → Jupyter kernel → JupyterLab (interactive), code hosts and books (static picture).
 */
import type { Figure, FigureTable } from './figure';
import type { Interactive } from './interactives/interactive';
import { interactiveHtml } from './interactives/interactiveHtml';
import { pageScript } from './interactives/pageScript';
import type { Picture } from './picture';
import { plainJson } from './plainJson';
import { toSvg } from './svg/toSvg';
import { detailsHtml } from './tableHtml';

/** One output in several forms, by MIME type; whoever displays it picks the best it knows. */
export interface DisplayBundle {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** What the course's kernel offers to the code that runs in it. */
export interface JupyterKernel {
  /** Aborted when the running cell is interrupted. */
  readonly interruptSignal: AbortSignal;
  /** Adds an output to the running cell, or replaces the one that was shown under the same id. */
  display(bundle: DisplayBundle, displayId: string, update: boolean): void;
  /** Keeps the cell running until the promise settles; a rejection fails the cell. */
  waitFor(promise: Promise<unknown>): void;
}

/** The kernel this code runs in, or `undefined` in a plain script. */
export function jupyterKernel(): JupyterKernel | undefined {
  return (globalThis as { [key: symbol]: unknown })[Symbol.for('digits-cnn.kernel')] as
    | JupyterKernel
    | undefined;
}

let displays = 0;

/** A name for a new output, unlike any other of this process. */
export function newDisplayId(): string {
  displays += 1;
  return `digits-cnn-${process.pid}-${displays}`;
}

/**
 * Shows a figure under the running cell: at once as an interactive plot; a moment later the same output also
 * holds the figure as a static picture, for code hosts, books and exports. A figure's table follows below it.
 *
 * The cell stays busy until the picture is drawn (2–3 s for a notebook's first figure, then a fraction of one), so
 * nothing needs to be awaited. Outside a notebook the figure's description is printed instead.
 *
 * An interactive is shown whole and at once, its picture within; a picture as it is.
 *
 * @param write receives that description; standard output when not given.
 * @throws Error if the library has been built without the interactive's page.
 * @example show(lineChart([{ name: 'loss', y: [2.3, 0.4] }], { xTitle: 'epoch', yTitle: 'loss' }))
 * @example show(convolutionStepper())
 * @see Used in notebooks/00-start-here.
 */
export function show(
  figure: Figure | Interactive | Picture,
  write: (text: string) => void = text => process.stdout.write(text),
): void {
  const kernel = jupyterKernel();
  if (kernel === undefined) {
    write(`${figure.alt}\n`);
    return;
  }
  const displayId = newDisplayId();
  if ('page' in figure) {
    kernel.display(interactiveBundle(figure), displayId, false);
    return;
  }
  if ('svg' in figure) {
    kernel.display(pictureBundle(figure), displayId, false);
    if (figure.table !== undefined) showTable(kernel, figure.table);
    return;
  }
  kernel.display(figureBundle(figure), displayId, false);
  if (figure.table !== undefined) showTable(kernel, figure.table);
  kernel.waitFor(toSvg(figure).then(svg => kernel.display(figureBundle(figure, svg), displayId, true)));
}

/** Only HTML carries a script; the picture is part of it. */
function interactiveBundle(interactive: Interactive): DisplayBundle {
  const html = interactiveHtml(interactive, pageScript(interactive.page));
  return { data: { 'text/html': html, 'text/plain': interactive.alt }, metadata: {} };
}

function pictureBundle({ svg, alt }: Picture): DisplayBundle {
  return { data: { 'image/svg+xml': svg, 'text/plain': alt }, metadata: { 'image/svg+xml': { alt } } };
}

/** An output of its own: within the figure's, a code host would show the table instead of the picture. */
export function showTable(kernel: JupyterKernel, table: FigureTable): void {
  const data = { 'text/html': detailsHtml(table), 'text/plain': '(the numbers, as a table)' };
  kernel.display({ data, metadata: {} }, newDisplayId(), false);
}

/**
 * The figure in every form it has. No `text/html` and no `image/png` among them: a code host would prefer the
 * one, JupyterLab the other, to the picture and the plot.
 */
export function figureBundle(figure: Figure, svg?: string): DisplayBundle {
  const { data, layout, alt } = figure;
  return {
    data: {
      'application/vnd.plotly.v1+json': plainJson({
        data,
        layout,
        config: { displaylogo: false, responsive: true },
      }),
      ...(svg === undefined ? {} : { 'image/svg+xml': svg }),
      'text/plain': alt,
    },
    metadata: svg === undefined ? {} : { 'image/svg+xml': { alt } },
  };
}
