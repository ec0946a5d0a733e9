/**
 * `node scripts/scaleEnvironment.mjs`: what work beyond one machine needs, .venv-scale.
 * Flow: sideEnvironment → **scaleEnvironment** → `scale/`, and the tests that read exports with Python.
 */
import { courseRoot } from './setup/paths.mjs';
import { plainMessage } from './setup/setupError.mjs';
import { makeSideEnvironment, sideEnvironments } from './setup/sideEnvironment.mjs';

try {
  await makeSideEnvironment(courseRoot, sideEnvironments.scale, console.log);
} catch (error) {
  console.error(plainMessage(error));
  process.exitCode = 1;
}
