'use strict';
/**
 * The mends use internals of tslab, which may change in any release: another version is refused by name.
 */

/** @param {string} expected the only version of tslab that the mends were written and tested for */
function requireVersion(expected) {
  const { name, version } = readManifest();
  if (version === expected) return;
  const found = version ? `found ${name} ${version}` : 'it is not installed';
  process.stderr.write(
    `kernel/launcher.cjs: the kernel needs tslab ${expected} exactly, ${found}: run \`npm ci\` in the course folder\n`,
  );
  process.exit(1);
}

/** @returns {{ name?: string, version?: string }} */
function readManifest() {
  try {
    return require('tslab/package.json');
  } catch {
    return {};
  }
}

module.exports = { requireVersion };
