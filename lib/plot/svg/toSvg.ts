/**
 * Figures as static pictures, drawn by plotly itself, aside from the work of this thread.
 * Flow: Figure → **toSvg** → worker (plotlyWindow → tidySvg) → SVG text.
 */
import { Worker } from 'node:worker_threads';
import type { Figure } from '../figure';
import { plainJson } from '../plainJson';

/** What goes to the worker and what comes back; `id` pairs them. */
export interface SvgRequest {
  readonly id: number;
  readonly figure: Pick<Figure, 'data' | 'layout' | 'alt'>;
}
export type SvgReply = { readonly id: number } & ({ readonly svg: string } | { readonly error: string });

/** Traces drawn by WebGL, which only a browser has: plotly would wait for it, or leave them out. */
const WEBGL =
  /gl$|3d$|^(surface|cone|streamtube|volume|isosurface|parcoords|splom|scattermap|densitymap|choroplethmap)$/;

/** Generous: a figure takes about 0.2 s, the first one 3 s. */
const TIME_LIMIT = 60_000;

interface Painter {
  readonly worker: Worker;
  readonly waiting: Map<number, { resolve(svg: string): void; reject(error: Error): void }>;
}

let painter: Painter | undefined;
let requests = 0;

/**
 * Draws a figure as SVG with a transparent background and the description inside.
 *
 * Plotly and a page for it are loaded once, in a worker thread: 2–3 s for the first figure, then 0.1–0.4 s each,
 * while this thread stays free. The same figure always gives the same text. The drawing is `layout.width` wide
 * (640 if not given) and `layout.height` high (360). Text is measured by a table of average letter widths.
 *
 * @throws Error if plotly refuses the figure, or could only draw it in a browser (WebGL and 3-D traces).
 * @example (await toSvg(figure)).startsWith('<svg') // true
 */
export async function toSvg(figure: Figure): Promise<string> {
  const webgl = figure.data.find(({ type }) => WEBGL.test(type));
  if (webgl) throw new Error(`toSvg: a trace of type ${webgl.type} can only be drawn in a browser`);
  painter ??= startPainter();
  const { worker, waiting } = painter;
  requests += 1;
  const id = requests;
  const drawn = new Promise<string>((resolve, reject) => waiting.set(id, { resolve, reject }));
  const tooLate = new Error(`toSvg: not drawn after ${TIME_LIMIT / 1000} s: "${figure.alt}"`);
  const timer = setTimeout(stopPainter, TIME_LIMIT, tooLate);
  worker.ref();
  const { data, layout, alt } = figure;
  worker.postMessage({ id, figure: plainJson({ data, layout, alt }) } satisfies SvgRequest);
  return drawn.finally(() => {
    clearTimeout(timer);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref(); // an idle worker keeps no script alive
  });
}

function startPainter(): Painter {
  const program = require.resolve('./worker');
  // Run from source, as the tests do, the worker needs a compiler of its own.
  const worker = new Worker(program, program.endsWith('.ts') ? { execArgv: ['--require', 'tsx/cjs'] } : {});
  const waiting: Painter['waiting'] = new Map();
  worker.on('message', (reply: SvgReply) => {
    const request = waiting.get(reply.id);
    if ('svg' in reply) request?.resolve(reply.svg);
    else request?.reject(new Error(`toSvg: plotly could not draw the figure: ${reply.error}`));
  });
  worker.on('error', stopPainter);
  return { worker, waiting };
}

/** Fails whatever is being drawn; the next figure gets a fresh worker. */
function stopPainter(error: Error): void {
  const stopped = painter;
  painter = undefined;
  for (const request of [...(stopped?.waiting.values() ?? [])]) request.reject(error);
  void stopped?.worker.terminate();
}
