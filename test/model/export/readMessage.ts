/** Reads protocol buffers without knowing what they mean: numbers of fields, and what each holds. */

/** A whole number, or the bytes of a float, a text or a message. */
export type Field = bigint | Buffer;

/** A message: what each field holds, by number. */
export type Fields = Map<number, Field[]>;

export function readMessage(bytes: Uint8Array): Fields {
  const buffer = Buffer.from(bytes);
  const fields = new Map<number, Field[]>();
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = buffer.readUInt8(at++);
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const take = (length: number): Buffer => {
    at += length;
    return buffer.subarray(at - length, at);
  };
  while (at < buffer.length) {
    const key = Number(varint());
    const kind = key & 7;
    const value = kind === 0 ? varint() : take(kind === 5 ? 4 : Number(varint()));
    fields.set(key >> 3, [...(fields.get(key >> 3) ?? []), value]);
  }
  return fields;
}

/** The messages in a field. */
export const messages = (fields: Fields, number: number): Fields[] =>
  (fields.get(number) ?? []).map(field => readMessage(field as Buffer));

/** The texts in a field. */
export const texts = (fields: Fields, number: number): string[] => (fields.get(number) ?? []).map(String);

/** The whole numbers in a field. */
export const integers = (fields: Fields, number: number): number[] => (fields.get(number) ?? []).map(Number);
