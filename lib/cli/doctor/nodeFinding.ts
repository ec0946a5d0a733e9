/**
 * Is this Node new enough?
 * Flow: **nodeFinding** → doctor.
 */
import type { Finding } from './report';

const oldest: readonly [number, number] = [20, 19];

/** @param version as in `process.versions.node` */
export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  if (ok) return { part: 'Node', ok, needed: true, found: version };
  const mend = `install Node ${oldest.join('.')} or newer`;
  return { part: 'Node', ok, needed: true, found: `${version} is too old`, mend };
}
