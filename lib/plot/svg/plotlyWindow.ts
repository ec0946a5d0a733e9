/**
 * Plotly in a page without a browser: jsdom, plus what jsdom leaves out and plotly asks for.
 * Flow: worker → **plotlyWindow** (svgBox, canvas) → raw SVG.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRandom } from '../../random/random';
import type { Figure } from '../figure';
import { installCanvas, type PageWithCanvas } from './canvas';
import { type Box, innerBox, outerBox, type SvgElement } from './svgBox';

type DrawnFigure = Pick<Figure, 'data' | 'layout'>;

/** The page's window, as far as it is used here. */
interface PlotlyPage extends PageWithCanvas {
  readonly SVGElement: { readonly prototype: object };
  readonly URL: { createObjectURL?: () => string };
  readonly Plotly: { toImage(figure: DrawnFigure, options: object): Promise<string> };
  eval(code: string): unknown;
}
interface Jsdom {
  readonly JSDOM: new (html: string, options: object) => { readonly window: PlotlyPage };
  readonly VirtualConsole: new () => object;
}

/** Loads plotly once; the function it returns draws a figure. */
export function openPlotlyWindow(): (figure: DrawnFigure) => Promise<string> {
  const { JSDOM, VirtualConsole } = require('jsdom') as Jsdom; // has no types of its own
  const { window } = new JSDOM('<!doctype html><body></body>', {
    runScripts: 'outside-only', // gives the page an `eval`; pages' own scripts stay off
    pretendToBeVisual: true, // gives it `requestAnimationFrame`
    virtualConsole: new VirtualConsole(), // keeps jsdom's "not implemented" off the notebook's error output
  });
  window.URL.createObjectURL = () => ''; // plotly prepares for map tiles on loading; none is ever made
  installCanvas(window);
  installBoxes(window);
  window.eval(readFileSync(require.resolve('plotly.js-dist-min'), 'utf8'));
  return figure => {
    seedPage(window, JSON.stringify(figure));
    const { width = 640, height = 360 } = figure.layout;
    return window.Plotly.toImage(figure, { format: 'svg', width, height, imageDataOnly: true });
  };
}

/**
 * Plotly names its clip paths by chance. Chance seeded by the figure gives the same names every time, and other
 * names to another figure on the same page, where equal names would clip the wrong one.
 */
function seedPage(window: PlotlyPage, figure: string): void {
  const random = createRandom(createHash('sha256').update(figure).digest().readUIntBE(0, 6));
  (window.eval('Math') as { random: () => number }).random = random.uniform;
}

function installBoxes(window: PlotlyPage): void {
  const rectangle = (box: Box) => ({
    ...box,
    x: box.left,
    y: box.top,
    width: box.right - box.left,
    height: box.bottom - box.top,
  });
  Object.assign(window.SVGElement.prototype, {
    getBBox(this: SvgElement) {
      return rectangle(innerBox(this));
    },
    getBoundingClientRect(this: SvgElement) {
      return rectangle(outerBox(this));
    },
    getComputedTextLength(this: SvgElement) {
      return rectangle(innerBox(this)).width;
    },
  });
}
