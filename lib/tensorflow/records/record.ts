/**
 * The frame of a record, in which TensorFlow keeps events and examples.
 * Flow: crc32c → **record** → eventFile, writeTfRecords.
 *
 *     record = length (8 bytes), masked CRC-32C of it, the message, masked CRC-32C of the message; little-endian
 *
 * @see TensorFlow, core/lib/io/record_writer.h.
 */
import { maskedCrc32c } from './crc32c';

const LENGTH_BYTES = 8;
const CHECKSUM_BYTES = 4;

/**
 * A message in its frame, ready to be written after others.
 *
 * @example record(new Uint8Array(3)).length // 19: 8 + 4 + 3 + 4
 */
export function record(message: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(LENGTH_BYTES + CHECKSUM_BYTES + message.length + CHECKSUM_BYTES);
  const start = LENGTH_BYTES + CHECKSUM_BYTES;
  bytes.writeBigUInt64LE(BigInt(message.length));
  bytes.writeUInt32LE(maskedCrc32c(bytes.subarray(0, LENGTH_BYTES)), LENGTH_BYTES);
  bytes.set(message, start);
  bytes.writeUInt32LE(maskedCrc32c(message), start + message.length);
  return bytes;
}
