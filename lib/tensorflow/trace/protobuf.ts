/**
 * Writes protocol buffers, the format of TensorFlow's graphs. A message is its fields one after the other, each a
 * number, a kind and a value; a library would be thirty times this file.
 * Flow: attributes, GraphBuilder → **protobuf** → saved_model.pb.
 * @see protobuf.dev/programming-guides/encoding
 */

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

/** A whole number in groups of seven bits, the lowest first; negative ones as 64-bit two's complement. */
export function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

function key(field: number, kind: number): Uint8Array {
  return varint((field << 3) | kind);
}

/** Parts one after the other: fields become a message. */
export function message(...parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

/** A whole-number or Boolean field. */
export function integerField(field: number, value: number | boolean): Uint8Array {
  return message(key(field, VARINT), varint(Number(value)));
}

/** A field of bytes, text, or a message within the message. */
export function bytesField(field: number, value: Uint8Array | string): Uint8Array {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value;
  return message(key(field, BYTES), varint(bytes.length), bytes);
}

/** A 32-bit floating-point field. */
export function floatField(field: number, value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return message(key(field, FIXED32), bytes);
}

/** A 64-bit floating-point field. */
export function doubleField(field: number, value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return message(key(field, FIXED64), bytes);
}

/** A map from names to messages: each entry is a message of a key (1) and a value (2). */
export function mapField(field: number, entries: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return message(
    ...Object.entries(entries).map(([name, value]) =>
      bytesField(field, message(bytesField(1, name), bytesField(2, value))),
    ),
  );
}
