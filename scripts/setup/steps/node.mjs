/**
 * Step 0: a Node new enough for the course's packages.
 * Flow: **node** → packages → library → python → tensorflow → data → kernel.
 */
const oldest = /** @type {const} */ ([20, 19]);

/**
 * @param {string} version as in `process.versions.node`
 * @returns {string | undefined} what is wrong with it
 */
export function wrongNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
  return isOld ? `Node ${oldest.join('.')} or newer is needed, this is ${version}` : undefined;
}

/** @satisfies {import('../index.mjs').Step} */
export const node = {
  name: 'node',
  needs: [],
  missing: () => {
    const wrong = wrongNode(process.versions.node);
    return wrong && `${wrong}: install it from nodejs.org, or with nvm, fnm or volta`;
  },
};
