/**
 * Numbers and times as the command line shows them.
 * Flow: every command → **format** → its lines.
 */

/** A whole number in groups of three. @example formatCount(60000) // '60 000' */
export function formatCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** A duration. @example formatSeconds(75.2) // '1 min 15 s' @example formatSeconds(1.26) // '1.3 s' */
export function formatSeconds(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** A part of 1 in per cent. @example formatPercent(0.98765) // '98.77 %' */
export function formatPercent(part: number): string {
  return `${(100 * part).toFixed(2)} %`;
}
