'use strict';
/**
 * Fault: after a file appears or changes beside the notebook (a saved result, `npm run build`), the next cell
 * fails with "Unexpected pending rebuildTimer".
 * Cause: tslab's compiler watches the disk; its clock has room for one timer, and a change on disk takes it.
 * Cure: nothing on disk is watched. A rebuilt library is seen after a restart of the kernel, as Node has it anyway.
 */
const { swapExports } = require('./swapExports.cjs');

const nothing = { close: () => {} };

function ignoreFileChanges() {
  swapExports('@tslab/typescript-for-tslab', ts => ({
    sys: Object.assign(Object.create(ts.sys), {
      watchFile: () => nothing,
      watchDirectory: () => nothing,
    }),
  }));
}

module.exports = { ignoreFileChanges };
