/**
 * `npm run build`: compiles lib/ to lib/dist, whether or not it seems to be up to date.
 * Flow: packages → **build** → lib/dist.
 */
import { alone, setUpOrExit } from './setup/index.mjs';
import { courseRoot } from './setup/paths.mjs';
import { plainMessage } from './setup/setupError.mjs';
import { library } from './setup/steps/library.mjs';

await setUpOrExit({ only: ['node', 'packages'] });
try {
  await alone(courseRoot, console.error, () => library.make(courseRoot));
} catch (error) {
  process.stderr.write(`npm run build: ${plainMessage(error)}\n`);
  process.exitCode = 1;
}
