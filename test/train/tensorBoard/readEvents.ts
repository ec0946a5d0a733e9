/** Reads event files by the published formats, sharing no line with what writes them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one record says. */
export interface ReadEvent {
  wallTime: number;
  step: number;
  version?: string;
  values: Record<string, number>;
}

/** The one event file in a folder, record by record. */
export function readEvents(folder: string): ReadEvent[] {
  const names = readdirSync(folder);
  if (names.length !== 1) throw new Error(`one event file expected, found ${names.join(', ')}`);
  return readRecords(readFileSync(join(folder, names[0]!))).map(eventOf);
}

/** The messages of a file, in their frames' order. */
export function readRecords(file: Buffer): Buffer[] {
  const messages: Buffer[] = [];
  for (let at = 0; at < file.length; ) {
    const start = at + 12;
    const end = start + Number(file.readBigUInt64LE(at));
    messages.push(file.subarray(start, end));
    at = end + 4;
  }
  return messages;
}

function eventOf(bytes: Buffer): ReadEvent {
  const event: ReadEvent = { wallTime: Number.NaN, step: 0, values: {} };
  for (const [field, value] of fieldsOf(bytes)) {
    if (field === 1) event.wallTime = (value as Buffer).readDoubleLE();
    else if (field === 2) event.step = value as number;
    else if (field === 3) event.version = String(value);
    else if (field === 5) for (const [, entry] of fieldsOf(value as Buffer)) addValue(event, entry as Buffer);
    else throw new Error(`field ${field} of an event`);
  }
  return event;
}

function addValue({ values }: ReadEvent, bytes: Buffer): void {
  const fields = new Map(fieldsOf(bytes));
  values[String(fields.get(1))] = (fields.get(2) as Buffer).readFloatLE();
}

/** Number and content of each field; whole numbers as such, all else as bytes. */
function fieldsOf(bytes: Buffer): [number, Buffer | number][] {
  const fields: [number, Buffer | number][] = [];
  let at = 0;
  const whole = (): number => {
    let value = 0;
    for (let place = 1; ; place *= 128) {
      const byte = bytes[at++]!;
      value += (byte % 128) * place;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const key = whole();
    const kind = key % 8;
    if (kind === 0) {
      fields.push([key >> 3, whole()]);
      continue;
    }
    const length = kind === 1 ? 8 : kind === 5 ? 4 : whole();
    fields.push([key >> 3, bytes.subarray(at, at + length)]);
    at += length;
  }
  return fields;
}
