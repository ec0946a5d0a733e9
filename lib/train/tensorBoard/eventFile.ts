/**
 * The file that TensorBoard reads: one record for each moment.
 * Flow: tensorBoardLog → **EventFile** (record, protobuf) → events.out.tfevents.… → TensorBoard.
 *
 *     Event   = wall_time 1: double, step 2: int64, file_version 3: string | summary 5: Summary
 *     Summary = value 1: { tag 1: string, simple_value 2: float }, once for each number
 *
 * TensorFlow's own writer, which tfjs-node offers, keeps each folder's file open until the process ends: when the
 * folder was removed, it goes on writing to where nobody can look, without a word. And WebAssembly has none.
 *
 * @see TensorFlow, core/util/event.proto, core/framework/summary.proto.
 */
import {
  appendFileSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../check/inputError';
import { cannotWrite } from '../../data/cannotWrite';
import { record } from '../../tensorflow/records/record';
import { bytesField, doubleField, floatField, integerField, message } from '../../tensorflow/trace/protobuf';

/** What readers look for in the first record. */
const FILE_VERSION = 'brain.Event:2';
/** A file that is gone is not made anew: it would have no first record. */
const EXISTING = constants.O_WRONLY | constants.O_APPEND;

/** Every write is whole before the next line of the program runs, so there is nothing to close and nothing to lose. */
export class EventFile {
  private readonly path: string;

  /**
   * Makes a new file in a folder, and the folder. Files that are there stay: TensorBoard reads all of them.
   *
   * @param now milliseconds since 1970, for the file's name and its first record.
   * @throws InputError if it cannot be made; `add` throws one if it can no longer be written to. Error if the disk is full.
   */
  constructor(folder: string, now: number) {
    const name = `events.out.tfevents.${Math.floor(now / 1000)}.${process.pid}`;
    let count = 0;
    while (existsSync(join(folder, `${name}.${count}`))) count++;
    this.path = join(folder, `${name}.${count}`);
    refusing(this.path, () => {
      mkdirSync(folder, { recursive: true });
      begin(this.path, record(message(wallTime(now), bytesField(3, FILE_VERSION))));
    });
  }

  /** Adds numbers, by their names, that belong to one step. @param now milliseconds since 1970. */
  add(step: number, values: Readonly<Record<string, number>>, now: number): void {
    const named = Object.entries(values).map(([tag, value]) =>
      bytesField(1, message(bytesField(1, tag), floatField(2, value))),
    );
    const event = record(message(wallTime(now), integerField(2, step), bytesField(5, message(...named))));
    refusing(this.path, () => {
      const file = openSync(this.path, EXISTING);
      const { size } = fstatSync(file);
      try {
        appendFileSync(file, event);
      } catch (error) {
        ftruncateSync(file, size); // No part of a record stays.
        throw error;
      } finally {
        closeSync(file);
      }
    });
  }
}

/** A new file with its first record; none is left where there is no room for it. */
function begin(path: string, first: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    appendFileSync(file, first);
  } catch (error) {
    rmSync(path);
    throw error;
  } finally {
    closeSync(file);
  }
}

function wallTime(now: number): Uint8Array {
  return doubleField(1, now / 1000);
}

function refusing(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw cannotWrite(path, error);
    throw new InputError(`tensorBoardLog: ${path}: expected a file to write to, found ${code}`);
  }
}
