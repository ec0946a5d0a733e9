/**
 * A documentation comment, taken apart.
 * Flow: lib/dist/*.d.ts → **docComment** → readLibrary.
 */

export interface DocComment {
  /** All that stands before the first tag. */
  readonly text: string;
  readonly params: readonly { readonly name: string; readonly text: string }[];
  /** What `@returns`, `@throws`, `@example` and `@see` say, in their order. */
  readonly returns: readonly string[];
  readonly throws: readonly string[];
  readonly examples: readonly string[];
  readonly see: readonly string[];
}

/**
 * @param comment from its first sign to its last, or `''`.
 * @example docComment('/** Doubles. @param x any. *\/').text // 'Doubles. @param x any.'
 */
export function docComment(comment: string): DocComment {
  const inner = comment.replace(/^\/\*\*/, '').replace(/\*\/$/, '');
  const plain = inner.replace(/^[ \t]*\* ?/gm, '').trim();
  const [text = '', ...tags] = plain.split(/^@(?=\w)/m);
  const parsed = tags.map(tag => /^(\w+)\s*([\s\S]*)$/.exec(tag.trim())!.slice(1) as [string, string]);
  const texts = (name: string) => parsed.filter(([tag]) => tag === name).map(([, rest]) => rest);
  return {
    text: text.trim(),
    params: texts('param').map(rest => {
      const [name = '', ...words] = rest.split(/\s+/);
      return { name, text: words.join(' ') };
    }),
    returns: texts('returns').map(oneLine),
    throws: texts('throws').map(oneLine),
    examples: texts('example'),
    see: texts('see').map(oneLine),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
