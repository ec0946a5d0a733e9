/**
 * What a cell has put out, as HTML of the book.
 * Flow: notebook → **outputHtml** → lessonPage.
 */
import { escapeHtml } from '../../lib/plot/escapeHtml';
import { type Output, type StoredText, wholeText } from './notebook';

/** A file that a page needs beside it. */
export interface BesideFile {
  /** Its path from the page. */
  readonly path: string;
  readonly text: string;
}

export interface OutputHtml {
  readonly html: string;
  readonly files: readonly BesideFile[];
}

const PLOTLY = 'application/vnd.plotly.v1+json';
const SVG = 'image/svg+xml';

/**
 * The output as HTML. A figure is its stored picture, in a file of its own, with the plot beside it for those who
 * ask for it; an interactive stays what it is.
 *
 * @param name what the files of a figure are called, without ending.
 * @example outputHtml({ output_type: 'stream', name: 'stdout', text: '1 < 2\n' }, '').html
 * // '<pre class="output">1 &lt; 2</pre>'
 */
export function outputHtml(output: Output, name: string): OutputHtml {
  if (output.output_type === 'stream') return { html: plainHtml(wholeText(output.text)), files: [] };
  if (output.output_type === 'error') {
    return { html: plainHtml(withoutColors(output.traceback.join('\n')), 'output error'), files: [] };
  }
  const { data, metadata } = output;
  const picture = data[SVG];
  if (picture !== undefined) {
    return figure(wholeText(picture as StoredText), metadata?.[SVG]?.alt ?? '', data[PLOTLY], name);
  }
  const html = data['text/html'];
  if (html !== undefined)
    return { html: `<div class="cell-html">${wholeText(html as StoredText)}</div>`, files: [] };
  return { html: plainHtml(wholeText((data['text/plain'] ?? '') as StoredText)), files: [] };
}

function plainHtml(text: string, className = 'output'): string {
  return `<pre class="${className}">${escapeHtml(text.trimEnd())}</pre>`;
}

/** Terminal colours say nothing that the class does not. */
function withoutColors(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is how terminals are told colours
  return text.replace(/\u001b\[[\d;]*m/g, '');
}

/** A script, not JSON: a page opened from a disk may load the one and not the other. */
function figure(svg: string, alt: string, plot: unknown, name: string): OutputHtml {
  const size = /^<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg.slice(svg.indexOf('<svg')));
  const room = size === null ? '' : ` width="${size[1]}" height="${size[2]}"`;
  const files = [{ path: `${name}.svg`, text: svg }];
  const script = plot === undefined ? '' : ` data-plot="${name}.js"`;
  if (plot !== undefined) {
    files.push({ path: `${name}.js`, text: `drawPlot('${name}.js', ${JSON.stringify(plot)});\n` });
  }
  const image = `<img src="${name}.svg" alt="${escapeHtml(alt)}"${room}>`;
  return { html: `<figure class="plot"${script}>${image}</figure>`, files };
}
