/**
 * `npm run doctor`: looks at every part of the installation. Works when nothing is installed, and changes nothing:
 * the library's own doctor does the looking, and where it is not built yet, this says so in the same form.
 * Flow: **doctor** → lib/cli/doctor.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { courseRoot } from './setup/paths.mjs';
import { wrongNode } from './setup/steps/node.mjs';

const args = process.argv.slice(2);
const program = join(courseRoot, 'lib', 'bin', 'digits.js');
const isBuilt = existsSync(join(courseRoot, 'lib', 'dist', 'cli', 'doctor', 'index.js'));
const isInstalled = existsSync(join(courseRoot, 'node_modules', 'commander'));

/** The shape of lib/cli/doctor/report.ts. */
function firstFindings() {
  const node = wrongNode(process.versions.node);
  const needed = true;
  return [
    { part: 'Node', ok: node === undefined, needed, found: node ?? process.versions.node },
    isInstalled
      ? { part: 'packages', ok: true, needed, found: 'installed' }
      : { part: 'packages', ok: false, needed, found: 'not installed', mend: 'npm start' },
    {
      part: 'library',
      ok: false,
      needed,
      found: 'lib/dist is not built',
      mend: isInstalled ? 'npm run build' : 'npm start',
    },
  ];
}

if (isBuilt && isInstalled) {
  const { status } = spawnSync(process.execPath, [program, 'doctor', ...args], {
    cwd: courseRoot,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} else {
  const findings = firstFindings();
  const text = findings.map(
    ({ part, ok, found, mend }) =>
      `${ok ? 'ok   ' : 'WRONG'}  ${part}: ${found}${mend ? `\n       → ${mend}` : ''}`,
  );
  process.stdout.write(
    `${args.includes('--json') ? JSON.stringify({ ok: false, findings }) : text.join('\n')}\n`,
  );
  process.exitCode = 1;
}
