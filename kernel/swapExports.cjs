'use strict';
/**
 * Replaces some exports of a CommonJS module before tslab loads it: how the mends reach inside tslab.
 * (The exports of a compiled module are read-only getters, so the cached module is swapped for a copy.)
 */
const { createRequire } = require('node:module');

/** `require` as tslab's own files have it, for the packages that only tslab depends on. */
const requireAsTslab = createRequire(require.resolve('tslab'));

/**
 * @param {string} name a package that tslab depends on, resolved as tslab resolves it
 * @param {(original: any) => Record<string, unknown>} replacements what to change, given the original exports
 */
function swapExports(name, replacements) {
  const original = requireAsTslab(name);
  const cached = require.cache[requireAsTslab.resolve(name)];
  if (!cached) throw new Error(`kernel: ${name} must be a CommonJS module, it is not in require.cache`);
  cached.exports = { ...original, ...replacements(original) };
}

module.exports = { requireAsTslab, swapExports };
