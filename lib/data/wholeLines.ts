/**
 * Byte blocks cut anew so that each ends with the end of a line.
 * Flow: fileBlocks → **wholeLines** → readDigits.
 */

/** Line feed, the byte that ends a line. */
export const LINE_FEED = 10;

/**
 * The same bytes in blocks of one or more whole lines. A missing final line feed is added.
 *
 * @param longest the longest line accepted, in bytes; `tooLong` is called on a longer one, and throws.
 */
export async function* wholeLines(
  blocks: AsyncIterable<Uint8Array>,
  longest: number,
  tooLong: () => never,
): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const block of blocks) {
    const end = block.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) yield Buffer.concat([rest, block.subarray(0, end)]);
    rest = Buffer.concat([end > 0 ? rest.subarray(0, 0) : rest, block.subarray(end)]);
    if (rest.length > longest) tooLong();
  }
  if (rest.length > 0) yield Buffer.concat([rest, Buffer.of(LINE_FEED)]);
}
