/**
 * How wide a text is, where no font can be asked.
 * Flow: svgBox → **textSize**; the live board's frames.
 */

const NARROW = /[ijlI.,:;'|!()[\] ft\u202f]/;
const WIDE = /[mwMW%@—→]/;
const CAPITAL = /[A-Z&_+=<>~]/;

/**
 * The width of a text in a sans-serif font, in units of the font size. Four classes of letters, from the widths of
 * Helvetica: within a few per cent for a label.
 *
 * @example textWidth('00') // 1.12
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) {
    width += NARROW.test(letter) ? 0.28 : WIDE.test(letter) ? 0.87 : CAPITAL.test(letter) ? 0.67 : 0.56;
  }
  return width;
}
