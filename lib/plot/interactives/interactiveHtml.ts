/**
 * An interactive as one piece of HTML: picture, data and script together.
 * Flow: Interactive, its page's script → **interactiveHtml** → notebook output, exported page.
 *
 * The script puts the living page into a shadow tree of the container. A browser then shows the shadow tree in
 * place of the picture; where scripts are taken out or off, the picture stays.
 */
import { escapeHtml } from '../escapeHtml';
import { plainJson } from '../plainJson';
import { detailsHtml } from '../tableHtml';
import type { Interactive } from './interactive';

/**
 * The interactive as HTML that depends on nothing outside itself.
 *
 * @param script the bundled page, as `pageScript` reads it.
 * @example interactiveHtml({ page: 'p', data: [1], picture: '<svg/>', alt: 'A dot.' }, 'run()')
 * // '<div data-lm-suppress-shortcuts="true"><img …alt="A dot." …><script type="application/json">[1]</script><script>run()</script></div>'
 */
export function interactiveHtml({ data, picture, alt, table }: Interactive, script: string): string {
  const source = `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`;
  return (
    // The attribute keeps JupyterLab's one-letter commands away from what is typed inside.
    '<div data-lm-suppress-shortcuts="true">' +
    `<img src="${source}" alt="${escapeHtml(alt)}" style="max-width: 100%">` +
    `<script type="application/json">${scriptJson(data)}</script>` +
    `<script>${script}</script></div>` +
    (table === undefined ? '' : detailsHtml(table))
  );
}

/** JSON that cannot end the script element it stands in, nor start a comment there. */
function scriptJson(data: unknown): string {
  return JSON.stringify(plainJson(data)).replaceAll('<', '\\u003c');
}
