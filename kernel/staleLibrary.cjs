'use strict';
/**
 * Tells in the first cell's output when the notebooks would run an older library than its sources say.
 */
const { existsSync, readdirSync, statSync } = require('node:fs');
const path = require('node:path');

const LIBRARY = path.join(path.dirname(__dirname), 'lib');
const MEND = 'Run `npm run build` in the course folder, then restart the kernel.\n';

/** @returns {string} one line to show, empty when lib/dist is up to date */
function staleLibraryWarning() {
  const build = path.join(LIBRARY, 'dist', 'entries', 'main.js');
  if (!existsSync(build)) return `digits-cnn is not built: lib/dist is missing. ${MEND}`;
  const builtAt = statSync(build).mtimeMs;
  const newer = sources(LIBRARY).find(file => statSync(file).mtimeMs > builtAt);
  if (newer === undefined) return '';
  return `digits-cnn is older than its sources: lib/${path.relative(LIBRARY, newer)} has changed. ${MEND}`;
}

/** @param {string} folder @returns {string[]} its TypeScript files, at any depth */
function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return ['dist', 'node_modules'].includes(entry.name) ? [] : sources(file);
    return entry.name.endsWith('.ts') ? [file] : [];
  });
}

module.exports = { staleLibraryWarning };
