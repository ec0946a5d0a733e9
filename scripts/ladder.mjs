/**
 * `npm run ladder [-- SEEDS [AT ONCE [RUNG …]]]`: computes what lesson 13 compares; takes hours, and may be stopped any time.
 * Flow: set-up → **ladder** → bench/ladder/ladder.ts → data/ladder.json.
 */
import { handOver } from './setup/handOver.mjs';
import { setUpOrExit } from './setup/index.mjs';
import { courseRoot } from './setup/paths.mjs';

await setUpOrExit({ only: ['node', 'packages', 'library', 'python', 'tensorflow', 'data'] });
const command = ['--import', 'tsx', 'bench/ladder/ladder.ts', ...process.argv.slice(2)];
handOver(command, courseRoot);
