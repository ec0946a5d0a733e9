'use strict';
/**
 * Fault: `import 'danfojs-node'` fails where native TensorFlow cannot load, and on Node ≥ 23.
 * Cause: it requires '@tensorflow/tfjs-node' by name, before the course's own way to TensorFlow has repaired it.
 * Cure: the first to ask for '@tensorflow/tfjs-node' gets it after `digits-cnn/tensorflow` has been loaded.
 */
const Module = require('node:module');

/** Node's internal loader, the only place that sees every `require` on Node 20. @type {{ _load: Function }} */
const loader = /** @type {any} */ (Module);

function openTensorflowDoor() {
  const load = loader._load;
  /** @param {[request: string, ...rest: unknown[]]} args @this {unknown} */
  loader._load = function (...args) {
    if (args[0] === '@tensorflow/tfjs-node') {
      loader._load = load;
      requireIfBuilt('digits-cnn/tensorflow');
    }
    return load.apply(this, args);
  };
}

/** @param {string} name without its build the library cannot help: the caller's own error tells what is wrong */
function requireIfBuilt(name) {
  try {
    require.resolve(name);
  } catch {
    return;
  }
  require(name);
}

module.exports = { openTensorflowDoor };
