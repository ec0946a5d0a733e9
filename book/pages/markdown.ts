/**
 * Small pieces of the Markdown that Sphinx reads.
 * Flow: **markdown** → lessonPage, libraryPage.
 */

/** A fenced block that the text cannot end, whatever is in it. */
export function fenced(kind: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${kind}\n${text}\n${fence}`;
}

/** Links to notebooks, turned into links to their pages. */
export function pageLinks(markdown: string): string {
  return markdown.replace(/\]\(([\w-]+)\.ipynb(#[^)\s]*)?\)/g, ']($1.md$2)');
}

/**
 * Text of a docstring as Markdown: what is no code is text, whatever signs are in it, and a lesson's name is a link.
 *
 * @param lessonLink the link that stands for a lesson's name.
 * @example docMarkdown('0 < p. Derived in notebooks/04-softmax.', name => `[${name}]`) // '0 &lt; p. Derived in [04-softmax].'
 */
export function docMarkdown(text: string, lessonLink: (name: string) => string): string {
  const pieces = text.split(/(`[^`]*`|^ {4}.*$)/m);
  return pieces.map((piece, i) => (i % 2 === 1 ? piece : plain(piece, lessonLink))).join('');
}

function plain(text: string, lessonLink: (name: string) => string): string {
  return text
    .replace(/[*$[\]{}\\]/g, sign => `\\${sign}`)
    .replaceAll('<', '&lt;')
    .replace(/notebooks\/(\d\d-[\w-]*\w)/g, (_, name: string) => lessonLink(name));
}
