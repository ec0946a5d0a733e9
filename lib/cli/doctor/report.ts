/**
 * What the doctor found, as data and as text.
 * Flow: one finding per part → **report** → terminal or `--json`.
 */

/** One part of the installation. `--json` prints these as they are. */
export interface Finding {
  /** Its name, e.g. `Python`. */
  part: string;
  ok: boolean;
  /** Whether the course fails without it; a part that is not needed only makes it better. */
  needed: boolean;
  /** What is there, or what is wrong, in one line. */
  found: string;
  /** What to do about it; only where something is wrong. */
  mend?: string;
}

/** The whole report. `digits doctor --json` prints exactly this object. */
export interface DoctorReport {
  /** Whether everything needed is in order; the exit code is 1 otherwise. */
  ok: boolean;
  findings: Finding[];
}

/** @example doctorReport([{ part: 'Node', ok: true, needed: true, found: '20.19.0' }]).ok // true */
export function doctorReport(findings: Finding[]): DoctorReport {
  return { ok: findings.every(({ ok, needed }) => ok || !needed), findings };
}

/**
 * One line per part, one more below a part that is not in order, and a verdict.
 *
 *     ok     Node          20.19.0
 *     WRONG  library       lib/dist is not built
 *                          → npm run build
 */
export function renderReport({ ok, findings }: DoctorReport): string {
  const width = Math.max(...findings.map(({ part }) => part.length)) + 2;
  const lines = findings.flatMap(finding => {
    const mark = finding.ok ? 'ok' : finding.needed ? 'WRONG' : 'note';
    const line = `${mark.padEnd(7)}${finding.part.padEnd(width)}${finding.found}`;
    return finding.mend === undefined ? [line] : [line, `${' '.repeat(7 + width)}→ ${finding.mend}`];
  });
  const verdict = ok ? 'Everything needed is in order.' : 'Something needed is wrong; see the arrows above.';
  return `${lines.join('\n')}\n${verdict}\n`;
}
