/**
 * The worker thread's program: draws one figure after the other.
 * Flow: toSvg → **worker** → plotlyWindow → tidySvg → toSvg.
 */
import { parentPort } from 'node:worker_threads';
import { openPlotlyWindow } from './plotlyWindow';
import { tidySvg } from './tidySvg';
import type { SvgReply, SvgRequest } from './toSvg';

const draw = openPlotlyWindow();
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', ({ id, figure }: SvgRequest) => {
  // One at a time: each figure seeds the page's random numbers.
  last = last
    .then(() => draw(figure))
    .then(
      svg => ({ id, svg: tidySvg(svg, figure.alt) }),
      error => ({ id, error: error instanceof Error ? error.message : String(error) }),
    )
    .then((reply: SvgReply) => parentPort?.postMessage(reply));
});
