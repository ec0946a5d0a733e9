/**
 * Where a page meets the notebook: finds its container, reads its data, draws into a shadow tree.
 * Flow: interactiveHtml's container → **mount** → a page's `draw`.
 */
import { element } from './element';
import { STYLE } from './style';

/** A page as `mount` needs it. */
export interface Page<Data> {
  /** What it is called, for those who listen. */
  readonly label: string;
  /** Makes the page from its data. If it throws, the static picture stays. */
  readonly draw: (data: Data) => readonly Node[];
  /** Rules of this page, on top of the common ones. */
  readonly style?: string;
}

/**
 * Draws a page into the container of the running script. The shadow tree keeps the page's styles in and the
 * notebook's out, so that any number of interactives can stand on one page.
 */
export function mount<Data>({ label, draw, style = '' }: Page<Data>): void {
  const container = document.currentScript?.parentElement;
  const json = container?.querySelector('script[type="application/json"]')?.textContent;
  if (!container || !json) throw new Error('mount: must run as a script beside its data');
  const panel = element(
    'div',
    { class: 'panel', role: 'group', 'aria-label': label },
    draw(JSON.parse(json) as Data),
  );
  container.attachShadow({ mode: 'open' }).append(element('style', {}, [STYLE, style]), panel);
}
