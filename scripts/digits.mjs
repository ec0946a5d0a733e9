/**
 * `npm run digits -- ARGUMENT…`: the library's command line, after making sure that it is there.
 * Standard output and the exit code are the command's own.
 * Flow: packages, library → **digits** → lib/bin/digits.js.
 */
import { join } from 'node:path';
import { handOver } from './setup/handOver.mjs';
import { setUpOrExit } from './setup/index.mjs';
import { courseRoot } from './setup/paths.mjs';

await setUpOrExit({ only: ['node', 'packages', 'library'] });
// npm changes to the root; file names are meant where the command was given.
const cwd = process.env.INIT_CWD ?? process.cwd();
handOver([join(courseRoot, 'lib', 'bin', 'digits.js'), ...process.argv.slice(2)], cwd);
