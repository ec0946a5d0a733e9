/**
 * The one place where text becomes HTML or SVG.
 * Flow: titles, labels, learners' values → **escapeHtml** → notebook output.
 */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text that a browser shows as it is, in an element or in an attribute's value.
 *
 * @example escapeHtml('1 < 2 & "so on"') // '1 &lt; 2 &amp; &quot;so on&quot;'
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => ENTITIES[character]!);
}
