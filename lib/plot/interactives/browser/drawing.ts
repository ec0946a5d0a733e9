/**
 * Drawings that pages and still pictures have in common come as text; here they become part of a page.
 * Flow: lossMap, lineSvg → **drawing** → pages.
 */

/** The element that a piece of SVG stands for. Its texts must have been escaped where it was written. */
export function drawing(svg: string): SVGSVGElement {
  const template = document.createElement('template');
  template.innerHTML = svg;
  return template.content.firstElementChild as SVGSVGElement;
}
