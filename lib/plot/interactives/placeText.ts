/**
 * Where a pixel of a CSV row stands, in words. Rows, columns and places are counted from 0, as in the file.
 * Flow: place, width → **placeText** → the CSV row folder's page and picture.
 */

/** @example placeText(202, 28, 253) // 'Column 203 = row 7, column 6: 253' */
export function placeText(place: number, width: number, value: number): string {
  return `Column ${place + 1} = row ${Math.floor(place / width)}, column ${place % width}: ${value}`;
}

/** @example placeReason(202, 28) // 'The label stands in column 0, so this is pixel 202 = 7 × 28 + 6. Everything is counted from 0.' */
export function placeReason(place: number, width: number): string {
  const [row, column] = [Math.floor(place / width), place % width];
  return (
    `The label stands in column 0, so this is pixel ${place} = ${row} × ${width} + ${column}. ` +
    'Everything is counted from 0.'
  );
}
