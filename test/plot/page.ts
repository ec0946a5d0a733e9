/** HTML and SVG read as a browser reads them, for tests. jsdom has no types of its own. */
import assert from 'node:assert/strict';

export interface PageElement {
  readonly textContent: string | null;
  readonly children: ArrayLike<PageElement>;
  readonly title: string;
  readonly tagName: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}
type Dom = new (
  text: string,
  options?: object,
) => { window: { document: PageElement & { body: PageElement; documentElement: PageElement } } };
const { JSDOM } = require('jsdom') as { JSDOM: Dom };

export function readHtml(html: string): PageElement {
  return new JSDOM(html).window.document.body;
}

/** Fails if it is not well-formed XML. */
export function readSvg(svg: string): PageElement {
  const root = new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document.documentElement;
  assert.equal(root.tagName, 'svg');
  return root;
}
