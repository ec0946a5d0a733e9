/**
 * A command that runs where a folder cannot be written and, if wanted, nothing outside this machine answers, as on a
 * managed computer: Linux's namespaces make such a place for one command, and ask for no rights of an administrator.
 */
import { spawnSync } from 'node:child_process';

const readOnly = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"';
/** Without the loopback no kernel could speak to its server. */
const loopback = 'ip link set lo up && ';

/**
 * Command and arguments, as `spawn` takes them.
 *
 * @param folder becomes read-only; it must exist.
 */
export function confined(
  command: readonly string[],
  { folder, network }: { folder: string; network: boolean },
): [string, string[]] {
  const script = ['sh', '-c', `${network ? '' : loopback}${readOnly}`, folder, ...command];
  return ['unshare', ['--map-root-user', '--mount', ...(network ? [] : ['--net']), ...script]];
}

/** Why tests that need it are skipped, or false. */
export const cannotConfine: string | false = whyNot();

function whyNot(): string | false {
  const probe = confined(['true'], { folder: import.meta.dirname, network: false });
  const { status, stderr, error } = spawnSync(...probe, { encoding: 'utf8' });
  if (status === 0) return false;
  return `this machine makes no namespaces: ${error?.message ?? stderr.trim().split('\n').at(-1)}`;
}
