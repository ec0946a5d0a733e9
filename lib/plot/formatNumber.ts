/**
 * Numbers as a reader wants them in a sentence or a table.
 * Flow: descriptions, tables, live boards → **formatNumber**.
 */

/**
 * Whole numbers in full with thin groups, others with four significant digits and no trailing zeros.
 *
 * @example formatNumber(60000) // '60 000'
 * @example formatNumber(0.98765) // '0.9877'
 */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (!Number.isInteger(value)) return String(Number(value.toPrecision(4)));
  return String(value).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}
