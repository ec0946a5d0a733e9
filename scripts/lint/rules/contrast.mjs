/** Figures can be read on a light page and on a dark one. */
import { joined } from '../course.mjs';

const PAGES = ['#ffffff', '#111111'];
/** Of text, and of lines and marks: what the two greys and four hues of lib/plot/theme.ts reach on both pages. */
const LEAST = { text: 4.2, mark: 2.9 };

/** @param {string} color `#rgb`, `#rrggbb` or `rgb(…)` @returns {number[] | undefined} three parts, 0 to 255 */
function parts(color) {
  const hex = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(color);
  if (hex !== null) {
    const digits = hex[2] ?? [...(hex[1] ?? '')].map(digit => digit + digit).join('');
    return [0, 2, 4].map(at => Number.parseInt(digits.slice(at, at + 2), 16));
  }
  return /^rgb\((\d+), ?(\d+), ?(\d+)\)$/.exec(color)?.slice(1).map(Number);
}

/** W3C, Web Content Accessibility Guidelines 2.2. @param {readonly number[]} rgb */
function luminance(rgb) {
  const [r = 0, g = 0, b = 0] = rgb
    .map(part => part / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The ratio of two colours, 1 to 21; undefined if one is not an opaque colour. @param {string} a @param {string} b */
export function contrastRatio(a, b) {
  const [first, second] = [parts(a), parts(b)];
  if (first === undefined || second === undefined) return undefined;
  const [low = 0, high = 0] = [luminance(first), luminance(second)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/**
 * @typedef {object} Plot
 * @property {{ type?: string, line?: { color?: unknown }, marker?: { color?: unknown } }[]} [data]
 * @property {{ font?: { color?: unknown } }} [layout]
 */

/** @typedef {{ kind: keyof typeof LEAST, color: string }} Use of a colour on the page */

/** @param {Plot} plot @returns {Use[]} */
function colorsOfPlot({ data = [], layout = {} }) {
  // Marks on a filled ground are not on the page.
  const isFilled = data.some(({ type }) => type === 'contour' || type === 'heatmap');
  const marks = isFilled ? [] : data.flatMap(({ line, marker }) => [line?.color, marker?.color]);
  const uses = [
    { kind: /** @type {const} */ ('text'), color: layout.font?.color },
    ...marks.map(color => ({ kind: /** @type {const} */ ('mark'), color })),
  ];
  return uses.flatMap(({ kind, color }) => (typeof color === 'string' ? [{ kind, color }] : []));
}

/** @param {string} html @returns {Use[]} */
function colorsOfText(html) {
  const styles = html.matchAll(/style="(?:[^"]*;)?\s*color:\s*([^;"]+)/g);
  return [...styles].map(([, color = '']) => ({ kind: 'text', color: color.trim() }));
}

/** @type {import('../rules.mjs').Check} */
export function contrast(lesson) {
  return lesson.cells.flatMap(({ line }, i) =>
    (lesson.notebook?.cells[i]?.outputs ?? []).flatMap(({ data = {} }) => {
      const plot = /** @type {Plot} */ (data['application/vnd.plotly.v1+json'] ?? {});
      const uses = [...colorsOfPlot(plot), ...colorsOfText(joined(data['text/html']))];
      return uses.flatMap(({ kind, color }) =>
        PAGES.flatMap(page => {
          const ratio = contrastRatio(color, page);
          if (ratio === undefined || ratio >= LEAST[kind]) return [];
          const says = `the contrast of ${color} on ${page}, expected at least ${LEAST[kind]}, got ${ratio.toFixed(1)}`;
          return [{ line, says }];
        }),
      );
    }),
  );
}
