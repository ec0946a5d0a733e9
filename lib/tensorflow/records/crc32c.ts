/**
 * The checksum that TensorFlow's files carry.
 * Flow: bytes → **crc32c** → record.
 */

/** Castagnoli's polynomial, its bits reversed. */
const POLYNOMIAL = 0x82f63b78;
const TABLE: Uint32Array = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
  return rest;
});

/**
 * The cyclic redundancy check CRC-32C. It is not the CRC-32 of zip files, which has another polynomial.
 *
 * @returns a whole number in [0, 2³²).
 * @example crc32c(Buffer.from('123456789')) // 3808858755, which is 0xe3069283
 * @see RFC 3720 (2004), appendix B.4.
 */
export function crc32c(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = TABLE[(rest ^ byte) & 0xff]! ^ (rest >>> 8);
  return ~rest >>> 0;
}

/**
 * The checksum as a record keeps it: turned by 15 bits and moved on, since a checksum over bytes that hold their own
 * checksum tells little.
 *
 * @example maskedCrc32c(new Uint8Array(0)) // 2726488792, which is 0xa282ead8: the checksum of nothing is 0
 * @see TensorFlow, tensorflow/core/lib/hash/crc32c.h.
 */
export function maskedCrc32c(bytes: Uint8Array): number {
  const crc = crc32c(bytes);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}
