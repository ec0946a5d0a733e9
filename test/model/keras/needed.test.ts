import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needed } from '../../../lib/model/keras/needed';

test('a package that is not installed is named, with the command that installs it', async () => {
  const missing = 'no-such-package-of-this-course';
  const { peerDependencies: peers } = require('digits-cnn/package.json') as {
    peerDependencies: Record<string, string>;
  };
  await assert.rejects(
    needed('loadModel', missing, () => import(missing)),
    new Error(
      `loadModel: ${missing} must be installed, found no such package; ` +
        `npm install @zip.js/zip.js@${peers['@zip.js/zip.js']} h5wasm@${peers.h5wasm}`,
    ),
  );
});
