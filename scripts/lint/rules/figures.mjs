/** Who cannot see a figure is told what it shows; who cannot run its script has its picture. */
import { joined } from '../course.mjs';
import { proseLines } from '../prose.mjs';

const PLOTLY = 'application/vnd.plotly.v1+json';
/** Shorter ones name a figure and do not describe it. */
const SHORTEST = 20;

/** What is wrong with one output. @param {import('../course.mjs').Output} output @returns {string | undefined} */
function fault({ data = {}, metadata = {} }) {
  const described = joined(data['text/plain']).trim();
  if (PLOTLY in data) {
    const alt = metadata['image/svg+xml']?.alt ?? '';
    if (!('image/svg+xml' in data)) return 'a figure has no picture, expected image/svg+xml beside it';
    if (alt.length < SHORTEST) return `a picture has no description, expected an alt text, got "${alt}"`;
  }
  const isPage = joined(data['text/html']).includes('<script');
  if ((PLOTLY in data || isPage) && described.length < SHORTEST)
    return `a figure is not described in plain text, expected a sentence, got "${described}"`;
  const raster = Object.keys(data).find(type => /^image\/(?!svg)/.test(type));
  return raster === undefined
    ? undefined
    : `a picture has no description, expected a figure of the library, got ${raster}`;
}

/** @type {import('../rules.mjs').Check} */
export function figures(lesson) {
  const shown = lesson.cells.flatMap(({ line }, i) =>
    (lesson.notebook?.cells[i]?.outputs ?? []).flatMap(output => {
      const says = fault(output);
      return says === undefined ? [] : [{ line, says }];
    }),
  );
  const written = proseLines(lesson).flatMap(({ line, markdown }) => {
    const images = [...markdown.matchAll(/!\[([^\]]*)\]\(|<img\b(?:(?!alt=)[^>])*(?:alt="([^"]*)")?[^>]*>/g)];
    return images
      .filter(([, alt = '', attribute = '']) => (alt || attribute).length < SHORTEST)
      .map(([image]) => ({ line, says: `an image has no description, expected an alt text, got ${image}` }));
  });
  return [...shown, ...written];
}
