/** Every link leads somewhere, and every reference says who wrote what, and when. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { proseLines } from '../prose.mjs';

/** As JupyterLab, nbconvert and code hosts name the place of a heading. @param {string} heading */
const anchor = heading => heading.replaceAll(' ', '-');

/**
 * What is wrong with the target of a link.
 *
 * @param {string} target
 * @param {string} folder
 * @returns {string | undefined}
 */
function targetFault(target, folder) {
  if (/^https?:/.test(target)) {
    const isWhole = URL.canParse(target) && /^https?:\/\/[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(target);
    return isWhole && !/[.,;]$/.test(target) ? undefined : `expected a whole address, got ${target}`;
  }
  const [file = '', place] = target.split('#');
  const notebook = /^([\w-]+)\.ipynb$/.exec(file)?.[1];
  const path = notebook === undefined ? join(folder, file) : join(folder, 'text', `${notebook}.md`);
  if (file === '' || !existsSync(path)) return `expected a link to a file of the course, got ${target}`;
  if (place === undefined) return undefined;
  const headings = [...readFileSync(path, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    anchor(heading),
  );
  return headings.includes(decodeURI(place))
    ? undefined
    : `expected the place of a heading in ${file}, got #${place}`;
}

/** @type {import('../rules.mjs').Check} */
export function links(lesson, course) {
  const found = [];
  for (const { line, markdown, section, folded } of proseLines(lesson)) {
    const text = markdown.replace(/`[^`]*`/g, '`').replace(/\$[^$]+\$/g, '$');
    const targets = [...text.matchAll(/\]\(([^)]*)\)|<(https?:[^>]*)>/g)].map(
      ([, link, bare]) => link ?? bare ?? '',
    );
    for (const target of targets) {
      const says = targetFault(target, course.folder);
      if (says !== undefined) found.push({ line, says });
    }
    const rest = text.replace(/\]\([^)]*\)|<[^>]+>/g, '');
    const bare = /https?:\S+|www\.\S+/.exec(rest)?.[0];
    if (bare !== undefined)
      found.push({ line, says: `expected an address in <…> or behind a text, got ${bare}` });
    if (section === 'Further reading' && !folded && markdown.startsWith('- ')) {
      const isWhole =
        /\*[^*]+\*/.test(text) && /\((?:[^()]*, )?\d{4}[^()]*\)/.test(text) && targets.length > 0;
      if (!isWhole)
        found.push({ line, says: `expected an author, *a title* (a year) and a link, got ${markdown}` });
    }
  }
  return found;
}
