/**
 * Which lesson derives or first uses which name of the library, as the docstrings say: `Derived in notebooks/08-…`,
 * `Used in notebooks/08-…, notebooks/10-…`.
 * Flow: lib/ → **library** → forwardReferences.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { courseRoot } from '../setup/paths.mjs';

const DOCUMENTED =
  /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/g;

/** @param {string} source @returns {[string, number][]} name and number of the lesson */
export function derivedNames(source) {
  return [...source.matchAll(DOCUMENTED)].flatMap(([, comment = '', name = '']) => {
    const lesson = /\b(?:Derived|Used) in notebooks\/(\d\d)-/.exec(comment)?.[1];
    return lesson === undefined ? [] : [/** @type {[string, number]} */ ([name, Number(lesson)])];
  });
}

/** The names that a lesson derives or uses first, in the whole library. @returns {Map<string, number>} */
export function lessonsOfNames(root = courseRoot) {
  const lib = join(root, 'lib');
  const files = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter(
    file => file.endsWith('.ts') && !/^(?:dist|node_modules)\b/.test(file),
  );
  return new Map(files.flatMap(file => derivedNames(readFileSync(join(lib, file), 'utf8'))));
}
