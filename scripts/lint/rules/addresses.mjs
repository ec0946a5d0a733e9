/** A lesson needs no network: nothing that it shows or runs is loaded from outside. */
import { outputParts } from '../outputs.mjs';
import { proseLines } from '../prose.mjs';

/** Names of formats, never asked for. */
const NAMESPACE = /https?:\/\/www\.w3\.org\/[\w/.-]+/g;
const LINK = /<a\b[^>]*>/g;
const ADDRESS = /(?:https?:|wss?:|(?<=["'(=])\s*)\/\/[\w-]+(?:\.[\w-]+)+[^\s"'<>)\\]*/i;
/** Markdown that loads, whereas a link only leads. */
const LOADED =
  /!\[[^\]]*\]\(\s*<?(?:https?:)?\/\/[^)]*\)|<(?:img|script|iframe|link|source|video|audio|object|embed)\b[^>]*\/\/[^>]*>/i;

/** @type {import('../rules.mjs').Check} */
export function addresses(lesson) {
  const prose = proseLines(lesson).flatMap(({ line, markdown }) => {
    const got = LOADED.exec(markdown.replace(/`[^`]*`/g, ''))?.[0];
    return got === undefined ? [] : [{ line, says: `prose loads nothing from outside, got ${got}` }];
  });
  const cells = lesson.cells.flatMap(({ kind, source, line }, i) => {
    if (kind !== 'code') return [];
    const found = source.split('\n').flatMap((text, row) => {
      const got = ADDRESS.exec(text.replace(/\/\/ .*$/, ''))?.[0];
      return got === undefined
        ? []
        : [{ line: line + row, says: `a cell asks nothing of the network, got ${got}` }];
    });
    const outputs = (lesson.notebook?.cells[i]?.outputs ?? []).flatMap(outputParts);
    for (const [type, content] of outputs) {
      const got = ADDRESS.exec(content.replace(NAMESPACE, '').replace(LINK, ''))?.[0];
      if (type !== 'text/plain' && got !== undefined)
        found.push({ line, says: `an output loads nothing from outside, got ${got} in ${type}` });
    }
    return found;
  });
  return [...prose, ...cells];
}
