/**
 * How wide a text is, where no font can be asked.
 * Flow: svgBox → **textSize**; the live board's frames.
 */

/** Letters of about the same width in Helvetica, and that width; the first class that fits counts. */
const CLASSES: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[ijl'|]/, 0.22],
  [/[I.,:;!()[\] ft/·\u202f]/, 0.28],
  [/[r"°-]/, 0.34],
  [/[ckszvxyJ]/, 0.5],
  [/[mwMW%@—→]/, 0.85],
  [/[CDGHNOQRU]/, 0.75],
  [/[A-Z&+=<>~]/, 0.64],
  [/./su, 0.556],
];

/**
 * The width of a text in a sans-serif font, in units of the font size: within a few per cent for a label.
 *
 * @example textWidth('00') // 1.112
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += CLASSES.find(([letters]) => letters.test(letter))![1];
  return width;
}
