/**
 * Plotly's SVG made fit to be stored: described, sharp where pixels are meant to be seen, whole in any font.
 * Flow: plotlyWindow → **tidySvg** → toSvg.
 */
import { escapeHtml } from '../escapeHtml';

/**
 * Adds the description for screen readers, keeps the squares of enlarged pictures square, and lets a legend's words be
 * as long as they are: plotly cuts them at the width they have in the font that was measured, but a reader may have another.
 *
 * @param svg what plotly drew; starts with its `<svg …>` tag.
 * @throws Error if it does not.
 */
export function tidySvg(svg: string, alt: string): string {
  const [tag] = /^<svg\b[^>]*>/.exec(svg) ?? [];
  if (tag === undefined) throw new Error(`tidySvg: expected "<svg …>", got "${svg.slice(0, 40)}"`);
  const described = `${tag.slice(0, -1)} role="img"><title>${escapeHtml(alt)}</title>`;
  return (
    described +
    svg
      .slice(tag.length)
      .replaceAll('<image ', '<image image-rendering="pixelated" ')
      .replaceAll(/ clip-path="url\(#legend\w+\)"/g, '')
  );
}
