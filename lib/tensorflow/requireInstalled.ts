/**
 * Says in plain words that TensorFlow.js is missing, before anything asks for it: the library can be installed without.
 * Flow: **requireInstalled** → tf.
 */
try {
  require.resolve('@tensorflow/tfjs');
} catch {
  const { peerDependencies } = require('digits-cnn/package.json') as {
    peerDependencies: Record<string, string>;
  };
  const packages = ['tfjs', 'tfjs-backend-wasm', 'tfjs-node'].map(name => {
    const full = `@tensorflow/${name}`;
    return `${full}@${peerDependencies[full]}`;
  });
  throw new Error(
    `digits-cnn/tensorflow: @tensorflow/tfjs must be installed, found no such package; npm install ${packages.join(' ')}`,
  );
}
