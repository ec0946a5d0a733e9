/**
 * The look of every figure: colours, strokes and axes that read on a light and on a dark page alike.
 * Flow: **theme** → builders and the live board's frames.
 */
import type { Layout } from './figure';

/** How one series is told from the others: by colour, by dash and by marker, so that no reader needs all three. */
export interface SeriesStyle {
  readonly color: string;
  readonly dash: string;
  readonly marker: string;
}

/**
 * The seven hues of Okabe & Ito, Color Universal Design (2008), less the yellow, which a white page swallows.
 * The first four keep a contrast of about 3 : 1 on white and on #111.
 */
const COLORS: readonly string[] = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#56B4E9', '#E69F00'];
const DASHES: readonly string[] = ['solid', 'dash', 'dot', 'dashdot', 'longdash', 'longdashdot'];
const MARKERS: readonly string[] = ['circle', 'square', 'diamond', 'triangle-up', 'cross', 'x'];

/** The grey that is equally far from white and from #111: about 4.3 : 1 on both. */
export const TEXT_COLOR = '#797979';
export const GRID_COLOR = 'rgba(128, 128, 128, 0.3)';
export const FONT_FAMILY = 'Arial, Helvetica, sans-serif';
export const FONT_SIZE = 14;

/** The style of the series number `index`; it repeats after six. */
export function seriesStyle(index: number): SeriesStyle {
  return {
    color: COLORS[index % COLORS.length]!,
    dash: DASHES[index % DASHES.length]!,
    marker: MARKERS[index % MARKERS.length]!,
  };
}

/** A layout with the theme's colours and a transparent background; `options` are plotly's and go on top. */
export function themedLayout(title: string | undefined, options: Layout): Layout {
  const heading = {
    x: 0,
    xref: 'paper',
    xanchor: 'left',
    y: 1,
    yref: 'container',
    yanchor: 'top',
    pad: { t: 12 },
  };
  const legendRoom = options.showlegend === false ? 0 : 28;
  return {
    ...(title === undefined ? {} : { title: { text: plotText(title), ...heading } }),
    height: 360,
    margin: { l: 64, r: 16, t: (title === undefined ? 16 : 48) + legendRoom, b: 56 },
    font: { family: FONT_FAMILY, size: FONT_SIZE, color: TEXT_COLOR },
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    legend: { orientation: 'h', x: 0, y: 1.02, yanchor: 'bottom' },
    modebar: { bgcolor: 'rgba(0,0,0,0)', color: TEXT_COLOR, activecolor: COLORS[0] },
    ...options,
  };
}

/** An axis with its title, which carries the unit (`'time (s)'`), and quiet grid lines. */
export function themedAxis(title: string, options: Layout = {}): Layout {
  return {
    title: { text: plotText(title), standoff: 12 },
    automargin: true,
    gridcolor: GRID_COLOR,
    linecolor: TEXT_COLOR,
    zerolinecolor: GRID_COLOR,
    tickcolor: GRID_COLOR,
    ...options,
  };
}

/** An axis of powers of ten, labelled at those alone. */
export const LOG_AXIS: Layout = { type: 'log', dtick: 1, exponentformat: 'power' };

/**
 * Text for a title, a label or a hover box. Plotly reads a little HTML in them (and knows few entities), so only
 * what could start a tag or an entity is escaped.
 */
export function plotText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
