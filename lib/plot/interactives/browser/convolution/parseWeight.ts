/**
 * A weight as a person types it.
 * Flow: text → **parseWeight** → kernel painter.
 */

/**
 * The number, or `undefined` if it is none. Takes a real minus sign and a decimal comma too.
 *
 * @example parseWeight('−0,5') // -0.5
 */
export function parseWeight(text: string): number | undefined {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  const weight = Number(plain);
  return plain === '' || !Number.isFinite(weight) ? undefined : weight;
}
